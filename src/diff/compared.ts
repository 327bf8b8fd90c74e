import { type SchemaRules, schemaRules } from '../contract/schema-rules.ts'
import { isObject, type JsonObject, pointerOf } from '../document/json.ts'
import type { Model } from '../document/model.ts'
import { readModel } from '../document/read-model.ts'
import type { Location } from '../report/finding.ts'

/** One of two revisions of a document. */
export interface Compared {
  /** What it is called in reports, such as `spec/openapi.yaml` or `v0.1.0`. */
  readonly name: string
  readonly bundle: JsonObject
  /** Where the value under a pointer of the bundle was written. */
  readonly locate: (pointer: string) => Location | undefined
}

/** A revision, ready to be judged by. */
export interface ReadRevision extends Compared {
  readonly model: Model
  readonly rules: SchemaRules
  /** Where a schema of the model stands in the bundle. */
  readonly pointerOf: (schema: unknown) => string | undefined
}

/**
 * Reads a revision.
 *
 * @throws {CannotRunError} when a schema cannot be compiled
 */
export function readRevision(compared: Compared): ReadRevision {
  const model = readModel(compared.bundle)
  const pointers = schemaPointers(model)
  return { ...compared, model, rules: schemaRules(model), pointerOf: (schema) => pointers.get(schema) }
}

function schemaPointers({ schemas, operations }: Model): ReadonlyMap<unknown, string> {
  const pointers = new Map<unknown, string>()
  const remember = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null || pointers.has(value)) return
    pointers.set(value, pointer)
    for (const [key, member] of Object.entries(value)) remember(member, pointer + pointerOf([key]).slice(1))
  }
  for (const [key, schema] of Object.entries(schemas)) if (isObject(schema)) remember(schema, componentPointer(key))
  for (const { requestBody, responses } of operations) {
    const content = [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)]
    for (const { schema, pointer } of content) remember(schema, pointer)
  }
  return pointers
}

/** Of a schema that has a copy for one direction, the place of the one that is written. */
function componentPointer(key: string): string {
  return pointerOf(['components', 'schemas', key.replace(/^\$(readOnly|writeOnly|named)\./, '')])
}
