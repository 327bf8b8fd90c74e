import { isObject, type JsonObject, objectAt, objectFrom, pointerOf } from './json.ts'

/**
 * A file with its short references written in full: `#name` becomes the pointer to the schema that has this `$anchor`,
 * and a bare name in a discriminator's `mapping` the pointer to that component. Not every reader knows the short forms.
 */
export function spelledOut(file: unknown): unknown {
  const { anchors, hasMapping } = shortForms(file)
  if (anchors.size === 0 && !hasMapping) return file
  const components = objectAt(objectAt(file, 'components'), 'schemas')
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite)
    if (!isObject(value)) return value
    return objectFrom(Object.entries(value).map(([key, member]) => [key, rewriteMember(key, member)] as const))
  }
  const rewriteMember = (key: string, member: unknown): unknown => {
    if (key === '$ref' && typeof member === 'string') return anchors.get(member) ?? member
    return key === 'mapping' && isObject(member) ? withNamesInFull(member, components) : rewrite(member)
  }
  return rewrite(file)
}

/** The anchors of a file, as `#name` → pointer, and whether it has a discriminator's mapping. */
function shortForms(file: unknown): { readonly anchors: ReadonlyMap<string, string>; readonly hasMapping: boolean } {
  const anchors = new Map<string, string>()
  let hasMapping = false
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      if (key === '$anchor' && typeof member === 'string') anchors.set(`#${member}`, pointerOf(path))
      if (key === 'mapping') hasMapping = true
      walk(member, [...path, key])
    }
  }
  walk(file, [])
  return { anchors, hasMapping }
}

/** A name goes before a file that is called so (OpenAPI 3.1.1, Discriminator Object). */
function withNamesInFull(mapping: JsonObject, components: JsonObject): JsonObject {
  const full = Object.entries(mapping).map(([value, target]) => {
    const isName = typeof target === 'string' && Object.hasOwn(components, target)
    return [value, isName ? pointerOf(['components', 'schemas', target]) : target] as const
  })
  return objectFrom(full)
}
