import { isObject, objectFrom } from './json.ts'

/**
 * The same JSON value with the members of every object sorted by code unit, so that two documents that differ
 * in key order alone give the same bytes. The value of an example, a default or a constant keeps its order:
 * it is shown to readers as it was written.
 */
export function canonical(value: unknown): unknown {
  return sorted(value, [])
}

const shownAsWritten = new Set(['example', 'default', 'const', 'value'])
const shownAsWrittenLists = new Set(['enum', 'examples'])
/** Maps whose keys are names that somebody chose, or statuses: `default` among responses is no keyword. */
const namedMembers = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', 'definitions', '$defs'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links'],
  ...['callbacks', 'pathItems', 'paths', 'webhooks', 'content', 'encoding', 'variables', 'mapping'],
])

function sorted(value: unknown, path: readonly string[]): unknown {
  if (isShownAsWritten(value, path)) return value
  if (Array.isArray(value)) return value.map((item, index) => sorted(item, [...path, String(index)]))
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return objectFrom(keys.map((key) => [key, sorted(value[key], [...path, key])] as const))
}

/** A schema property may be called `example` or `value`: those are names, not keywords. */
function isShownAsWritten(value: unknown, path: readonly string[]): boolean {
  const key = path.at(-1)
  if (key === undefined || namedMembers.has(path.at(-2) ?? '')) return false
  return shownAsWritten.has(key) || (Array.isArray(value) && shownAsWrittenLists.has(key))
}
