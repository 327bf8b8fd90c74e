import type { FlatSchema } from '../../document/flat-schema.ts'
import { isObject } from '../../document/json.ts'
import type { JsonSchema } from '../../document/model.ts'

const deepest = 4

/** The type of a value in words: `string`, `array of string`, `object or null`. */
export function typeText(flat: FlatSchema, opened: (schema: JsonSchema) => FlatSchema, depth = 0): string {
  const types = [...typesOf(flat), ...(typesOf(flat).length === 0 ? typesOfChoices(flat, opened, depth) : [])]
  const words = [...new Set(types)].map((type) => (type === 'array' ? arrayText(flat, opened, depth) : type))
  const others = words.filter((word) => word !== 'null')
  const hasNull = others.length < words.length
  if (others.length === 0) return hasNull ? 'null' : 'any'
  return [...others, ...(hasNull ? ['null'] : [])].join(' or ')
}

/** The types that a schema names or, naming none, those that its keywords are about. */
function typesOf(flat: FlatSchema): string[] {
  const named = flat.parts.flatMap(({ type }) => [type].flat()).filter((type) => typeof type === 'string')
  if (named.some((type) => type !== 'null')) return narrowest(flat, named)
  const has = (...keywords: string[]) => flat.parts.some((part) => keywords.some((key) => part[key] !== undefined))
  const values = flat.parts.flatMap((part) =>
    Array.isArray(part.enum) ? part.enum : 'const' in part ? [part.const] : [],
  )
  if (has('properties', 'additionalProperties', 'required', 'patternProperties')) return ['object', ...named]
  if (has('items', 'prefixItems', 'minItems', 'maxItems')) return ['array', ...named]
  if (values.length > 0) return [...values.map(jsonType), ...named]
  if (has('minLength', 'maxLength', 'pattern')) return ['string', ...named]
  return has('minimum', 'maximum', 'multipleOf') ? ['number', ...named] : named
}

/** Several parts hold together: a type counts where every part that names types names it. */
function narrowest(flat: FlatSchema, named: readonly string[]): string[] {
  const lists = flat.parts.flatMap(({ type }) =>
    type === undefined || type === 'null' ? [] : [[type].flat() as string[]],
  )
  const common = named.filter((type) => type === 'null' || lists.every((list) => list.includes(type)))
  return common.some((type) => type !== 'null') ? common : [...named]
}

function typesOfChoices(flat: FlatSchema, opened: (schema: JsonSchema) => FlatSchema, depth: number): string[] {
  if (depth > deepest) return []
  const branches = flat.choices.flatMap((choice) => choice.branches)
  return branches.map((branch) => typeText(opened(branch), opened, depth + 1)).flatMap((text) => text.split(' or '))
}

function arrayText(flat: FlatSchema, opened: (schema: JsonSchema) => FlatSchema, depth: number): string {
  const items = flat.parts.flatMap((part) => (isObject(part.items) ? [part.items] : []))[0]
  if (items === undefined || depth > deepest) return 'array'
  const inner = typeText(opened(items), opened, depth + 1)
  return inner === 'any' ? 'array' : `array of ${inner.includes(' or ') ? `(${inner})` : inner}`
}

function jsonType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value
}
