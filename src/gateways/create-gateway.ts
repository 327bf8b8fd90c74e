import type { CreateGatewayRequestBody, CreateGatewayResponse200 } from '../../generated/types.ts'
import type { Clock } from '../client/clock.ts'
import { ApiError, ClientError, InvalidRequestError, withFacts } from '../client/errors.ts'
import type { CallOptions } from '../client/index.ts'
import { unforeseen } from '../client/safe-cause.ts'
import { pause } from '../client/scope.ts'
import { createSecrets } from '../client/secrets.ts'
import { type Limits, limitsFrom } from '../client/settings.ts'
import { isSameSpecification } from './specification.ts'
import { randomUuid } from './uuid.ts'

/** What a safe create is made of. */
export interface CreateParts<Result> {
  readonly create: (body: CreateGatewayRequestBody, options: CallOptions) => Promise<Result>
  readonly read: (id: string, options: CallOptions) => Promise<Result>
  /** The body of a result. */
  readonly dataOf: (result: Result) => CreateGatewayResponse200
  readonly clock: Clock
  /** Of the client; the deadline is for the create and the read together. */
  readonly limits: Limits
}

const operationId = 'createGateway'

/**
 * A create that may be repeated: it always has an identifier, so that the service refuses a second one. Where the repeat
 * tells that the first attempt arrived although its answer was lost, the gateway is read, and if it is what was asked for
 * it is the result.
 */
export function safeCreate<Result>({ create, read, dataOf, clock, limits }: CreateParts<Result>) {
  return async (body: CreateGatewayRequestBody, options: CallOptions = {}): Promise<Result> => {
    const { deadlineMs } = limitsFrom(options, limits)
    const endsAt = clock.now() + deadlineMs
    let sent: CreateGatewayRequestBody | undefined
    let id = ''
    try {
      if (typeof body !== 'object' || body === null)
        throw new InvalidRequestError('createGateway needs a body', { operationId })
      id = body.id ?? randomUuid()
      sent = { ...body, id }
      return await create(sent, { ...options, idempotent: options.idempotent ?? true })
    } catch (error) {
      const wasRepeated = error instanceof ClientError && error.attempts > 1
      const mayBeOwn = sent && isConflict(error) && (wasRepeated || body.id === undefined)
      // Where the first attempt arrived, reads may lag behind it.
      const found = mayBeOwn ? await stored(id, options, wasRepeated ? 3 : 1, endsAt) : undefined
      if (found && sent && isSameSpecification(dataOf(found).gateway?.spec, sent)) return found
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
        const subject = { place: `The read of ${id}`, operationId }
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
function about(id: string, error: unknown): ClientError {
  const failure = unforeseen(error, operationId, createSecrets())
  return failure.attempts > 0 ? withFacts(failure, { resourceId: id }) : failure
}
