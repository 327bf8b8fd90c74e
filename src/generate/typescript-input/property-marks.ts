import { isObject, type JsonObject, objectFrom, textAt, valueAt } from '../../document/json.ts'
import { withObjects } from '../../document/shape.ts'

/** On a property that is required and may have any JSON value. Its type is `{} | null`, which `undefined` is not. */
export const anyValueMark = 'x-any-value'

const annotations = new Set(['title', 'description', 'example', 'examples', 'deprecated', '$comment', 'externalDocs'])

/**
 * The document with marks on its properties that openapi-typescript reads:
 *
 * - a required property of any value, whose type `unknown` would let a caller pass `undefined`, which JSON drops
 * - a property whose `readOnly` or `writeOnly` is said by the schema that it refers to
 */
export function withPropertiesMarked(document: JsonObject): JsonObject {
  return withObjects(document, (object, isMap) => (isMap ? object : marked(object, document))) as JsonObject
}

function marked(schema: JsonObject, document: JsonObject): JsonObject {
  if (!isObject(schema.properties)) return schema
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = Object.entries(schema.properties).map(([name, property]) => {
    if (!isObject(property)) return [name, property] as const
    const isAny = required.includes(name) && saysNothing(property)
    return [name, { ...property, ...directionOf(property, document), ...(isAny && { [anyValueMark]: true }) }] as const
  })
  return { ...schema, properties: objectFrom(properties) }
}

function directionOf(property: JsonObject, document: JsonObject): JsonObject {
  const ref = textAt(property, '$ref')
  const target = ref === undefined ? undefined : valueAt(document, ref)
  if (!isObject(target)) return {}
  return {
    ...directionOf(target, document),
    ...(target.readOnly === true && { readOnly: true }),
    ...(target.writeOnly === true && { writeOnly: true }),
  }
}

function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => annotations.has(key) || key.startsWith('x-'))
}
