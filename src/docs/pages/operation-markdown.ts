import type {
  BodyView,
  ContentView,
  ExampleView,
  OperationView,
  ParameterView,
  ResponseView,
  SchemeView,
} from '../operation-view.ts'
import { codeSpan, listed, phraseMarkdown } from '../phrase.ts'
import { baseUrl } from '../samples/sample-request.ts'
import { memberMarkdown, schemaMarkdown } from '../schema/schema-markdown.ts'
import type { Site } from '../site.ts'
import { statusText } from '../status-text.ts'

/** The page of one operation for programs: the same facts in Markdown. */
export function operationMarkdown({ reference }: Pick<Site, 'reference'>, view: OperationView): string {
  const { operation, title, parameters, body, responses, samples } = view
  return parts([
    `# ${title}`,
    codeSpan(`${operation.method.toUpperCase()} ${baseUrl(reference, operation)}${operation.path}`),
    `operationId: ${codeSpan(operation.operationId)}`,
    operation.deprecated ? 'This operation is deprecated.' : '',
    operation.description,
    '## Authentication',
    securityMarkdown(view),
    parameters.length === 0 ? '' : `## Parameters\n\n${parameters.map(parameterMarkdown).join('')}`,
    body ? bodyMarkdown(body) : '',
    '## Responses',
    ...responses.map(responseMarkdown),
    '## Request samples',
    ...samples.map(({ title: name, language, code }) => `### ${name}\n\n${fenced(code, language)}`),
  ])
}

/** Blocks with one empty line between them and one line feed at the end. */
export function parts(blocks: readonly string[]): string {
  return `${blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')}\n`
}

/** Code between fences that are longer than any in it (CommonMark 4.5). */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

function securityMarkdown({ security }: OperationView): string {
  if (security.length === 0) return 'The document names none.'
  const alternatives = security.map(
    (schemes) => `- ${schemes.map(schemeMarkdown).join('\n  - together with ') || 'None is needed.'}`,
  )
  return parts([security.length > 1 ? 'One of these:' : '', alternatives.join('\n')])
}

function schemeMarkdown({ name, how, scopes, description }: SchemeView): string {
  const needed = scopes.length === 0 ? '' : `, with the scopes ${phraseMarkdown(listed(scopes))}`
  return `${codeSpan(name)}: ${phraseMarkdown(how)}${needed}. ${description.replaceAll(/\s*\n\s*/g, ' ')}`.trim()
}

function parameterMarkdown({ member, in: place }: ParameterView): string {
  const { schema } = member
  return memberMarkdown({ ...member, schema: { ...schema, type: `${schema.type}; in the ${place}` } })
}

function bodyMarkdown({ required, description, contents }: BodyView): string {
  return parts(['## Request body', required ? 'Required.' : 'Optional.', description, ...contents.map(contentMarkdown)])
}

function contentMarkdown({ mediaType, schema, examples }: ContentView): string {
  return parts([`Media type ${codeSpan(mediaType)}: ${schemaMarkdown(schema)}`, ...examples.map(exampleMarkdown)])
}

function exampleMarkdown({ name, summary, description, language, code }: ExampleView): string {
  const title = summary === '' ? '' : `: ${summary.trim().replaceAll(/\s*\n\s*/g, ' ')}`
  return parts([`Example ${codeSpan(name)}${title}`, description, fenced(code, language)])
}

function responseMarkdown({ status, description, headers, contents }: ResponseView): string {
  return parts([
    `### ${codeSpan(status)} ${statusText(status)}`,
    description,
    headers.length === 0 ? '' : `Headers:\n\n${headers.map((header) => memberMarkdown(header)).join('')}`,
    ...contents.map(contentMarkdown),
  ])
}
