import type { Gateway } from '../../generated/types.ts'
import { gatewayId } from './gateway-id.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { guarded } from './guarded.ts'
import { gatewayStatus, isReady } from './status.ts'
import { failedState, type Seen, type WaitOptions, waitFor } from './wait.ts'

/**
 * How long a gateway may not be found after its create, in milliseconds: reads may lag behind, also some that come after
 * one which found it.
 */
const graceMs = 60_000

/** Waits until a gateway serves. */
export function waitUntilReady(
  parts: GatewayParts,
  target: Gateway | string | undefined,
  options: WaitOptions = {},
): Promise<Gateway> {
  return guarded(parts.shared, 'waitUntilReady', () => ready(parts, target, options))
}

async function ready(
  parts: GatewayParts,
  target: Gateway | string | undefined,
  options: WaitOptions,
): Promise<Gateway> {
  const id = gatewayId(parts.shared, target, 'waitUntilReady')
  const judge = ({ gateway, last, elapsedMs }: Seen) => {
    if (gateway) return isReady(gateway) ? 'done' : failedState(gateway, options)
    const isGone = elapsedMs >= graceMs || gatewayStatus(last) === 'STATUS_DELETING'
    return isGone ? ({ reason: 'gone', why: 'does not exist' } as const) : undefined
  }
  return waitFor(parts, { id, options, judge, goal: 'ready', defaultTimeoutMs: 45 * 60_000 })
}
