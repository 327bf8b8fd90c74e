import type { Answer, Outcome } from './answer.ts'
import { apiError } from './api-error.ts'
import { attempt } from './attempt.ts'
import type { ClientParts } from './client-parts.ts'
import type { Clock } from './clock.ts'
import { ApiError, ClientError, ConnectionError, TimeoutError, withFacts } from './errors.ts'
import type { PreparedCall } from './prepared-call.ts'
import { retryAfterMs } from './retry-after.ts'
import { perCall } from './retry-budget.ts'
import { unforeseen } from './safe-cause.ts'
import { aborted, pause } from './scope.ts'
import type { Limits } from './settings.ts'

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
export async function sendUntilAnswered(call: PreparedCall, limits: Limits, client: ClientParts): Promise<Outcome> {
  const { clock, budget, hooks, options } = client
  const { signal, deadlineMs } = limits
  const { place, operationId, method, url } = call
  if (signal?.aborted) throw aborted(place, signal)
  const endsAt = clock.now() + deadlineMs
  budget.add(perCall)
  for (let number = 1; ; number++) {
    const event = { operationId, method, url, attempt: number }
    hooks.tell(options.onRequest, event)
    const startedAt = clock.now()
    const result = await attempt(call, limits, client, endsAt - startedAt).catch((error) =>
      unforeseen(error, place, call.secrets),
    )
    const isAnswer = !(result instanceof ClientError)
    if (isAnswer) {
      const { status, requestId } = result
      const facts = { ...event, status, requestId, durationMs: clock.now() - startedAt }
      hooks.tell(options.onResponse, facts)
      hooks.log('debug', `${place} answered ${status}`, facts)
    }
    const canPass = isTransient(result)
    if (isAnswer && !canPass) budget.add(number - 1)
    let note = number > 1 ? ` (tried ${number} times)` : ''
    if (canPass && call.isRepeatable && number < limits.retry.attempts) {
      const delayMs = delayAfter(result, number, limits, clock)
      if (endsAt - clock.now() <= delayMs)
        note = `; the next try would come in ${Math.round(delayMs)} ms, after the deadline`
      else if (budget.withdraw()) {
        const failure = isAnswer ? apiError(call, { answer: result, note: '' }, clock) : result
        const error = withFacts(failure, { operationId, attempts: call.attempts })
        hooks.tell(options.onRetry, { ...event, error, delayMs })
        hooks.log('warn', `${place} is tried again: ${error.message}`, { ...event, delayMs })
        await pause(clock, delayMs, place, signal)
        continue
      } else note = '; not tried again: too many calls of this client fail'
    }
    if (isAnswer) return { answer: result, note }
    throw withFacts(result, { message: result.message + note })
  }
}

/** Full jitter: any pause from the shortest to a limit that doubles each time. What the service asks for goes before. */
function delayAfter(result: Answer | ClientError, attempts: number, { retry }: Limits, clock: Clock): number {
  const { minDelayMs, maxDelayMs } = retry
  const longestMs = Math.min(maxDelayMs, minDelayMs * 2 ** (attempts + 1))
  const askedMs = result instanceof ClientError ? undefined : retryAfterMs(result.headers, clock.wallTime())
  return Math.max(minDelayMs + clock.random() * (longestMs - minDelayMs), askedMs ?? 0)
}
