import type { Answer } from './answer.ts'
import { apiError } from './api-error.ts'
import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { withFacts } from './errors.ts'
import { onDemand } from './on-demand.ts'
import type { CallOptions } from './options.ts'
import type { CallInput } from './parameters.ts'
import { prepare } from './prepare.ts'
import type { PreparedCall } from './prepared-call.ts'
import { responseBody } from './response-body.ts'
import { sendUntilAnswered } from './retries.ts'
import { unforeseen } from './safe-cause.ts'
import type { Secrets } from './secrets.ts'
import { limitsFrom } from './settings.ts'

/** What came of a call. */
export interface Called {
  readonly data: unknown
  readonly answer: Answer
  readonly secrets: Secrets
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
): Promise<Called> {
  const { operationId } = operation
  const { validation, validate = 'requests' } = client.options
  let prepared: PreparedCall | undefined
  try {
    const limits = limitsFrom(options, client.limits)
    prepared = prepare(client, operation, input, options)
    if (validate !== 'off') validation?.request(operationId, input, prepared.headers['content-type'] ?? '')
    if (validate === 'all' && validation?.load)
      await onDemand(validation.load, `The validation of ${operationId}`, {}, client, options)
    const outcome = await sendUntilAnswered(prepared, limits, client)
    const { answer } = outcome
    const { secrets } = prepared
    if (answer.status < 200 || answer.status > 299) throw apiError(prepared, outcome, client.clock)
    const data = responseBody(operation, answer, secrets, client.abilities.media)
    if (validate === 'all') validation?.response(operationId, answer.status, data)
    return { data, answer, secrets }
  } catch (error) {
    const failure = unforeseen(error, operationId, prepared?.secrets)
    throw withFacts(failure, { operationId, attempts: prepared?.attempts ?? 0 })
  }
}
