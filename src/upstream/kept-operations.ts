import {
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  objectFrom,
  objectsIn,
  pointerTokens,
  textAt,
} from '../document/json.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'

/**
 * The part of a bundled document whose paths begin with the prefix: these operations, the components that they reach and
 * the tags that they bear.
 *
 * @throws {CannotRunError} when there is no such path, or when one needs what is left out
 */
export function keptOperations(document: JsonObject, prefix: string): JsonObject {
  const all = objectAt(document, 'paths')
  const paths = objectFrom(Object.entries(all).filter(([path]) => isBelow(path, prefix)))
  if (Object.keys(paths).length === 0) throw new CannotRunError(nothingKept(prefix, Object.keys(all)))
  const { webhooks: _, components: __, tags: ___, ...others } = document
  const components = reachedComponents(document, { ...others, paths })
  const borne = new Set(
    Object.values(paths)
      .flatMap(operationsOf)
      .flatMap((operation) => listAt(operation, 'tags')),
  )
  const tags = listAt(document, 'tags').filter((tag) => borne.has(textAt(tag, 'name')))
  return {
    ...others,
    paths,
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(components).length > 0 && { components }),
  }
}

/** The longest path, in whole segments without variables, with which every path of a document begins. */
export function commonPrefix(document: JsonObject): string {
  const [first = [], ...others] = Object.keys(objectAt(document, 'paths')).map((path) => path.split('/'))
  const length = first.findIndex(
    (segment, index) => segment.includes('{') || others.some((segments) => segments[index] !== segment),
  )
  return (length === -1 ? first : first.slice(0, length)).join('/') || '/'
}

/** The operations of a path item. */
export function operationsOf(item: unknown): readonly JsonObject[] {
  return Object.entries(Object(item))
    .filter(([method]) => methods.has(method))
    .map(([, operation]) => operation)
    .filter(isObject)
}

/** The members of a path item that are operations. */
export const methods: ReadonlySet<string> = new Set([
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'],
])

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
}

function nothingKept(prefix: string, paths: readonly string[]): string {
  const some = paths.slice(0, 3).join(', ')
  const has = paths.length === 0 ? 'it has no paths' : `it has ${paths.length}, such as ${some}`
  return `The document has no path below ${prefix}: ${has}. Say with --paths PREFIX which are meant.`
}

/** The components that a part of the document leads to, through each other too. */
function reachedComponents(document: JsonObject, part: JsonObject): JsonObject {
  const reached = new Set<string>()
  const queue: unknown[] = [part]
  while (queue.length > 0) {
    for (const object of objectsIn(queue.pop())) {
      for (const place of placesNamed(object)) {
        const key = JSON.stringify(place)
        if (reached.has(key)) continue
        reached.add(key)
        queue.push(objectAt(objectAt(document, 'components'), place[0])[place[1]])
      }
    }
  }
  const kinds = Object.entries(objectAt(document, 'components')).map(([kind, components]) => {
    const kept = Object.entries(Object(components)).filter(([name]) => reached.has(JSON.stringify([kind, name])))
    return [kind, objectFrom(kept)] as const
  })
  return objectFrom(kinds.filter(([, components]) => Object.keys(components).length > 0))
}

type Place = readonly [kind: string, name: string]

/** The components that an object refers to by itself. */
function placesNamed(object: JsonObject): readonly Place[] {
  const mapped = Object.values(objectAt(object.discriminator, 'mapping')).filter((value) => typeof value === 'string')
  const references = [object.$ref, ...mapped].filter((value) => typeof value === 'string')
  const schemes = listAt(object, 'security').flatMap((requirement) => Object.keys(Object(requirement)))
  return [...references.map(placeOf), ...schemes.map((name) => ['securitySchemes', name] as const)]
}

function placeOf(reference: string): Place {
  if (!reference.startsWith('#')) return ['schemas', reference]
  const [top, kind, name] = pointerTokens(reference)
  if (top === 'components' && kind !== undefined && name !== undefined) return [kind, name]
  throw new CannotRunError(
    `The document refers to ${reference}, which is no component: what it needs cannot be told apart.`,
  )
}
