import { isObject, type JsonObject, objectFrom, valueUnder } from './json.ts'

const shownAsWritten = new Set(['example', 'default', 'const', 'value'])
const shownAsWrittenLists = new Set(['enum', 'examples'])
/** Maps whose keys are names that somebody chose, or statuses: `default` among responses is no keyword. */
const namedMembers = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', 'definitions', '$defs'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links'],
  ...['callbacks', 'pathItems', 'paths', 'webhooks', 'content', 'encoding', 'variables', 'mapping'],
])

/** Whether a member is a value that is shown as it was written: an example, a default, a constant. */
function isValue(key: string, member: unknown): boolean {
  return shownAsWritten.has(key) || (Array.isArray(member) && shownAsWrittenLists.has(key))
}

/** Changes one object. In a map the keys are names: a schema property may be called `example` or `mapping`. */
export type ObjectChange = (object: JsonObject, isMap: boolean) => JsonObject

/** Changes every object of a document, the innermost first. Values that are shown as they were written stay so. */
export function withObjects(value: unknown, change: ObjectChange, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withObjects(item, change))
  if (!isObject(value)) return value
  return change(
    withMembers(value, isMap, (member, isMapToo) => withObjects(member, change, isMapToo)),
    isMap,
  )
}

/** Changes every object of a document, the outermost first. Values that are shown as they were written stay so. */
export function withObjectsFromAbove(value: unknown, change: ObjectChange, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withObjectsFromAbove(item, change))
  if (!isObject(value)) return value
  return withMembers(change(value, isMap), isMap, (member, isMapToo) => withObjectsFromAbove(member, change, isMapToo))
}

/** An object with each member changed that is no value; the change is told whether the member is a map of names. */
function withMembers(object: JsonObject, isMap: boolean, change: (member: unknown, isMap: boolean) => unknown) {
  const members = Object.entries(object).map(([key, member]) => {
    if (!isMap && isValue(key, member)) return [key, member] as const
    return [key, change(member, !isMap && namedMembers.has(key))] as const
  })
  return objectFrom(members)
}

/** Whether a path of a document leads into a value that is shown as it was written, where `$ref` is no reference. */
export function leadsIntoValue(document: unknown, tokens: readonly string[]): boolean {
  let isMap = false
  let node = document
  for (const token of tokens) {
    node = valueUnder(node, [token])
    if (!isMap && isValue(token, node)) return true
    isMap = !isMap && namedMembers.has(token)
  }
  return false
}
