import { readDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { prismTarget } from './prism.ts'
import { type ContractResult, runContract } from './run.ts'
import type { Target } from './target.ts'

/**
 * Reads a document, starts Prism on it, runs the suite and stops Prism, whatever happens.
 *
 * @throws {CannotRunError} when the document cannot be used, or Prism does not start or ends before its time
 */
export async function contractAgainstPrism(spec: string): Promise<{ result: ContractResult; target: Target }> {
  const { bundle } = await readDocument(spec)
  const model = readModel(bundle)
  if (model.operations.length === 0)
    throw new CannotRunError(`${spec} describes no operation; there is nothing to run.`)
  const target = await prismTarget(bundle)
  const ended = target.ended.then((): never => {
    throw new CannotRunError('Prism ended during the run; a request of the suite may have broken it.')
  })
  try {
    return { result: await Promise.race([runContract(model, target), ended]), target }
  } finally {
    await target.stop()
  }
}
