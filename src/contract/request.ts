import type { MediaType, Operation, Parameter } from '../document/model.ts'
import { parameterText } from '../document/parameter-text.ts'
import { type Credentials, tokenMarks } from './credentials.ts'
import type { CaseRequest } from './message.ts'
import type { RawBody } from './raw-body.ts'

/** What a request is made of, before it is text. */
export interface RequestParts {
  /** Parameter values by `in` and name, such as `path id`. Undefined leaves one out. */
  readonly parameters: ReadonlyMap<string, unknown>
  /** The JSON body; undefined for none. */
  readonly body: unknown
  /** The body of an operation that takes no JSON. */
  readonly raw?: RawBody
  readonly credentials: Credentials
}

/** The key of a parameter in `RequestParts`. */
export function parameterKey({ in: place, name }: Parameter): string {
  return `${place} ${name}`
}

/** A request as text. */
export function requestText(
  operation: Operation,
  parts: RequestParts,
  extra: Readonly<Record<string, string>> = {},
): CaseRequest {
  const { credentials } = parts
  const query = [...credentials.query]
  const cookies = [...credentials.cookies]
  const headers: { [name: string]: string } = { accept: accepted(operation), ...credentials.headers }
  let path = operation.path
  for (const parameter of operation.parameters) {
    const value = parts.parameters.get(parameterKey(parameter))
    if (value === undefined) continue
    const text = parameterText(parameter, value)
    if (parameter.in === 'path') path = path.replaceAll(`{${parameter.name}}`, () => text)
    if (parameter.in === 'query') query.push(text)
    if (parameter.in === 'cookie') cookies.push(text)
    if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = text
  }
  const body = bodyOf(operation, parts)
  return {
    method: operation.method.toUpperCase(),
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: {
      ...headers,
      ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
      ...(body && { 'content-type': body.mediaType }),
      ...extra,
    },
    ...(body && { body: body.text }),
  }
}

function bodyOf(operation: Operation, { body, raw }: RequestParts): RawBody | undefined {
  if (body === undefined) return raw
  const mediaType = jsonBody(operation)?.mediaType ?? 'application/json'
  return { mediaType: mediaType.includes('*') ? 'application/json' : mediaType, text: JSON.stringify(body) }
}

/** The JSON body of a request, if it has one. */
export function jsonBody({ requestBody }: Operation): MediaType | undefined {
  return requestBody?.content.find(({ isJson }) => isJson)
}

/** The media types of all documented answers. */
function accepted({ responses }: Operation): string {
  const mediaTypes = new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)))
  return mediaTypes.size === 0 ? '*/*' : [...mediaTypes].join(', ')
}

/** The request as a curl line that can be pasted; a secret becomes the name of a shell variable. */
export function curlLine(baseUrl: string, { method, path, headers, body }: CaseRequest): string {
  // A header without a value is written with a semicolon; -g keeps brackets in the URL.
  const shown = Object.entries(headers).map(
    ([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`,
  )
  const data = body === undefined ? [] : [`--data-raw ${quoted(body)}`]
  return [`curl -i -g -X ${method} ${quoted(baseUrl + path)}`, ...shown, ...data].join(' ')
}

/** A word for a shell: in double quotes where a variable stands in it. */
function quoted(text: string): string {
  const marks = [...tokenMarks].filter(([mark]) => text.includes(mark))
  if (marks.length === 0) return `'${text.replaceAll("'", "'\\''")}'`
  const shown = marks.reduce((masked, [mark, form]) => masked.replaceAll(mark, () => form), escaped(text))
  // A word character behind the name would belong to it.
  return `"${shown.replaceAll(/\$(TOKEN)(?=\w)/g, '$${$1}')}"`
}

function escaped(text: string): string {
  return text.replaceAll(/["\\$`]/g, '\\$&')
}
