import { isObject, type JsonObject, objectFrom, textAt, valueAt } from '../document/json.ts'

/**
 * The document with every reference that goes deeper than a component (`#/components/schemas/Tree/properties/…`)
 * replaced by what it names: openapi-typescript cannot write a type for all of them. A reference that leads back
 * to itself stays.
 */
export function withoutDeepReferences(document: JsonObject): JsonObject {
  return replaced(document, document, new Set()) as JsonObject
}

const component = /^#\/components\/[^/]+\/[^/]+$/

function replaced(value: unknown, document: JsonObject, above: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, document, above))
  if (!isObject(value)) return value
  const ref = textAt(value, '$ref')
  if (ref === undefined || component.test(ref) || above.has(ref)) {
    return objectFrom(Object.entries(value).map(([key, member]) => [key, replaced(member, document, above)] as const))
  }
  const target = valueAt(document, ref)
  return target === undefined ? value : replaced(target, document, new Set([...above, ref]))
}
