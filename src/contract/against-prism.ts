import type { ContractDocument } from './contract-document.ts'
import { prismTarget } from './prism.ts'
import { type ContractResult, type RunOptions, runContract } from './run.ts'
import type { Target } from './target.ts'

/**
 * Starts Prism on a document, runs the suite and stops Prism, whatever happens.
 *
 * @throws {CannotRunError} when Prism does not start, or stops answering
 */
export async function contractAgainstPrism(
  { bundle, model }: ContractDocument,
  options: RunOptions = {},
): Promise<ContractResult & { readonly target: Target }> {
  const target = await prismTarget(bundle)
  try {
    return { ...(await runContract(model, target, options)), target }
  } finally {
    await target.stop()
  }
}
