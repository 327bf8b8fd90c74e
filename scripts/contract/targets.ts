import type { ContractDocument } from '../../src/contract/contract-document.ts'
import { prismTarget } from '../../src/contract/prism.ts'
import type { Target } from '../../src/contract/target.ts'
import { urlTarget } from '../../src/contract/url-target.ts'
import type { TargetChoice } from './options.ts'
import { sandboxTarget } from './sandbox-target.ts'

/** The target that was chosen, started where it is ours. */
export async function targetFor(choice: TargetChoice, { bundle }: ContractDocument): Promise<Target> {
  if (choice.kind === 'url') return urlTarget(choice)
  return choice.kind === 'prism' ? prismTarget(bundle) : sandboxTarget()
}
