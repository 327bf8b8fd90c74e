import { isObject, type JsonObject } from './json.ts'
import type { JsonSchema, Model } from './model.ts'

/** A schema with its references followed and its `allOf` parts side by side: what holds for one value. */
export interface FlatSchema {
  /** The parts, each without `$ref`, `allOf`, `oneOf` and `anyOf`. */
  readonly parts: readonly JsonObject[]
  /** The choices that were found among the parts. */
  readonly choices: readonly Choice[]
  /** The schema objects that were opened up, to see whether one contains itself. */
  readonly opened: ReadonlySet<JsonSchema>
}

/** Branches of which one, or for `anyOf` at least one, has to hold. */
export interface Choice {
  readonly keyword: 'oneOf' | 'anyOf'
  readonly branches: readonly JsonSchema[]
}

/** Opens a schema up. A schema that contains itself through `allOf` or `$ref` alone ends where it comes back. */
export function flatSchema(model: Pick<Model, 'schemas'>, schemas: readonly JsonSchema[]): FlatSchema {
  const parts: JsonObject[] = []
  const choices: Choice[] = []
  const seen = new Set<JsonSchema>()
  const queue = [...schemas]
  while (queue.length > 0) {
    const schema = queue.shift()
    if (!isObject(schema) || seen.has(schema)) continue
    seen.add(schema)
    const { $ref, allOf, oneOf, anyOf, ...rest } = schema
    if (typeof $ref === 'string') queue.push(model.schemas[$ref] ?? true)
    if (Array.isArray(allOf)) queue.push(...allOf)
    if (Array.isArray(oneOf)) choices.push({ keyword: 'oneOf', branches: oneOf })
    if (Array.isArray(anyOf)) choices.push({ keyword: 'anyOf', branches: anyOf })
    if (Object.keys(rest).length > 0) parts.push(rest)
  }
  return { parts, choices, opened: seen }
}

/** Every schema that a property of this name has to meet. */
export function propertySchemas(flat: FlatSchema, name: string): JsonSchema[] {
  return flat.parts.flatMap(({ properties }) =>
    isObject(properties) && name in properties ? [properties[name]] : [],
  ) as JsonSchema[]
}

export function propertyNames(flat: FlatSchema): string[] {
  return [
    ...new Set(flat.parts.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []))),
  ].sort()
}

export function requiredNames(flat: FlatSchema): string[] {
  return [
    ...new Set(flat.parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []))),
  ].sort()
}

/** The first type that is named; without one, what the other keywords are about. */
export function typeOf(flat: FlatSchema): unknown {
  const [type] = [keyword(flat, 'type')].flat()
  return type ?? (propertyNames(flat).length > 0 ? 'object' : 'string')
}

/** The values that a schema names, by the first keyword that does: a constant, its examples, an enum, open or closed. */
export function namedValues(flat: FlatSchema): readonly unknown[] {
  const constant = keyword(flat, 'const')
  if (constant !== undefined) return [constant]
  const lists = ['examples', 'enum', 'x-extensible-enum'].map((name) => keyword(flat, name))
  return lists.find((list): list is unknown[] => Array.isArray(list) && list.length > 0) ?? []
}

/** The first value that a part gives for a keyword. */
export function keyword(flat: FlatSchema, name: string): unknown {
  return flat.parts.find((part) => part[name] !== undefined)?.[name]
}
