import { type Markup, markup } from '../../report/markup.ts'
import { codeHtml } from '../code-html.ts'
import type {
  BodyView,
  ContentView,
  ExampleView,
  OperationView,
  ParameterView,
  ResponseView,
  SchemeView,
} from '../operation-view.ts'
import { pageHtml } from '../page-frame.ts'
import { listed, phraseHtml } from '../phrase.ts'
import type { RichText } from '../rich-text.ts'
import { baseUrl } from '../samples/sample-request.ts'
import type { Sample } from '../samples/samples.ts'
import { fragment, memberHtml, membersHtml, schemaHtml, textHtml } from '../schema/schema-html.ts'
import type { OperationPage, Site } from '../site.ts'
import { statusText } from '../status-text.ts'
import { tryItHtml } from './try-it.ts'

const nothing: Markup = { markup: '' }

/** The page of one operation. */
export function operationPage(site: Site, page: OperationPage, view: OperationView): string {
  const { operation } = view
  return pageHtml(site, {
    title: view.title,
    description: `${operation.method.toUpperCase()} ${operation.path}: ${view.title}`,
    path: `${page.path}.html`,
    content: content(site, view, site.text.inside),
    markdown: `${page.path.split('/').at(-1)}.md`,
  })
}

function content(site: Site, view: OperationView, text: RichText): Markup {
  const { operation, title, samples, body } = view
  return markup`<h1>${title}</h1>
<p class="endpoint"><span class="method ${operation.method}">${operation.method.toUpperCase()}</span> <code>${baseUrl(site.reference, operation)}<strong>${operation.path}</strong></code> <span class="type">${operation.operationId}</span></p>
${operation.deprecated ? markup`<p class="notice">This operation is deprecated.</p>\n` : nothing}${sectionsHtml(site, view)}<div class="columns">
<div class="facts">
${operation.description.trim() === '' ? nothing : markup`<div class="text">${text.blocks(operation.description)}</div>\n`}${securityHtml(view, text)}${parametersHtml(view.parameters, text)}${body ? bodyHtml(body, text) : nothing}${responsesHtml(view.responses, text)}</div>
<div class="samples">
${samplesHtml(samples)}${body ? examplesHtml('request-examples', 'Request examples', [{ label: '', contents: body.contents }], text) : nothing}${examplesHtml(
  'response-examples',
  'Response examples',
  view.responses.map(({ status, contents }) => ({ label: status, contents })),
  text,
)}</div>
</div>
${site.isServed ? tryItHtml(view) : nothing}`
}

/** Where on the page everything is: below each other on a small screen, far down for some. */
function sectionsHtml({ isServed }: Site, { parameters, body, responses }: OperationView): Markup {
  const hasExamples = responses.some(({ contents }) => contents.some(({ examples }) => examples.length > 0))
  const sections = [
    ...(parameters.length > 0 ? [['parameters', 'Parameters'] as const] : []),
    ...(body ? [['body', 'Request body'] as const] : []),
    ['responses', 'Responses'] as const,
    ['samples', 'Request samples'] as const,
    ...(hasExamples ? [['response-examples', 'Response examples'] as const] : []),
    ...(isServed ? [['try-it', 'Try it'] as const] : []),
  ]
  return markup`<nav class="sections" aria-label="On this page">
<ul>
${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>
`
}

function securityHtml({ security }: OperationView, text: RichText): Markup {
  const none = markup`<p>The document names none.</p>\n`
  const alternatives = security.map((schemes) =>
    schemes.length === 0
      ? markup`<li>None is needed.</li>\n`
      : markup`<li>${schemes.map((scheme) => schemeHtml(scheme, text))}</li>\n`,
  )
  const told = markup`${security.length > 1 ? markup`<p>One of these:</p>\n` : nothing}<ul${security.length > 1 ? nothing : { markup: ' class="plain"' }}>
${alternatives}</ul>
`
  return section('authentication', 'Authentication', security.length === 0 ? none : told)
}

