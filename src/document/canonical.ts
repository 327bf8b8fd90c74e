import { objectFrom } from './json.ts'
import { withObjects } from './shape.ts'

/**
 * The same document with the members of every object sorted by code unit, so that two documents that differ in key
 * order alone give the same bytes. The value of an example, a default or a constant keeps its order: it is shown to
 * readers as it was written.
 */
export function canonical(document: unknown): unknown {
  return withObjects(document, (object) => objectFrom(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))))
}
