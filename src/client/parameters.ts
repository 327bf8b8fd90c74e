import type { OperationDescriptor, ParameterDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'

/** The values of one call's parameters, by place and name. */
export interface ParameterValues {
  readonly path?: Values | undefined
  readonly query?: Values | undefined
  readonly header?: Values | undefined
  readonly cookie?: Values | undefined
}

type Values = { readonly [name: string]: unknown }

/** The parameters of one call as they are sent. */
export interface SerializedParameters {
  /** The path template with every parameter in place. */
  readonly path: string
  /** Without the question mark; empty when there is none. */
  readonly query: string
  readonly headers: { readonly [name: string]: string }
}

/**
 * Serializes the parameters of one call in the styles of OpenAPI 3.1 (Parameter Object, style values).
 *
 * @throws {InvalidRequestError} when a required parameter is missing, or a path parameter would not stay one segment
 */
export function serializeParameters(operation: OperationDescriptor, values: ParameterValues): SerializedParameters {
  const given = operation.parameters.map((parameter) => ({ parameter, value: ownValue(values, parameter) }))
  const query: string[] = []
  const cookies: string[] = []
  const headers: { [name: string]: string } = {}
  let path = operation.path
  for (const { parameter, value } of given) {
    if (isUnsendable(parameter, value)) throw new InvalidRequestError(operation.operationId, unsendable(parameter))
    if (value === undefined) {
      if (parameter.required) throw new InvalidRequestError(operation.operationId, missing(parameter))
      continue
    }
    const text = serialize(parameter, value)
    if (parameter.in === 'path')
      path = path.replaceAll(`{${parameter.name}}`, () => segment(operation, parameter, text))
    else if (parameter.in === 'query') query.push(...(text === '' ? [] : [text]))
    else if (parameter.in === 'cookie') cookies.push(...(text === '' ? [] : [text]))
    else headers[parameter.name] = headerText(operation, parameter, text)
  }
  if (cookies.length > 0) headers.Cookie = cookies.join('; ')
  return { path, query: query.join('&'), headers }
}

/** A parameter may be called like a member that every object has. */
function ownValue(values: ParameterValues, { in: place, name }: ParameterDescriptor): unknown {
  const given = values[place]
  return given && Object.hasOwn(given, name) ? given[name] : undefined
}

function missing({ in: place, name }: ParameterDescriptor): string {
  return `The ${place} parameter ${name} is required; pass a value`
}

/** A list or an object in a list or an object has no form in any style (OpenAPI 3.1, style values). */
function isUnsendable({ mediaType }: ParameterDescriptor, value: unknown): boolean {
  if (mediaType !== undefined || typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => typeof inner === 'object' && inner !== null && !(inner instanceof Date))
}

function unsendable({ in: place, name }: ParameterDescriptor): string {
  return `The ${place} parameter ${name} holds a list or an object inside another, which no style can write; pass plain values`
}

/** Whether a text is one that a header may hold (RFC 9110, section 5.5). */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text)
}

/** The value is not shown: it may be a secret. */
function headerText({ operationId }: OperationDescriptor, { name }: ParameterDescriptor, text: string): string {
  if (isHeaderText(text)) return text
  throw new InvalidRequestError(operationId, `The header ${name} has a character that no header may have`)
}

/** A dot segment or an empty one would change which resource the path names (RFC 3986, section 5.2.4). */
function segment({ operationId }: OperationDescriptor, { name }: ParameterDescriptor, text: string): string {
  if (text !== '' && text !== '.' && text !== '..') return text
  throw new InvalidRequestError(
    operationId,
    `The path parameter ${name} may not be ${text === '' ? 'empty' : `"${text}"`}`,
  )
}

function serialize(parameter: ParameterDescriptor, value: unknown): string {
  const encode = encoder(parameter)
  if (parameter.mediaType !== undefined) return named(parameter, encode(JSON.stringify(value)))
  if (Array.isArray(value)) return serializeList(parameter, value.map(scalar).map(encode))
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined)
    return serializeObject(
      parameter,
      entries.map(([key, member]) => [encode(key), encode(scalar(member))] as const),
    )
  }
  return prefixed(parameter, encode(scalar(value)))
}

/** A date as RFC 3339 writes it; everything else as text. */
function scalar(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

function serializeList(parameter: ParameterDescriptor, items: readonly string[]): string {
  const { name, style, explode } = parameter
  if (style === 'label') return `.${items.join(explode ? '.' : ',')}`
  if (style === 'matrix') {
    return explode ? items.map((item) => `;${name}=${item}`).join('') : `;${name}=${items.join(',')}`
  }
  if (style === 'simple') return items.join(',')
  const key = encodeURIComponent(name)
  if (explode) return items.map((item) => `${key}=${item}`).join('&')
  return items.length === 0 ? '' : `${key}=${items.join(listSeparator[style])}`
}

const listSeparator = { form: ',', spaceDelimited: '%20', pipeDelimited: '|', deepObject: ',' } as const

function serializeObject(parameter: ParameterDescriptor, members: readonly (readonly [string, string])[]): string {
  const { name, style, explode } = parameter
  const pairs = members.map(([key, value]) => `${key}=${value}`)
  const flat = members.flat().join(',')
  if (style === 'deepObject') {
    return members.map(([key, value]) => `${encodeURIComponent(name)}[${key}]=${value}`).join('&')
  }
  if (style === 'label') return `.${explode ? pairs.join('.') : flat}`
  if (style === 'matrix') return explode ? pairs.map((pair) => `;${pair}`).join('') : `;${name}=${flat}`
  if (style === 'simple') return explode ? pairs.join(',') : flat
  return explode ? pairs.join('&') : named(parameter, flat)
}

function prefixed(parameter: ParameterDescriptor, text: string): string {
  if (parameter.style === 'label') return `.${text}`
  if (parameter.style === 'matrix') return `;${parameter.name}=${text}`
  return named(parameter, text)
}

/** In a query or a cookie, a value follows its name. */
function named({ in: place, name }: ParameterDescriptor, text: string): string {
  return place === 'query' || place === 'cookie' ? `${encodeURIComponent(name)}=${text}` : text
}

/** Headers are sent as they are; `allowReserved` keeps the delimiters of RFC 3986, except those that end a query. */
function encoder({ in: place, allowReserved }: ParameterDescriptor): (text: string) => string {
  if (place === 'header') return (text) => text
  // Only a query may keep reserved characters; a path would leave its place with them (OpenAPI 3.1, Parameter Object).
  if (!allowReserved || place !== 'query') return encodeURIComponent
  return (text) => encodeURI(text).replaceAll('#', '%23').replaceAll('&', '%26').replaceAll('+', '%2B')
}
