import { apiError } from './api-error.ts'
import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { ClientError, withFacts } from './errors.ts'
import type { CallOptions } from './options.ts'
import type { CallInput } from './parameters.ts'
import { prepare } from './prepare.ts'
import type { PreparedCall } from './prepared-call.ts'
import { responseBody } from './response-body.ts'
import { sendUntilAnswered } from './retries.ts'
import { createSecrets, safeCause } from './secrets.ts'
import { limitsFrom } from './settings.ts'

/** An answer with what stands around its body. */
export interface CallResult<Data> {
  readonly data: Data
  readonly status: number
  readonly headers: Headers
  /** The `x-request-id` of the answer. */
  readonly requestId: string | undefined
}

/**
 * Calls one operation.
 *
 * @throws {ClientError} one of its classes, for every failure, an error status among them
 */
export async function call(
  client: ClientParts,
  operation: OperationDescriptor,
  input: CallInput,
  options: CallOptions = {},
): Promise<CallResult<unknown>> {
  const { operationId } = operation
  const { validation, validate = 'requests' } = client.options
  let prepared: PreparedCall | undefined
  try {
    const limits = limitsFrom(options, client.limits)
    prepared = prepare(client, operation, input, options)
    if (validate !== 'off') validation?.request(operationId, input, prepared.headers)
    const outcome = await sendUntilAnswered(prepared, limits, client)
    const { status, headers, requestId } = outcome.answer
    if (status < 200 || status > 299) throw apiError(prepared, outcome, client.clock)
    const data = responseBody(operation, outcome.answer, prepared.secrets, client.abilities.media)
    if (validate === 'all') validation?.response(operationId, status, data)
    return { data, status, headers, requestId }
  } catch (error) {
    if (error instanceof ClientError) throw withFacts(error, { attempts: prepared?.sent.times ?? 0 })
    // Nothing else comes from here on purpose; a getter of a body may throw what it likes.
    const secrets = prepared?.secrets ?? createSecrets()
    throw new ClientError(`${operationId} failed`, { operationId, cause: safeCause(error, secrets) })
  }
}
