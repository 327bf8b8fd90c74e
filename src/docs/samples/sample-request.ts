import { isObject } from '../../document/json.ts'
import type { MediaType, Operation, Parameter, SecurityScheme } from '../../document/model.ts'
import { parameterText } from '../../document/parameter-text.ts'
import type { Reference } from '../../document/reference.ts'
import type { SampleValues } from './sample-values.ts'

/** A request as samples send it. */
export interface SampleRequest {
  readonly method: string
  /** Whole, with the query. */
  readonly url: string
  /** Name and value, without what authenticates. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The cookies that are parameters, each as it is written. */
  readonly cookies: readonly string[]
  readonly credentials: readonly SampleCredential[]
  readonly body: SampleBody | undefined
  /** The values that were put into path, query, headers and cookies. */
  readonly values: readonly SampleParameter[]
}

export interface SampleParameter {
  readonly parameter: Parameter
  readonly value: unknown
}

export interface SampleBody {
  readonly mediaType: string
  /** How it is written: JSON, as fields of a form, as text, or as bytes of a file. */
  readonly kind: 'json' | 'form' | 'multipart' | 'text' | 'file'
  readonly value: unknown
}

/** A credential of one security scheme, read from an environment variable. */
export interface SampleCredential {
  readonly name: string
  readonly scheme: SecurityScheme
  readonly variable: string
}

export function sampleRequest(reference: Reference, operation: Operation, values: SampleValues): SampleRequest {
  const chosen = operation.parameters
    .filter(({ required, examples }) => required || examples.length > 0)
    .map((parameter) => ({ parameter, value: values.ofParameter(parameter) }))
  const media = operation.requestBody?.content.find(({ isJson }) => isJson) ?? operation.requestBody?.content[0]
  const body = media && sampleBody(media, values.ofBody(media))
  const inHeader = chosen.filter(({ parameter }) => parameter.in === 'header')
  const cookies = chosen.filter(({ parameter }) => parameter.in === 'cookie')
  return {
    method: operation.method.toUpperCase(),
    url: baseUrl(reference, operation) + pathOf(operation, chosen) + queryOf(chosen),
    headers: [
      ...inHeader.map(({ parameter, value }) => [parameter.name, parameterText(parameter, value)] as const),
      ...(body && body.kind !== 'multipart' ? [['Content-Type', contentType(body)] as const] : []),
    ],
    cookies: cookies.map(({ parameter, value }) => parameterText(parameter, value)),
    credentials: credentialsOf(reference, operation),
    body,
    values: chosen,
  }
}

/** The address that samples use where the document names none. */
const placeholder = 'https://api.example.com'

export function baseUrl({ servers }: Reference, operation: Operation): string {
  const url = operation.servers[0] ?? servers[0]?.url ?? '/'
  const whole = /^https?:/.test(url) ? url : new URL(url.replaceAll(/[{}]/g, ''), placeholder).href
  return whole.replace(/\/$/, '')
}

function pathOf({ path }: Operation, values: readonly SampleParameter[]): string {
  const texts = new Map(
    values
      .filter(({ parameter }) => parameter.in === 'path')
      .map(({ parameter, value }) => [parameter.name, parameterText(parameter, value)]),
  )
  return path.replaceAll(/\{([^{}]+)\}/g, (whole, name) => texts.get(name) ?? encodeURIComponent(whole))
}

function queryOf(values: readonly SampleParameter[]): string {
  const texts = values
    .filter(({ parameter }) => parameter.in === 'query')
    .map(({ parameter, value }) => parameterText(parameter, value))
    .filter((text) => text !== '')
  return texts.length === 0 ? '' : `?${texts.join('&')}`
}

function sampleBody(media: MediaType, value: unknown): SampleBody {
  return { mediaType: media.mediaType, kind: kindOf(media, value), value }
}

function kindOf({ isJson, mediaType }: MediaType, value: unknown): SampleBody['kind'] {
  if (isJson) return 'json'
  if (mediaType.startsWith('application/x-www-form-urlencoded')) return 'form'
  if (mediaType.startsWith('multipart/')) return 'multipart'
  const isText = mediaType.startsWith('text/') || (/[/+](xml|yaml)\b/.test(mediaType) && typeof value === 'string')
  return isText ? 'text' : 'file'
}

function contentType({ mediaType, kind }: SampleBody): string {
  if (!mediaType.includes('*')) return mediaType
  return kind === 'json' ? 'application/json' : 'application/octet-stream'
}

/** The schemes of the first alternative, each with the environment variable that holds what it needs. */
function credentialsOf({ securitySchemes, client }: Reference, { security }: Operation): SampleCredential[] {
  const names = Object.keys(security[0] ?? {})
  const isAlone = names.length === 1
  return names.flatMap((name) => {
    const scheme = securitySchemes.find((one) => one.name === name)?.scheme
    if (scheme === undefined || scheme.type === 'mutualTLS') return []
    const usual =
      client?.tokenVariable ??
      (isBearer(scheme) ? 'API_TOKEN' : scheme.type === 'apiKey' ? 'API_KEY' : 'API_CREDENTIALS')
    // Each of several has a value of its own.
    const variable = isAlone ? usual : `API_${name.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`
    return [{ name, scheme, variable }]
  })
}

/** The API keys that belong in one place. */
export function keysIn(
  credentials: readonly SampleCredential[],
  place: 'query' | 'header' | 'cookie',
): { readonly name: string; readonly variable: string }[] {
  return credentials.flatMap(({ scheme, variable }) =>
    scheme.type === 'apiKey' && scheme.in === place ? [{ name: scheme.name, variable }] : [],
  )
}

/** Whether a scheme takes a bearer token (RFC 6750). */
export function isBearer(scheme: SecurityScheme): boolean {
  return scheme.type === 'http'
    ? scheme.scheme === 'bearer'
    : scheme.type === 'oauth2' || scheme.type === 'openIdConnect'
}

/** The fields of a form, as text. */
export function formFields(value: unknown): [string, string][] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member]).map((item): [string, string] => [
      name,
      isObject(item) ? JSON.stringify(item) : String(item),
    ]),
  )
}
