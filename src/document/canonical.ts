import { isObject, objectFrom } from './json.ts'

/**
 * The same JSON value with the members of every object sorted by code unit, so that two documents that differ
 * in key order alone give the same bytes. The value of an example, a default or a constant keeps its order:
 * it is shown to readers as it was written.
 */
export function canonical(value: unknown): unknown {
  return sorted(value, false)
}

const shownAsWritten = new Set(['example', 'default', 'const', 'value'])
const shownAsWrittenLists = new Set(['enum', 'examples'])
/** Maps whose keys are names that somebody chose, or statuses: `default` among responses is no keyword. */
const namedMembers = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', 'definitions', '$defs'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links'],
  ...['callbacks', 'pathItems', 'paths', 'webhooks', 'content', 'encoding', 'variables', 'mapping'],
])

/** Whether a path of the document ends in a value that is shown as it was written, where `$ref` is no reference. */
export function leadsIntoValue(tokens: readonly string[]): boolean {
  let isMap = false
  for (const [index, token] of tokens.entries()) {
    const isItem = /^\d+$/.test(tokens[index + 1] ?? '')
    if (!isMap && (shownAsWritten.has(token) || (isItem && shownAsWrittenLists.has(token)))) return true
    isMap = !isMap && namedMembers.has(token)
  }
  return false
}

/** `isMap` tells that the keys are names that somebody chose: a schema property may be called `example` or `value`. */
function sorted(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, false))
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return objectFrom(
    keys.map((key) => [key, isMap ? sorted(value[key], false) : sortedMember(key, value[key])] as const),
  )
}

function sortedMember(key: string, value: unknown): unknown {
  const isShownAsWritten = shownAsWritten.has(key) || (Array.isArray(value) && shownAsWrittenLists.has(key))
  return isShownAsWritten ? value : sorted(value, namedMembers.has(key))
}
