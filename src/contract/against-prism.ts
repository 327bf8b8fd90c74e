import { readDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import { prismTarget } from './prism.ts'
import { type ContractResult, runContract } from './run.ts'
import type { Target } from './target.ts'

/** Reads a document, starts Prism on it, runs the suite and stops Prism, whatever happens. */
export async function contractAgainstPrism(spec: string): Promise<{ result: ContractResult; target: Target }> {
  const { bundle } = await readDocument(spec)
  const target = await prismTarget(bundle)
  try {
    return { result: await runContract(readModel(bundle), target), target }
  } finally {
    await target.stop()
  }
}
