import type { CreateGatewayRequestBody, CreateGatewayResponse200 } from '../../generated/types.ts'
import type { Clock } from '../client/clock.ts'
import { ApiError, ClientError, withFacts } from '../client/errors.ts'
import type { CallOptions } from '../client/index.ts'
import { pause } from '../client/scope.ts'
import { isSameSpecification } from './specification.ts'
import { randomUuid } from './uuid.ts'

/** What a safe create is made of. */
export interface CreateParts<Result> {
  readonly create: (body: CreateGatewayRequestBody, options: CallOptions) => Promise<Result>
  readonly read: (id: string, options: CallOptions) => Promise<Result>
  /** The body of a result. */
  readonly dataOf: (result: Result) => CreateGatewayResponse200
  readonly clock: Clock
  /** Of the client, for the create and the read together. */
  readonly deadlineMs: number
}

/**
 * A create that may be repeated: it always has an identifier, so that the service refuses a second one. Where the repeat
 * tells that the first attempt arrived although its answer was lost, the gateway is read, and if it is what was asked for
 * it is the result.
 */
export function safeCreate<Result>({ create, read, dataOf, clock, ...client }: CreateParts<Result>) {
  return async (body: CreateGatewayRequestBody, options: CallOptions = {}): Promise<Result> => {
    const { idempotent = true, deadlineMs = client.deadlineMs } = options
    const endsAt = clock.now() + deadlineMs
    const id = body?.id ?? randomUuid()
    const sent: CreateGatewayRequestBody = { ...body, id }
    try {
      return await create(sent, { ...options, idempotent })
    } catch (error) {
      const wasRepeated = error instanceof ClientError && error.attempts > 1
      const mayBeOwn = isConflict(error) && (wasRepeated || body?.id === undefined)
      // Where the first attempt arrived, reads may lag behind it.
      const found = mayBeOwn ? await stored(id, options, wasRepeated ? 3 : 1, endsAt) : undefined
      if (found && isSameSpecification(dataOf(found).gateway?.spec, sent)) return found
      throw about(id, error)
    }
  }

  /** The gateway, or undefined where there is none: the conflict is about something else then, its name for example. */
  async function stored(id: string, options: CallOptions, reads: number, endsAt: number): Promise<Result | undefined> {
    for (let left = reads; left > 0 && endsAt - clock.now() >= 1; left--) {
      try {
        return await read(id, { ...options, deadlineMs: endsAt - clock.now() })
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 404) throw about(id, error)
        const subject = { place: `The read of ${id}`, operationId: 'createGateway' }
        if (left > 1) await pause(clock, Math.min(1000, endsAt - clock.now()), subject, options.signal)
      }
    }
    return undefined
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 409 || error.code === 'already_exists')
}

/** What failed may have made the gateway all the same; its identifier is how to find out. */
function about(id: string, error: unknown): unknown {
  return error instanceof ClientError && error.attempts > 0 ? withFacts(error, { resourceId: id }) : error
}
