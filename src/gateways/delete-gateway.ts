import type { Client } from '../../generated/client.ts'
import { ApiError } from '../client/index.ts'

/** A delete whose repeat finds nothing more has done what it should: the first attempt arrived, its answer was lost. */
export function safeDelete({ withResponse }: Client): Client['withResponse']['deleteGateway'] {
  return async (id, options) => {
    try {
      return await withResponse.deleteGateway(id, options)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404 || error.attempts < 2) throw error
      return { data: {}, status: error.status, headers: new Headers(), requestId: error.requestId }
    }
  }
}
