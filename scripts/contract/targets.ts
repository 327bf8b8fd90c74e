import type { ContractDocument } from '../../src/contract/contract-document.ts'
import { prismTarget } from '../../src/contract/prism.ts'
import type { Target } from '../../src/contract/target.ts'
import type { TargetChoice } from './options.ts'
import { sandboxTarget } from './sandbox-target.ts'

/** The target that was chosen, started where it is ours. */
export async function targetFor(choice: TargetChoice, { bundle }: ContractDocument): Promise<Target> {
  if (choice.kind !== 'url') return choice.kind === 'prism' ? prismTarget(bundle) : sandboxTarget()
  const { baseUrl, state, token } = choice
  return {
    name: new URL(baseUrl).host,
    baseUrl,
    state,
    ...(token !== undefined && { token }),
    deviations: [],
    meaning: `What was found is true of ${baseUrl} at the time of the run.`,
    stop: async () => {},
  }
}
