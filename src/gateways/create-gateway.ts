import type { CreateGatewayRequestBody, CreateGatewayResponse200 } from '../../generated/types.ts'
import { ApiError, ClientError, InvalidRequestError, type WaitRecord, withFacts } from '../client/errors.ts'
import type { CallOptions, CallResult } from '../client/index.ts'
import { unforeseen } from '../client/safe-cause.ts'
import { limitsFrom } from '../client/settings.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { randomUuid } from './uuid.ts'

/**
 * Loads what few programs need.
 *
 * @throws {ClientError} when it cannot be loaded
 */
export type Later = (
  operationId: string,
  options: CallOptions | undefined,
  facts?: { readonly wait: WaitRecord },
) => Promise<typeof import('./later.ts')>

const operationId = 'createGateway'

/** One form of a create: what sends it, and what its result is of an answer. */
export interface CreateForm<Result> {
  readonly send: (body: CreateGatewayRequestBody, options: CallOptions) => Promise<Result>
  readonly resultOf: (answer: CallResult<CreateGatewayResponse200>) => Result
}

/**
 * A create that may be repeated: it always has an identifier, so that the service refuses a second one. Where the repeat
 * tells that the first attempt arrived although its answer was lost, the gateway that it made is the result. The deadline
 * is for the create and for finding out.
 */
export async function createGateway<Result>(
  parts: GatewayParts,
  later: Later,
  { send, resultOf }: CreateForm<Result>,
  body: CreateGatewayRequestBody,
  options: CallOptions = {},
): Promise<Result> {
  let id: string | undefined
  let attempts = 0
  try {
    const endsAt = parts.clock.now() + limitsFrom(options, parts.limits).deadlineMs
    if (typeof body !== 'object' || body === null) throw new InvalidRequestError('createGateway needs a body')
    id = body.id ?? randomUuid()
    const sent = { ...body, id }
    try {
      return await send(sent, { ...options, idempotent: options.idempotent ?? true })
    } catch (error) {
      if (error instanceof ClientError) attempts = error.attempts
      if (!isConflict(error) || (attempts < 2 && body.id !== undefined)) throw error
      const { createdBefore } = await later(operationId, options)
      // Where the first attempt arrived, reads may lag behind it.
      const found = await createdBefore(parts, sent, options, { reads: attempts > 1 ? 3 : 1, endsAt })
      if (!found) throw error
      return resultOf(found)
    }
  } catch (error) {
    // What failed may have made the gateway all the same; its identifier is how to find out.
    const made = attempts > 0 && id !== undefined && { attempts, resourceId: id }
    throw withFacts(unforeseen(error, operationId), { operationId, ...made })
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 409 || error.code === 'already_exists')
}
