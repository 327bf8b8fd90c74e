import type { DeleteGatewayResponse200 } from '../../generated/types.ts'
import type { CallOptions, CallResult } from '../client/index.ts'
import type { GatewayParts } from './gateway-parts.ts'

/** A delete whose repeat finds nothing more has done what it should: the first attempt arrived, its answer was lost. */
export async function deleteGateway(
  { client, shared: { ApiError } }: GatewayParts,
  id: string,
  options: CallOptions | undefined,
): Promise<CallResult<DeleteGatewayResponse200>> {
  try {
    return await client.withResponse.deleteGateway(id, options)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404 || error.attempts < 2) throw error
    return { data: {}, status: error.status, headers: new Headers(), requestId: error.requestId }
  }
}
