import type { Model, Operation, Parameter } from '../document/model.ts'
import type { CaseRequest } from './case.ts'
import { samples } from './sample.ts'
import type { SchemaRules } from './schema-rules.ts'

/** What a request is made of, before it is text. */
export interface RequestParts {
  /** Parameter values by `in` and name, such as `path id`. Undefined leaves one out. */
  readonly parameters: ReadonlyMap<string, unknown>
  /** The JSON body; undefined for none. */
  readonly body: unknown
}

/** The key of a parameter in `RequestParts`. */
export function parameterKey({ in: place, name }: Parameter): string {
  return `${place} ${name}`
}

/** A request as text, with a token where the operation asks for one. */
export function requestText(
  operation: Operation,
  parts: RequestParts,
  extra: Readonly<Record<string, string>> = {},
): CaseRequest {
  const values = operation.parameters.map((parameter) => ({
    parameter,
    value: parts.parameters.get(parameterKey(parameter)),
  }))
  const given = values.filter(({ value }) => value !== undefined)
  const headers: { [name: string]: string } = { accept: 'application/json', ...authorization(operation) }
  let path = operation.path
  const query: string[] = []
  for (const { parameter, value } of given) {
    if (parameter.in === 'path') path = path.replaceAll(`{${parameter.name}}`, encodeURIComponent(joined(value)))
    if (parameter.in === 'query') query.push(...queryPairs(parameter, value))
    if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = joined(value)
  }
  return {
    method: operation.method.toUpperCase(),
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: { ...headers, ...(parts.body !== undefined && { 'content-type': jsonMediaType(operation) }), ...extra },
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
  }
}

/** A valid request of the operation with no more than it needs; the body is the first that the document's rules accept. */
export function validParts(model: Model, rules: SchemaRules, operation: Operation): RequestParts {
  const required = operation.parameters.filter((parameter) => parameter.required)
  return {
    parameters: new Map(required.map((parameter) => [parameterKey(parameter), parameterValue(model, parameter)])),
    body: validBodies(model, rules, operation)[0],
  }
}

/** Valid JSON bodies of an operation: the documented examples, then built ones, small and full. */
export function validBodies(model: Model, rules: SchemaRules, operation: Operation): unknown[] {
  const media = jsonBody(operation)
  if (!media) return []
  const built = [...samples(model, media.schema, 'required'), ...samples(model, media.schema, 'all')]
  const all = [...media.examples.map(({ value }) => value), ...built]
  return all.filter((value) => rules.violations(media.schema, value).length === 0)
}

/** A value for a parameter: its example, or one built from its schema. */
export function parameterValue(model: Model, { examples, schema }: Parameter): unknown {
  return examples.length > 0 ? examples[0]?.value : samples(model, schema, 'required')[0]
}

/** The JSON body of a request, if it has one. */
export function jsonBody({ requestBody }: Operation) {
  return requestBody?.content.find(({ isJson }) => isJson)
}

/** A token for an operation that needs one. Mocks accept any; the value is masked wherever a request is shown. */
function authorization({ security }: Operation): { readonly authorization?: string } {
  return security.length > 0 ? { authorization: 'Bearer contract-token' } : {}
}

function jsonMediaType(operation: Operation): string {
  return jsonBody(operation)?.mediaType ?? 'application/json'
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

function queryPairs({ name, explode }: Parameter, value: unknown): string[] {
  const values = Array.isArray(value) && explode ? value : [joined(value)]
  return values.map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(String(item))}`)
}

/** The request as a curl line that can be pasted; a token becomes the name of a shell variable. */
export function curlLine(baseUrl: string, { method, path, headers, body }: CaseRequest): string {
  const shown = Object.entries(headers).map(([name, value]) =>
    name === 'authorization' ? `-H "authorization: Bearer $TOKEN"` : `-H ${quoted(`${name}: ${value}`)}`,
  )
  const data = body === undefined ? [] : [`--data-raw ${quoted(body)}`]
  return [`curl -i -X ${method} ${quoted(baseUrl + path)}`, ...shown, ...data].join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
