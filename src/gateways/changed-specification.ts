import type { GatewaySpec } from '../../generated/types.ts'
import { choiceOf } from './specification.ts'

/**
 * The whole specification of a gateway with changes laid over what is stored: of each choice the changed member alone, and
 * without what only the service sets.
 */
export function changedSpecification(stored: GatewaySpec, given: object): object {
  // What is undefined is not changed.
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const kept = Object.entries(stored).filter(([name, value]) => {
    const choice = choiceOf(name)
    const isReplaced = choice !== undefined && Object.keys(changes).some((changed) => choiceOf(changed) === choice)
    return name !== 'organizationId' && value && !isReplaced
  })
  const whole: Readonly<Record<string, unknown>> = { zones: [], ...Object.fromEntries(kept), ...changes }
  const auth = whole.weightsAndBiasesAuth as { readonly serverUrl?: unknown } | null | undefined
  // An empty URL is read for the shared instance, but none can be sent.
  if (auth?.serverUrl !== '') return whole
  const { serverUrl: _, ...others } = auth
  return { ...whole, weightsAndBiasesAuth: others }
}
