import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'

/** Stands for every name that a map may hold. */
export const anyName = 'any-name'

const known = new WeakMap<JsonObject, JsonSchema>()
const knownModels = new WeakMap<Model, Model>()

/**
 * A model whose maps (`additionalProperties` with a schema) have one member by name, so that values are made for it. What is
 * valid stays the same.
 */
export function withNamedMembers(model: Model): Model {
  const named = knownModels.get(model) ?? {
    ...model,
    schemas: objectFrom(
      Object.entries(model.schemas).map(([name, schema]) => [name, withNamedMember(schema)] as const),
    ),
  }
  knownModels.set(model, named)
  return named
}

/** The same for a schema that has no name. */
export function withNamedMember(schema: JsonSchema): JsonSchema {
  if (!isObject(schema)) return schema
  const named = known.get(schema) ?? (changed(schema) as JsonSchema)
  known.set(schema, named)
  return named
}

function changed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(changed)
  if (!isObject(value)) return value
  const members = objectFrom(Object.entries(value).map(([key, member]) => [key, changed(member)] as const))
  const { additionalProperties: others, properties } = members
  if (!isObject(others) || Object.keys(others).length === 0) return members
  return { ...members, properties: { ...Object(properties), [anyName]: others } }
}
