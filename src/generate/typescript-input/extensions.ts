import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'

const holders = new Set(['paths', 'responses', 'webhooks', 'callbacks'])

/** The document without extensions among its paths, responses and callbacks, where each would be read as one more. */
export function withoutExtensions(document: JsonObject): JsonObject {
  return inside(document) as JsonObject
}

function inside(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item))
  if (!isObject(value)) return value
  const members = Object.entries(value).filter(([name]) => !(holders.has(key) && name.startsWith('x-')))
  return objectFrom(members.map(([name, member]) => [name, inside(member, name)] as const))
}
