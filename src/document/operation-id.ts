import { isObject, type JsonObject, objectAt, objectFrom, textAt, valueAt } from './json.ts'
import type { HttpMethod } from './model.ts'

const methods: readonly HttpMethod[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** An operation's place in the document. */
export interface OperationPlace {
  readonly path: string
  readonly method: HttpMethod
  /** The path item, its own reference resolved. */
  readonly item: JsonObject
}

/** Every operation, in the order of the paths, then of the methods as OpenAPI lists them. */
export function operationsIn(document: JsonObject): OperationPlace[] {
  const paths = objectAt(document, 'paths')
  return Object.keys(paths).flatMap((path) => {
    const item = objectAt(paths, path)
    return methods.filter((method) => isObject(item[method])).map((method) => ({ path, method, item }))
  })
}

/** The document with every path item in its path: what several paths share by reference stands in each of them. */
export function withPathItemsInPlace(document: JsonObject): JsonObject {
  const paths = objectAt(document, 'paths')
  if (!Object.values(paths).some((item) => textAt(item, '$ref') !== undefined)) return document
  const inPlace = Object.keys(paths).map((path) => [path, itemInPlace(document, paths[path])] as const)
  return { ...document, paths: objectFrom(inPlace) }
}

function itemInPlace(document: JsonObject, item: unknown): unknown {
  const ref = textAt(item, '$ref')
  if (ref === undefined || !isObject(item)) return item
  const target = itemInPlace(document, valueAt(document, ref))
  const { $ref: _, ...own } = item
  return { ...(isObject(target) && target), ...own }
}

/** An operation whose operationId was made up. */
export interface DerivedId extends OperationPlace {
  readonly operationId: string
  /** The operationId that it shares with an earlier path; undefined when it has none of its own. */
  readonly shared: string | undefined
}

/** The document with an operationId of its own on every operation, and those that had none. */
export function withOperationIds(document: JsonObject): { document: JsonObject; derived: readonly DerivedId[] } {
  const places = operationsIn(document)
  const taken = new Set(places.flatMap(({ item, method }) => textAt(item[method], 'operationId') ?? []))
  const paths: { [path: string]: JsonObject } = {}
  const derived: DerivedId[] = []
  const given = new Set<string>()
  for (const place of places) {
    const { path, method, item } = place
    const own = textAt(item[method], 'operationId') || undefined
    if (own !== undefined && !given.has(own)) {
      given.add(own)
      continue
    }
    const operationId = derivedOperationId(method, path, taken)
    taken.add(operationId)
    paths[path] = { ...(paths[path] ?? item), [method]: { ...objectAt(item, method), operationId } }
    derived.push({ ...place, operationId, shared: own })
  }
  if (derived.length === 0) return { document, derived }
  const all = Object.entries(objectAt(document, 'paths')).map(([path, item]) => [path, paths[path] ?? item] as const)
  return { document: { ...document, paths: objectFrom(all) }, derived }
}

/**
 * An operationId for an operation that has none: the method and the words of the path in camelCase, with `By`
 * before a parameter (`GET /pets/{petId}` → `getPetsByPetId`), and a number when that is taken.
 */
function derivedOperationId(method: HttpMethod, path: string, taken: ReadonlySet<string>): string {
  const words = path.split('/').flatMap((segment) => {
    const text = segment.replaceAll(/\{([^{}]*)\}/g, ' By $1 ')
    return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  })
  const base = method + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}${count}`
  return name
}
