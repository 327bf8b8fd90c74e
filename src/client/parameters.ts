import type { OperationDescriptor, ParameterDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { isHeaderText } from './header-text.ts'
import { orUndefined } from './or-undefined.ts'

/** The values of one call's parameters, by place and name. */
export interface ParameterValues {
  readonly path?: Values | undefined
  readonly query?: Values | undefined
  readonly header?: Values | undefined
  readonly cookie?: Values | undefined
}

type Values = { readonly [name: string]: unknown }

/** The parts of one call. */
export interface CallInput {
  readonly parameters?: ParameterValues
  readonly body?: unknown
}

/** The parameters of one call as they are sent. */
export interface SerializedParameters {
  /** The path template with every parameter in place. */
  readonly path: string
  /** Without the question mark; empty when there is none. */
  readonly query: string
  readonly headers: { readonly [name: string]: string }
}

/**
 * Serializes the parameters of one call; `styles` in the styles of OpenAPI 3.1 (Parameter Object, style values), else
 * plain values alone.
 *
 * @throws {InvalidRequestError} when a required parameter is missing, or a path parameter would not stay one segment
 */
export function serializeParameters(
  { path, parameters }: OperationDescriptor,
  values: ParameterValues,
  styles: Write = plain,
): SerializedParameters {
  const sent = { path, query: [] as string[], cookie: [] as string[], headers: {} as { [name: string]: string } }
  for (const parameter of parameters) {
    const { in: place, name } = parameter
    const value = ownValue(values, parameter)
    const text = value === undefined ? undefined : written(styles, parameter, value)
    const fault = value === undefined ? parameter.required && 'is required' : faultOf(parameter, value, text)
    if (fault) throw new InvalidRequestError(`The ${place} parameter ${name} ${fault}`)
    if (!text) continue
    if (place === 'path') sent.path = sent.path.replaceAll(`{${name}}`, () => text)
    else if (place === 'header') sent.headers[name.toLowerCase()] = text
    else sent[place].push(text)
  }
  if (sent.cookie.length > 0) sent.headers.cookie = sent.cookie.join('; ')
  return { path: sent.path, query: sent.query.join('&'), headers: sent.headers }
}

type Write = (parameter: ParameterDescriptor, value: unknown) => string | undefined

/** A parameter may be called like a member that every object has. */
function ownValue(values: ParameterValues, { in: place, name }: ParameterDescriptor): unknown {
  const given = values[place]
  return given && Object.hasOwn(given, name) ? given[name] : undefined
}

/** Undefined for what has no form: half a character (a lone surrogate), a list in a list. */
function written(styles: Write, parameter: ParameterDescriptor, value: unknown): string | undefined {
  const isText = value !== null && typeof value !== 'function' && typeof value !== 'symbol'
  if (!isText && parameter.mediaType === undefined) return undefined
  return orUndefined(() => styles(parameter, value))
}

/** A plain value in the style that parameters have by default. */
function plain({ in: place, name }: ParameterDescriptor, value: unknown): string | undefined {
  if (typeof value === 'object') return undefined
  const text = place === 'header' ? String(value) : encodeURIComponent(String(value))
  return place === 'query' ? `${encodeURIComponent(name)}=${text}` : text
}

/** Why a value cannot be sent. What a header cannot hold is not shown: it may be a secret. */
function faultOf(
  { in: place, type, reserved }: ParameterDescriptor,
  value: unknown,
  text: string | undefined,
): string | undefined {
  if (type && typeof value !== 'string') return 'must be a string'
  if (text === undefined) return 'cannot be written; pass plain values'
  if (place === 'header' && !isHeaderText(text)) return 'has a character that no header may have'
  return place === 'path' ? segmentFault(decodeURIComponent(text), reserved) : undefined
}

/**
 * Why a text is no segment of a path that names what it says. A dot segment or an empty one would change which resource the
 * path names (RFC 3986, section 5.2.4), control characters are cut out of URLs or end them.
 */
export function segmentFault(text: string, reserved: readonly string[] = []): string | undefined {
  // Routers that decode twice take it for what it then says.
  const meant = orUndefined(() => decodeURIComponent(text)) ?? text
  if (/^\.{0,2}$/.test(meant) || reserved.includes(meant)) return `may not be "${text}", which is another path`
  return /\p{Cc}/u.test(meant) ? 'has a control character' : undefined
}
