import type { Client } from '../../generated/client.ts'
import type { CreateGatewayRequestBody } from '../../generated/types.ts'
import type { Clock } from '../client/clock.ts'
import { ApiError, ClientError, withFacts } from '../client/errors.ts'
import type { CallOptions } from '../client/index.ts'
import { isSameSpecification } from './specification.ts'
import { randomUuid } from './uuid.ts'

/**
 * A create that may be repeated: it always has an identifier, so that the service refuses a second one. Where the repeat
 * tells that the first attempt arrived although its answer was lost, the gateway is read, and if it is what was asked for
 * it is the result.
 *
 * @param deadlineMs of the client, for the create and the read together
 */
export function safeCreate(
  { withResponse }: Client,
  clock: Clock,
  deadlineMs: number,
): Client['withResponse']['createGateway'] {
  return async (body, options) => {
    const startedAt = clock.now()
    const id = body?.id ?? randomUuid()
    const sent: CreateGatewayRequestBody = { ...body, id }
    try {
      return await withResponse.createGateway(sent, { ...options, idempotent: options?.idempotent ?? true })
    } catch (error) {
      const isOwn = body?.id === undefined || (error instanceof ApiError && error.attempts > 1)
      const leftMs = (options?.deadlineMs ?? deadlineMs) - (clock.now() - startedAt)
      const found =
        isOwn && isConflict(error) && leftMs >= 1 ? await read(id, { ...options, deadlineMs: leftMs }) : undefined
      if (found && isSameSpecification(found.data.gateway?.spec, sent)) return found
      throw about(id, error)
    }
  }

  /** The gateway, or undefined where there is none: the conflict is about something else then, its name for example. */
  async function read(id: string, options: CallOptions) {
    try {
      return await withResponse.getGateway(id, options)
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined
      throw about(id, error)
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 409 || error.code === 'already_exists')
}

/** What failed may have made the gateway all the same; its identifier is how to find out. */
function about(id: string, error: unknown): unknown {
  return error instanceof ClientError && error.attempts > 0 ? withFacts(error, { resourceId: id }) : error
}
