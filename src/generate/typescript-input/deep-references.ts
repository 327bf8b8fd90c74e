import { isObject, type JsonObject, objectAt, objectFrom, textAt, valueAt } from '../../document/json.ts'

/**
 * The document with every reference that goes deeper than a component (`#/components/schemas/Tree/properties/…`)
 * replaced by what it names: openapi-typescript cannot write a type for all of them. What such a reference names
 * becomes a component of its own when it leads back to itself.
 */
export function withoutDeepReferences(document: JsonObject): JsonObject {
  const named = new Map<string, string>()
  const inPlace = (value: unknown): unknown => replaced(value, { document, named, above: new Set() })
  const first = inPlace(document)
  if (named.size === 0) return first as JsonObject
  // The names are complete only now; whatever contains one of them is written again.
  const { components, ...rest } = inPlace(document) as JsonObject
  const own = [...named].map(([ref, name]) => [name, inPlace(valueAt(document, ref))] as const)
  const schemas = objectFrom([...Object.entries(objectAt(components, 'schemas')), ...own])
  return { ...rest, components: { ...objectAt({ components }, 'components'), schemas } }
}

interface Context {
  readonly document: JsonObject
  /** References that lead back to themselves → the component that stands for what they name. */
  readonly named: Map<string, string>
  /** The references that are being replaced. */
  readonly above: ReadonlySet<string>
}

const component = /^#\/components\/[^/]+\/[^/]+$/

function replaced(value: unknown, context: Context): unknown {
  const { document, named, above } = context
  if (Array.isArray(value)) return value.map((item) => replaced(item, context))
  if (!isObject(value)) return value
  const ref = textAt(value, '$ref')
  if (ref === undefined || component.test(ref)) {
    return objectFrom(Object.entries(value).map(([key, member]) => [key, replaced(member, context)] as const))
  }
  if (above.has(ref) && !named.has(ref)) named.set(ref, `$recursive${named.size + 1}`)
  if (named.has(ref)) return { ...value, $ref: `#/components/schemas/${named.get(ref)}` }
  const target = valueAt(document, ref)
  return target === undefined ? value : replaced(target, { ...context, above: new Set([...above, ref]) })
}
