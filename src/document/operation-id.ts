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
    const ref = textAt(paths[path], '$ref')
    const item = ref === undefined ? objectAt(paths, path) : objectFrom(Object.entries(valueAt(document, ref) ?? {}))
    return methods.filter((method) => isObject(item[method])).map((method) => ({ path, method, item }))
  })
}

/** An operation whose operationId was made up. */
export interface DerivedId extends OperationPlace {
  readonly operationId: string
}

/** The document with an operationId on every operation, and those that had none. */
export function withOperationIds(document: JsonObject): { document: JsonObject; derived: readonly DerivedId[] } {
  const places = operationsIn(document)
  const taken = new Set(places.flatMap(({ item, method }) => textAt(item[method], 'operationId') ?? []))
  const paths: { [path: string]: unknown } = { ...objectAt(document, 'paths') }
  const derived: DerivedId[] = []
  for (const place of places) {
    const { path, method, item } = place
    if (textAt(item[method], 'operationId') !== undefined) continue
    const operationId = derivedOperationId(method, path, taken)
    taken.add(operationId)
    paths[path] = {
      ...objectFrom(Object.entries(paths[path] ?? {})),
      [method]: { ...objectAt(item, method), operationId },
    }
    derived.push({ ...place, operationId })
  }
  return { document: { ...document, paths }, derived }
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
