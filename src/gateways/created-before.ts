import type { CreateGatewayRequestBody, CreateGatewayResponse200 } from '../../generated/types.ts'
import type { CallOptions, CallResult } from '../client/index.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { isSameSpecification } from './specification.ts'

/** How often to look for a gateway, a second apart, and until when. */
interface Patience {
  readonly reads: number
  readonly endsAt: number
}

/**
 * The gateway that an earlier attempt of this create made; undefined where there is none, or another: the conflict is about
 * something else then, its name for example.
 *
 * @throws {ClientError} when it cannot be read
 */
export async function createdBefore(
  { client, clock, shared: { ApiError, pause } }: GatewayParts,
  sent: CreateGatewayRequestBody & { readonly id: string },
  options: CallOptions,
  { reads, endsAt }: Patience,
): Promise<CallResult<CreateGatewayResponse200> | undefined> {
  for (let left = reads; left > 0 && endsAt - clock.now() >= 1; left--) {
    try {
      const found = await client.withResponse.getGateway(sent.id, { ...options, deadlineMs: endsAt - clock.now() })
      return isSameSpecification(found.data.gateway?.spec, sent) ? found : undefined
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error
      if (left > 1) await pause(clock, Math.min(1000, endsAt - clock.now()), `The read of ${sent.id}`, options.signal)
    }
  }
  return undefined
}
