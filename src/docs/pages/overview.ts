import { type Markup, markup } from '../../report/markup.ts'
import { type Overview, overview } from '../overview.ts'
import { pageHtml } from '../page-frame.ts'
import { listed, phraseHtml } from '../phrase.ts'
import { branchPhrase, presencePhrase } from '../schema/schema-html.ts'
import type { Site } from '../site.ts'

const nothing: Markup = { markup: '' }

/** The first page: what the API is, and where everything stands. */
export function overviewPage(site: Site): string {
  const { reference } = site
  return pageHtml(site, {
    title: reference.title || 'API reference',
    description: reference.summary || `Reference of ${reference.title || 'the API'}`,
    path: 'index.html',
    content: content(site, overview(site)),
    markdown: 'index.md',
  })
}

function content({ reference, groups, text }: Site, facts: Overview): Markup {
  const { title, summary, description } = reference
  return markup`<div class="prose">
<h1>${title || 'API reference'}</h1>
${summary === '' ? nothing : markup`<p class="summary">${text.top.inline(summary)}</p>\n`}${text.top.blocks(description, 2)}
${operationsHtml({ groups, text })}${serversHtml(facts, { groups, text })}${authenticationHtml(facts, { groups, text })}${rulesHtml(facts, { groups, text })}${errorsHtml(facts, { groups, text })}</div>
`
}

type Told = Pick<Site, 'groups' | 'text'>

function operationsHtml({ groups, text }: Told): Markup {
  if (groups.length === 0) return section('operations', 'Operations', markup`<p>The document has none.</p>\n`)
  return section(
    'operations',
    'Operations',
    markup`${groups.map(
      ({ tag, anchor, pages }) => markup`<h3 id="${anchor}">${tag.title}</h3>
${text.top.blocks(tag.description, 4)}<ul class="operations">
${pages.map(
  ({
    operation: { method, path: address },
    title,
    path,
  }) => markup`<li><a href="${path}.html">${title}</a> <span class="method ${method}">${method.toUpperCase()}</span> <code>${address}</code></li>
`,
)}</ul>
`,
    )}`,
  )
}

function serversHtml({ servers }: Overview, { text }: Told): Markup {
  if (servers.length === 0) return nothing
  return section(
    'servers',
    'Base URL',
    markup`<ul>
${servers.map(({ url, description }) => markup`<li><code>${url}</code>${description === '' ? '' : markup` – ${text.top.inline(description)}`}</li>\n`)}</ul>
`,
  )
}

function authenticationHtml({ schemes }: Overview, { text }: Told): Markup {
  if (schemes.length === 0) return nothing
  return section(
    'authentication',
    'Authentication',
    markup`<dl>
${schemes.map(
  ({ name, how, description }) => markup`<dt><code>${name}</code>: ${phraseHtml(how)}</dt>
<dd>${text.top.blocks(description, 4)}</dd>
`,
)}</dl>
`,
  )
}

function rulesHtml({ rules }: Overview, { text }: Told): Markup {
  if (rules.length === 0) return nothing
  return section(
    'rules',
    'What goes together',
    markup`<p>These rules bind requests.</p>
<ul>
${rules.map(
  ({ bodies, rule }) => markup`<li>${phraseHtml(listed(bodies))}: ${phraseHtml(presencePhrase(rule))}
<ul>
${rule.branches.map(
  (
    branch,
  ) => markup`<li>${branch.title === '' ? '' : markup`<strong>${branch.title}</strong>: `}${phraseHtml(branchPhrase(branch, rule))}. ${text.top.inline(branch.description)}</li>
`,
)}</ul></li>
`,
)}</ul>
`,
  )
}

function errorsHtml({ errors }: Overview, { text }: Told): Markup {
  if (errors.length === 0) return nothing
  return section(
    'errors',
    'Errors',
    markup`<div class="scroll" role="region" aria-labelledby="errors" tabindex="0">
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Means</th><th scope="col">Operations</th></tr></thead>
<tbody>
${errors.map(
  ({
    status,
    words,
    description,
    operations,
  }) => markup`<tr><th scope="row"><code>${status}</code> ${words}</th><td>${text.top.inline(description)}</td><td>${operations}</td></tr>
`,
)}</tbody>
</table>
</div>
`,
  )
}

function section(id: string, title: string, inner: Markup): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${inner}</section>
`
}
