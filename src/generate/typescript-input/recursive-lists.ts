import { isObject, type JsonObject, listAt, objectAt, objectFrom, textAt } from '../../document/json.ts'

/** On a list whose items are the named schema, when that leads back to the list through lists and choices alone. */
export const listMark = 'x-list-of'

/**
 * What such a list is typed as: an interface, because an annotation may name an interface before it is known what it
 * extends, and may not lead back to itself by `[]`.
 */
export const listInterface =
  'export interface $ListOf<Name extends keyof components["schemas"]> extends Array<components["schemas"][Name]> {}\n'

const prefix = '#/components/schemas/'

/** The document with those lists marked. */
export function withRecursiveListsMarked(document: JsonObject): JsonObject {
  const schemas = objectAt(document.components, 'schemas')
  const direct = new Map(Object.entries(schemas).map(([name, schema]) => [name, namesIn(schema)] as const))
  if (![...direct.keys()].some((name) => reaches(direct, name, name))) return document
  const marked = Object.entries(schemas).map(([name, schema]) => {
    const isRecursive = (item: string) => item === name || reaches(direct, item, name)
    return [name, withMarks(schema, isRecursive)] as const
  })
  return { ...document, components: { ...objectAt(document, 'components'), schemas: objectFrom(marked) } }
}

/** The schemas that a schema names without a property in between. */
function namesIn(schema: unknown): string[] {
  const ref = textAt(schema, '$ref')
  const own = ref?.startsWith(prefix) ? [ref.slice(prefix.length)] : []
  return [...own, ...partsOf(schema).flatMap(namesIn)]
}

function partsOf(schema: unknown): unknown[] {
  const choices = ['allOf', 'anyOf', 'oneOf', 'prefixItems'].flatMap((key) => listAt(schema, key))
  return isObject(schema) && isObject(schema.items) ? [...choices, schema.items] : choices
}

function reaches(direct: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const queue = [...(direct.get(from) ?? [])]
  while (queue.length > 0) {
    const name = queue.pop() ?? ''
    if (name === to) return true
    if (seen.has(name)) continue
    seen.add(name)
    queue.push(...(direct.get(name) ?? []))
  }
  return false
}

function withMarks(schema: unknown, isRecursive: (name: string) => boolean): unknown {
  if (Array.isArray(schema)) return schema.map((part) => withMarks(part, isRecursive))
  if (!isObject(schema)) return schema
  const all = Object.entries(schema).map(([key, part]) => [key, withMarks(part, isRecursive)] as const)
  const ref = textAt(schema.items, '$ref')
  const name = ref?.startsWith(prefix) ? ref.slice(prefix.length) : undefined
  return objectFrom(name !== undefined && isRecursive(name) ? [...all, [listMark, name]] : all)
}
