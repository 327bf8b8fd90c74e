import { isObject, type JsonObject, objectFrom } from '../document/json.ts'
import { ruleKeywords, schemaLists, schemaMaps, singleSchemas } from '../document/json-schema.ts'
import type { JsonSchema } from '../document/model.ts'

/** Schemas in which what several of them spell out alike is one schema that they refer to. */
export interface SharedParts {
  /** Name → schema, of those that were given. */
  readonly schemas: ReadonlyMap<string, JsonSchema>
  /** Name → schema, of what they share. */
  readonly parts: ReadonlyMap<string, JsonSchema>
}

/** A smaller schema is checked where it stands in fewer bytes than by a function of its own. */
const leastSize = 300

/** Keywords whose schemas look at a value of its own, so that `unevaluatedProperties` around them does not look inside. */
const ofOtherValues = new Set(['properties', 'patternProperties', 'items', 'additionalProperties', 'prefixItems'])

const rules = new Set(ruleKeywords)

/** What a schema demands, whatever it says beside that. */
interface Shape {
  readonly name: string
  /** Characters of JSON. */
  readonly size: number
}

/**
 * Finds what stands in several places in the same words, such as the user in each event of a large API. A validator is
 * then made of it once.
 */
export function withSharedParts(schemas: ReadonlyMap<string, JsonSchema>): SharedParts {
  const shapeOf = shapes()
  const seen = new Map<string, number>()
  const isLarge = ({ size }: Shape) => size >= leastSize
  const count = (schema: unknown) => {
    if (isObject(schema))
      changed(schema, (inner, isOfOtherValue) => {
        const shape = isOfOtherValue && isObject(inner) ? shapeOf(inner) : undefined
        const times = shape && isLarge(shape) ? (seen.get(shape.name) ?? 0) + 1 : 0
        if (shape) seen.set(shape.name, times)
        if (times < 2) count(inner)
        return inner
      })
  }
  for (const schema of schemas.values()) count(schema)

  const parts = new Map<string, JsonSchema>()
  const joined = (schema: unknown): unknown => {
    if (!isObject(schema)) return schema
    return changed(schema, (inner, isOfOtherValue) => {
      const { name } = isOfOtherValue && isObject(inner) ? shapeOf(inner) : { name: '' }
      if ((seen.get(name) ?? 0) < 2) return joined(inner)
      if (!parts.has(name)) {
        parts.set(name, true)
        parts.set(name, joined(inner) as JsonSchema)
      }
      return { $ref: name }
    })
  }
  return { schemas: new Map([...schemas].map(([name, schema]) => [name, joined(schema) as JsonSchema])), parts }
}

/** Tells the shape of schemas; two of the same shape have the same name. */
function shapes(): (schema: JsonObject) => Shape {
  const known = new WeakMap<JsonObject, Shape>()
  const names = new Map<string, string>()
  const shapeOf = (schema: JsonObject): Shape => {
    const before = known.get(schema)
    if (before) return before
    let size = 0
    const demands = Object.entries(schema).filter(([keyword]) => rules.has(keyword))
    const own = changed(objectFrom(demands), (inner) => {
      if (!isObject(inner)) return inner
      const shape = shapeOf(inner)
      size += shape.size
      return shape.name
    })
    const text = JSON.stringify(own)
    const name = names.get(text) ?? `$part.${names.size}`
    names.set(text, name)
    const shape = { name, size: size + text.length }
    known.set(schema, shape)
    return shape
  }
  return shapeOf
}

/** The schema with each schema directly in it changed. */
function changed(schema: JsonObject, change: (inner: unknown, isOfOtherValue: boolean) => unknown): JsonObject {
  return objectFrom(
    Object.entries(schema).map(([keyword, value]) => {
      const inner = (one: unknown) => change(one, ofOtherValues.has(keyword))
      if (schemaMaps.has(keyword) && isObject(value))
        return [keyword, objectFrom(Object.entries(value).map(([name, one]) => [name, inner(one)] as const))] as const
      if (schemaLists.has(keyword) && Array.isArray(value)) return [keyword, value.map(inner)] as const
      return [keyword, singleSchemas.has(keyword) ? inner(value) : value] as const
    }),
  )
}
