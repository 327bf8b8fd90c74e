import type { JsonObject } from '../document/json.ts'
import type { Model } from '../document/model.ts'
import { readDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'

/** A document that a run can be made on. */
export interface ContractDocument {
  readonly bundle: JsonObject
  readonly model: Model
}

/**
 * Reads the document of a run.
 *
 * @throws {CannotRunError} when it cannot be used, or describes no operation
 */
export async function contractDocument(spec: string): Promise<ContractDocument> {
  const { bundle } = await readDocument(spec)
  const model = readModel(bundle)
  if (model.operations.length === 0)
    throw new CannotRunError(`${spec} describes no operation; there is nothing to run.`)
  return { bundle, model }
}
