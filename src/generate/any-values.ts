import { isObject, type JsonObject, objectFrom } from '../document/json.ts'

/** On a property that is required and may have any JSON value. Its type is `{} | null`, which `undefined` is not. */
export const anyValueMark = 'x-any-value'

const annotations = new Set(['title', 'description', 'example', 'examples', 'deprecated', '$comment', 'externalDocs'])

/**
 * The document with every required property of any value marked. `unknown` would let a caller pass `undefined` for
 * it, which JSON drops: the property would be missing.
 */
export function withAnyValuesMarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAnyValuesMarked)
  if (!isObject(value)) return value
  const marked = objectFrom(Object.entries(value).map(([key, member]) => [key, withAnyValuesMarked(member)] as const))
  const { properties, required } = marked
  if (!isObject(properties) || !Array.isArray(required)) return marked
  const entries = Object.entries(properties).map(([name, property]) => {
    const isAny = required.includes(name) && isObject(property) && saysNothing(property)
    return [name, isAny ? { ...property, [anyValueMark]: true } : property] as const
  })
  return { ...marked, properties: objectFrom(entries) }
}

function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => annotations.has(key) || key.startsWith('x-'))
}
