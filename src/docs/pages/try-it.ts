import { type Markup, markup } from '../../report/markup.ts'
import type { TryIt } from '../browser/try-it.ts'
import type { OperationView } from '../operation-view.ts'
import { isBearer, type SampleCredential } from '../samples/sample-request.ts'

/** What the script of a served page makes its panel from. */
export function tryItHtml({ operation, parameters, body, request, samples }: OperationView): Markup {
  const values = new Map(request.values.map(({ parameter, value }) => [parameter.name, value]))
  const given: TryIt = {
    method: request.method,
    path: operation.path,
    credential: tryItCredential(request.credentials[0]),
    // A page may not choose its cookies.
    parameters: operation.parameters.flatMap((parameter, index) => {
      if (parameter.in === 'cookie') return []
      const { name, required, style, explode, mediaType } = parameter
      const isText = mediaType === undefined && !/^(array|object)\b/.test(parameters[index]?.member.schema.type ?? '')
      const value = required ? values.get(name) : undefined
      const text = value === undefined ? '' : isText ? String(value) : JSON.stringify(value)
      return [{ parameter: { name, in: parameter.in, required, style, explode, mediaType }, isText, text }]
    }),
    mediaType: request.body?.mediaType ?? null,
    body: body?.contents[0]?.examples[0]?.code ?? bodyText(request.body?.value),
  }
  return samples.length === 0
    ? { markup: '' }
    : markup`<section aria-labelledby="try-it">
<h2 id="try-it">Try it</h2>
<div id="try-it-panel" data-operation="${JSON.stringify(given)}"></div>
<script src="../try-it.js" defer></script>
</section>
`
}

function bodyText(value: unknown): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

function tryItCredential(credential: SampleCredential | undefined): TryIt['credential'] {
  if (credential === undefined) return null
  const { scheme } = credential
  if (scheme.type === 'apiKey') return scheme.in === 'cookie' ? null : { in: scheme.in, name: scheme.name, prefix: '' }
  const kind = isBearer(scheme) ? 'Bearer ' : scheme.type === 'http' && scheme.scheme === 'basic' ? 'Basic ' : ''
  return { in: 'header', name: 'authorization', prefix: kind }
}
