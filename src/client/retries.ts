import type { Answer, Outcome } from './answer.ts'
import { apiError } from './api-error.ts'
import { attempt } from './attempt.ts'
import type { Clock } from './clock.ts'
import { AbortedError, ApiError, ClientError, ConnectionError, TimeoutError, withFacts } from './errors.ts'
import type { RequestEvent } from './options.ts'
import type { PreparedCall } from './prepared-call.ts'
import { retryAfterMs } from './retry-after.ts'
import { pause } from './scope.ts'
import type { Limits, Settings } from './settings.ts'

/** Whether a failure may pass by itself, so that the same request may be answered next time. */
export function isTransient(result: ClientError | Answer): boolean {
  if (result instanceof ApiError || !(result instanceof ClientError))
    return [408, 429, 500, 502, 503, 504].includes(result.status)
  return result instanceof ConnectionError || (result instanceof TimeoutError && result.limit === 'attempt')
}

/**
 * Sends a call until it is answered, as often as its limits and its nature allow.
 *
 * @throws {ClientError} when there is no answer; an error status is an answer
 */
export async function sendUntilAnswered(call: PreparedCall, limits: Limits, settings: Settings): Promise<Outcome> {
  const { clock, budget, hooks, options } = settings
  const { signal, deadlineMs } = limits
  const { place, operationId, method, url } = call
  if (signal?.aborted) throw new AbortedError(`${place} was aborted`, { operationId, cause: signal.reason })
  const endsAt = clock.now() + deadlineMs
  const leftMs = () => endsAt - clock.now()
  budget.deposit()
  for (let number = 1; ; number++) {
    const event = { operationId, method, url, attempt: number }
    hooks.tell(options.onRequest, event)
    const startedAt = clock.now()
    const result = await attempt(call, limits, settings, endsAt - startedAt).catch((error: ClientError) => error)
    if (!(result instanceof ClientError))
      tellAnswer(call, result, settings, { ...event, durationMs: clock.now() - startedAt })
    const canRepeat = call.isRepeatable && isTransient(result) && number < limits.retry.attempts
    const delayMs = canRepeat ? delayAfter(result, number, limits, clock) : 0
    const obstacle = canRepeat && obstacleTo(delayMs, leftMs(), limits, settings)
    if (!(result instanceof ClientError) && !isTransient(result)) budget.refund(number - 1)
    if (!canRepeat || obstacle)
      return finished(call, result, obstacle || (number > 1 ? ` (tried ${number} times)` : ''))
    const failure = result instanceof ClientError ? result : apiError(call, { answer: result, note: '' }, clock)
    const error = withFacts(failure, { attempts: call.sent.times })
    hooks.tell(options.onRetry, { ...event, error, delayMs })
    hooks.log('warn', `${place} is tried again: ${error.message}`, { ...event, delayMs })
    await pause(clock, delayMs, call, signal).catch((aborted) => finished(call, aborted, ''))
  }
}

function tellAnswer(
  { place }: PreparedCall,
  { status, requestId }: Answer,
  { hooks, options }: Settings,
  event: RequestEvent & { readonly durationMs: number },
): void {
  if (!options.onResponse && !options.logger) return
  const facts = { ...event, status, requestId }
  hooks.tell(options.onResponse, facts)
  hooks.log('debug', `${place} answered ${status}`, facts)
}

function finished({ sent }: PreparedCall, result: Answer | ClientError, note: string): Outcome {
  if (!(result instanceof ClientError)) return { answer: result, note }
  throw withFacts(result, { attempts: sent.times, message: result.message + note })
}

/** Full jitter: any pause from the shortest to a limit that doubles each time. What the service asks for goes before. */
function delayAfter(result: Answer | ClientError, attempts: number, { retry }: Limits, clock: Clock): number {
  const { minDelayMs, maxDelayMs } = retry
  const longestMs = Math.min(maxDelayMs, minDelayMs * 2 ** (attempts + 1))
  const askedMs = result instanceof ClientError ? undefined : retryAfterMs(result.headers, clock.wallTime())
  return Math.max(minDelayMs + clock.random() * (longestMs - minDelayMs), askedMs ?? 0)
}

/** Why a call that could be sent again is not, for the message. */
function obstacleTo(delayMs: number, leftMs: number, { deadlineMs }: Limits, { budget }: Settings): string | undefined {
  if (delayMs >= leftMs)
    return `; the next try would come in ${Math.round(delayMs)} ms, after the deadline of ${deadlineMs} ms`
  return budget.withdraw() ? undefined : '; not tried again, because too many calls of this client fail'
}
