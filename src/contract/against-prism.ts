import { readDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { type Prism, prismTarget } from './prism.ts'
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
  try {
    const result = await runContract(model, target)
    const unanswered = result.findings.filter(({ id }) => id === 'no-answer')
    if (unanswered.length > 0 && (await hasEnded(target))) {
      const message = 'Prism ended during the run; one of the requests without an answer broke it.'
      throw new CannotRunError(message, { findings: unanswered })
    }
    return { result, target }
  } finally {
    await target.stop()
  }
}

/** A process that dies drops its connections a moment before its end is known. */
async function hasEnded({ baseUrl, ended }: Pick<Prism, 'baseUrl' | 'ended'>): Promise<boolean> {
  const answers = await fetch(baseUrl, { signal: AbortSignal.timeout(5000) }).then(
    () => true,
    (error: Error) => error.name === 'TimeoutError',
  )
  if (!answers) await ended
  return !answers
}
