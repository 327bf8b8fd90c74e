import { isObject, type JsonObject, objectAt, objectFrom, pointerOf } from './json.ts'
import { withObjects } from './shape.ts'

/**
 * A file with its short and roundabout references written in full, because not every reader knows them: `#name` becomes
 * the pointer to the schema that has this `$anchor`, a bare name in a discriminator's `mapping` the pointer to that
 * component, and a reference that names the file itself one inside it.
 *
 * @param isItself tells whether what stands before the `#` names this file
 */
export function spelledOut(file: unknown, isItself: (reference: string) => boolean): unknown {
  const anchors = anchorsIn(file)
  const components = objectAt(objectAt(file, 'components'), 'schemas')
  const inside = (ref: string) => {
    const [before = '', after = ''] = ref.split('#')
    const own = before !== '' && isItself(before) ? `#${after}` : ref
    return anchors.get(own) ?? own
  }
  return withObjects(file, (object) => ({
    ...object,
    ...(typeof object.$ref === 'string' && { $ref: inside(object.$ref) }),
    ...(isObject(object.discriminator) && { discriminator: withMapping(object.discriminator, components, inside) }),
  }))
}

/** `#name` → pointer, for every `$anchor` of a file. */
function anchorsIn(file: unknown): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  const path: string[] = []
  const walk = (value: object) => {
    for (const [key, member] of Object.entries(value)) {
      if (key === '$anchor' && typeof member === 'string') anchors.set(`#${member}`, pointerOf(path))
      if (typeof member !== 'object' || member === null) continue
      path.push(key)
      walk(member)
      path.pop()
    }
  }
  if (typeof file === 'object' && file !== null) walk(file)
  return anchors
}

/** A name goes before a file that is called so (OpenAPI 3.1.1, Discriminator Object). */
function withMapping(discriminator: JsonObject, components: JsonObject, inside: (ref: string) => string): JsonObject {
  if (!isObject(discriminator.mapping)) return discriminator
  const full = Object.entries(discriminator.mapping).map(([value, target]) => {
    if (typeof target !== 'string') return [value, target] as const
    const isName = Object.hasOwn(components, target)
    return [value, isName ? pointerOf(['components', 'schemas', target]) : inside(target)] as const
  })
  return { ...discriminator, mapping: objectFrom(full) }
}
