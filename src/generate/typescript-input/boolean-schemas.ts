import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'
import { schemaLists, schemaMaps } from '../../document/json-schema.ts'

/** On a schema that nothing meets. Its type is `never`. */
export const nothingMark = 'x-nothing'

const maps = new Set([...schemaMaps, 'schemas'])
const singles = new Set(['schema', 'items', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'])
const values = new Set(['const', 'enum', 'default', 'example', 'examples'])

/** The document with an object in the place of every schema that is `true` or `false`: openapi-typescript needs one. */
export function withoutBooleanSchemas(document: JsonObject): JsonObject {
  return inside(document) as JsonObject
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside)
  if (!isObject(value)) return value
  return objectFrom(Object.entries(value).map(([key, member]) => [key, memberOf(key, member)] as const))
}

function memberOf(key: string, member: unknown): unknown {
  if (singles.has(key)) return schema(member)
  if (schemaLists.has(key) && Array.isArray(member)) return member.map(schema)
  if (maps.has(key) && isObject(member)) {
    return objectFrom(Object.entries(member).map(([name, one]) => [name, schema(one)] as const))
  }
  return values.has(key) ? member : inside(member)
}

function schema(value: unknown): unknown {
  if (typeof value !== 'boolean') return inside(value)
  return value ? {} : { [nothingMark]: true }
}
