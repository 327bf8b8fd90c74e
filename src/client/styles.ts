import type { ParameterDescriptor } from './descriptor.ts'

/** A parameter with the defaults of its place. */
type Parameter = ParameterDescriptor & Required<Pick<ParameterDescriptor, 'style' | 'explode'>>

/**
 * Writes a parameter in any style of OpenAPI 3.1 (Parameter Object, style values).
 *
 * @throws {TypeError} for a list or an object in a list or an object, which has no form in any style
 */
export function styles(given: ParameterDescriptor, value: unknown): string {
  const { style = given.in === 'path' || given.in === 'header' ? 'simple' : 'form' } = given
  const parameter = { explode: style === 'form', ...given, style }
  if (isNested(parameter, value)) throw new TypeError()
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

/** A list or an object in a list or an object has no form in any style (OpenAPI 3.1, style values). */
function isNested({ mediaType }: ParameterDescriptor, value: unknown): boolean {
  if (mediaType !== undefined || typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => typeof inner === 'object' && inner !== null && !(inner instanceof Date))
}

/** A date as RFC 3339 writes it; everything else as text. */
function scalar(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

function serializeList(parameter: Parameter, items: readonly string[]): string {
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

function serializeObject(parameter: Parameter, members: readonly (readonly [string, string])[]): string {
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

function prefixed(parameter: Parameter, text: string): string {
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
