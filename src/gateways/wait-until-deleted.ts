import type { Gateway } from '../../generated/types.ts'
import { gatewayId } from './gateway-id.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { guarded } from './guarded.ts'
import { gatewayStatus } from './status.ts'
import { failedState, type Seen, type WaitOptions, waitFor } from './wait.ts'

/**
 * Waits until a gateway does not exist any more. One that had failed before may be deleted, so failing ends the wait only
 * where the deletion was seen to begin.
 */
export function waitUntilDeleted(
  parts: GatewayParts,
  target: Gateway | string | undefined,
  options: WaitOptions = {},
): Promise<void> {
  return guarded(parts.shared, 'waitUntilDeleted', () => deleted(parts, target, options))
}

async function deleted(parts: GatewayParts, target: Gateway | string | undefined, options: WaitOptions): Promise<void> {
  const id = gatewayId(parts.shared, target, 'waitUntilDeleted')
  let hasBegun = false
  const judge = ({ gateway }: Seen) => {
    if (!gateway) return 'done'
    hasBegun ||= gatewayStatus(gateway) === 'STATUS_DELETING'
    return hasBegun ? failedState(gateway, options) : undefined
  }
  await waitFor(parts, { id, options, judge, goal: 'deleted', defaultTimeoutMs: 20 * 60_000 })
}