function schemeHtml({ name, how, scopes, description }: SchemeView, text: RichText): Markup {
  const needed = scopes.length === 0 ? nothing : markup`, with the scopes ${phraseHtml(listed(scopes))}`
  return markup`<p><code>${name}</code>: ${phraseHtml(how)}${needed}.</p>
${textHtml(description, text)}`
}

function parametersHtml(parameters: readonly ParameterView[], text: RichText): Markup {
  if (parameters.length === 0) return nothing
  const places = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    return own.length === 0 ? [] : [{ place, own }]
  })
  return section(
    'parameters',
    'Parameters',
    markup`${places.map(
      ({ place, own }) => markup`<h3 id="parameters-${place}">In the ${place}</h3>
<ul class="members">
${own.map(({ member }) => memberHtml(member, text))}</ul>
`,
    )}`,
  )
}

function bodyHtml({ required, description, contents }: BodyView, text: RichText): Markup {
  const due = markup`<p class="due">${required ? 'Required' : 'Optional'}</p>
`
  return section(
    'body',
    'Request body',
    markup`${due}${textHtml(description, text)}${contents.map((content) => contentHtml(content, text))}`,
  )
}

function contentHtml({ mediaType, anchor, schema }: ContentView, text: RichText): Markup {
  return markup`<div class="content" id="${anchor}">
<p class="media-type"><code>${mediaType}</code></p>
${schemaHtml(schema, text)}</div>
`
}

function responsesHtml(responses: readonly ResponseView[], text: RichText): Markup {
  return section('responses', 'Responses', markup`${responses.map((response) => responseHtml(response, text))}`)
}

function responseHtml({ status, anchor, description, headers, contents }: ResponseView, text: RichText): Markup {
  const heads =
    headers.length === 0
      ? nothing
      : markup`<h4>Headers</h4>
${membersHtml(headers, text)}`
  return markup`<section class="response" aria-labelledby="${anchor}">
<h3 id="${anchor}"><a href="${fragment(anchor)}"><code>${status}</code></a> ${statusText(status)}</h3>
${textHtml(description, text)}${heads}${contents.map((content) => contentHtml(content, text))}</section>
`
}

function samplesHtml(samples: readonly Sample[]): Markup {
  return section(
    'samples',
    'Request samples',
    markup`<div class="tabs needs-script"></div>
${samples.map(
  (
    { id, title, language, code },
    index,
  ) => markup`<section class="sample${index === 0 ? ' chosen' : ''}" id="sample-${id}" aria-labelledby="sample-${id}-title">
<h3 id="sample-${id}-title">${title}</h3>
${codeHtml(code, language, `the sample for ${title}`)}</section>
`,
)}`,
  )
}

interface ExampleGroup {
  readonly label: string
  readonly contents: readonly ContentView[]
}

/** All named examples; the first is open, each other opens by itself. */
function examplesHtml(id: string, title: string, groups: readonly ExampleGroup[], text: RichText): Markup {
  const all = groups.flatMap(({ label, contents }) =>
    contents.flatMap(({ examples }) => examples.map((example) => ({ label, example }))),
  )
  if (all.length === 0) return nothing
  return section(
    id,
    title,
    markup`${all.map(({ label, example }, index) => exampleHtml(label, example, index === 0, text))}`,
  )
}

function exampleHtml(label: string, example: ExampleView, isOpen: boolean, text: RichText): Markup {
  const { name, anchor, summary, description, language, code } = example
  const status = label === '' ? nothing : markup`<code>${label}</code> `
  return markup`<details class="example" id="${anchor}"${isOpen ? { markup: ' open' } : ''}>
<summary>${status}${summary === '' ? name : text.inline(summary)}</summary>
${textHtml(description, text)}${codeHtml(code, language, `the example ${name}`)}</details>
`
}

function section(id: string, title: string, content: Markup): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}</section>
`
}
