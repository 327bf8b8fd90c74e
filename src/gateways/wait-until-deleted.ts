import type { Gateway } from '../../generated/types.ts'
import { gatewayId } from './gateway-id.ts'
import { gatewayStatus } from './status.ts'
import { failedState, type Seen, type Waiting, type WaitOptions, waitFor } from './wait.ts'

/**
 * Waits until a gateway does not exist any more. One that had failed before may be deleted, so failing ends the wait only
 * where the deletion was seen to begin.
 */
export async function waitUntilDeleted(
  waiting: Waiting,
  target: Gateway | string | undefined,
  options: WaitOptions = {},
): Promise<void> {
  const id = gatewayId(target, 'waitUntilDeleted')
  let hasBegun = false
  const judge = ({ gateway }: Seen) => {
    if (!gateway) return 'done'
    hasBegun ||= gatewayStatus(gateway) === 'STATUS_DELETING'
    return hasBegun ? failedState(gateway, options) : undefined
  }
  await waitFor(waiting, { id, options, judge, goal: 'deleted', defaultTimeoutMs: 20 * 60_000 })
}
