import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadRevision, readRevision } from '../../src/diff/compared.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { root } from '../workspace.ts'

/** Our document as one JSON object. */
export const ourDocument: JsonObject = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'))

const known = new Map<JsonObject, ReadRevision>()

/** A bundled document as a revision; the same one is read once. */
export function asRevision(bundle: JsonObject, name = 'a document'): ReadRevision {
  const read = known.get(bundle) ?? readRevision({ name, bundle, locate: () => undefined })
  known.set(bundle, read)
  return read
}
