import { isObject } from './json.ts'
import type { Parameter } from './model.ts'

/** What the writing of a value depends on. */
export type Written = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'mediaType'>

/**
 * A parameter's value as it stands in a request, in the styles of OpenAPI 3.1 (Parameter Object, style values): a path
 * segment, the pairs of a query or a cookie, or the text of a header. This does not use the client's own writing: the
 * suite would not see it fail.
 */
export function parameterText(parameter: Written, value: unknown): string {
  const { mediaType, in: place } = parameter
  const isPair = place === 'query' || place === 'cookie'
  if (mediaType !== undefined) {
    const text = encoded(parameter, JSON.stringify(value))
    return isPair ? `${encoded(parameter, parameter.name)}=${text}` : text
  }
  const shape = shapeOf(parameter, value)
  return isPair ? pairs(parameter, shape) : inline(parameter, shape)
}

/** What a value is made of: its items, or its members as name and text. */
type Shape = { readonly items: readonly string[] } | { readonly members: readonly (readonly [string, string])[] }

function shapeOf(parameter: Written, value: unknown): Shape {
  const text = (part: unknown) => encoded(parameter, String(part))
  if (isObject(value))
    return { members: Object.entries(value).map(([name, part]) => [text(name), text(part)] as const) }
  return { items: [value].flat().map(text) }
}

function encoded({ in: place }: Written, text: string): string {
  return place === 'header' ? text : encodeURIComponent(text)
}

function pairs(parameter: Written, shape: Shape): string {
  const { style, explode } = parameter
  const name = encoded(parameter, parameter.name)
  if ('members' in shape) {
    if (style === 'deepObject') return shape.members.map(([key, text]) => `${name}[${key}]=${text}`).join('&')
    return explode ? joinedPairs(shape.members, '&') : `${name}=${shape.members.flat().join(',')}`
  }
  if (explode) return shape.items.map((item) => `${name}=${item}`).join('&')
  return `${name}=${shape.items.join(style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',')}`
}

function inline({ name, style, explode }: Written, shape: Shape): string {
  if (style === 'matrix') return matrix(name, explode, shape)
  const separator = style === 'label' && explode ? '.' : ','
  const parts =
    'items' in shape ? shape.items : explode ? [joinedPairs(shape.members, separator)] : shape.members.flat()
  return `${style === 'label' ? '.' : ''}${parts.join(separator)}`
}

function matrix(name: string, explode: boolean, shape: Shape): string {
  if ('items' in shape) {
    return explode ? shape.items.map((item) => `;${name}=${item}`).join('') : `;${name}=${shape.items.join(',')}`
  }
  return explode ? `;${joinedPairs(shape.members, ';')}` : `;${name}=${shape.members.flat().join(',')}`
}

function joinedPairs(members: readonly (readonly [string, string])[], separator: string): string {
  return members.map(([key, text]) => `${key}=${text}`).join(separator)
}
