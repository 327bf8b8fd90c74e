import { type Answer, readAnswer } from './answer.ts'
import { ClientError, ConfigurationError, ConnectionError, RedirectError, TimeoutError } from './errors.ts'
import type { PreparedCall } from './prepared-call.ts'
import { safeCause } from './safe-cause.ts'
import { openScope } from './scope.ts'
import type { Limits, Settings } from './settings.ts'

/**
 * Sends a call once and reads the answer to its end, whatever its status.
 *
 * @param leftMs what is left of the deadline
 * @throws {ClientError} for everything but an answer that was read to its end
 */
export async function attempt(call: PreparedCall, limits: Limits, settings: Settings, leftMs: number): Promise<Answer> {
  const { operationId, place } = call
  const limit = leftMs < limits.timeoutMs ? 'deadline' : 'attempt'
  const timeout = () => {
    const timeoutMs = limit === 'attempt' ? limits.timeoutMs : limits.deadlineMs
    return new TimeoutError(`${place} got no whole answer within ${timeoutMs} ms`, { operationId, limit, timeoutMs })
  }
  const milliseconds = Math.min(limits.timeoutMs, leftMs)
  const scope = openScope(settings.clock, call, limits.signal, { milliseconds, timeout })
  try {
    const draft = { url: call.url, headers: { ...call.headers } }
    const asked = call.authorize(draft)
    if (asked) await scope.race(asked)
    if (scope.failure) throw scope.failure
    call.sent.times++
    const { method, body } = call
    const streamed = body instanceof ReadableStream && { duplex: 'half' }
    const init = {
      method,
      headers: draft.headers,
      body: body ?? null,
      redirect: 'manual',
      signal: scope.signal,
      ...streamed,
    }
    const sent = Promise.resolve(settings.fetch(draft.url, init as RequestInit))
    // What comes when nobody waits any more would keep its connection.
    const response = await scope.race(sent, (late) => late.body?.cancel().catch(() => {}))
    refuseNoResponse(call, response)
    refuseRedirect(call, response)
    return await readAnswer(response, call, scope, settings.maxResponseBytes)
  } catch (error) {
    if (scope.failure ?? error instanceof ClientError) throw scope.failure ?? error
    const cause = safeCause(error, call.secrets)
    throw new ConnectionError(`${place} got no whole answer: ${innermost(cause)}`, { operationId, cause })
  } finally {
    scope.end()
  }
}

function refuseNoResponse({ place, operationId }: PreparedCall, response: Response | undefined): void {
  if (response?.type === 'error') throw new TypeError('The function given as fetch answered with a network error')
  if (response?.headers) return
  throw new ConfigurationError(`The option fetch answered ${place} with no Response`, { operationId })
}

/** Of the target only the origin is named: what follows may hold what was sent. */
function refuseRedirect({ place, operationId, url, secrets }: PreparedCall, response: Response): void {
  const { status, headers, type, redirected } = response
  if (type !== 'opaqueredirect' && !redirected && (status < 300 || status > 399 || status === 304)) return
  response.body?.cancel().catch(() => {})
  const origin = originOf(redirected ? response.url : headers.get('location'), url)
  const location = origin && secrets.text(origin)
  const requestId = secrets.text(headers.get('x-request-id') ?? '') || undefined
  const message = `${place} was redirected to ${location ?? 'another place'}; redirects are not followed`
  throw new RedirectError(message, { operationId, status, location, requestId })
}

function originOf(target: string | null, base: string): string | undefined {
  try {
    const { origin } = new URL(target ?? '', target === null ? undefined : base)
    return origin === 'null' ? undefined : origin
  } catch {
    return undefined
  }
}

/** What the engine says; the innermost cause says it best. */
function innermost({ cause, message }: Error): string {
  return cause instanceof Error ? innermost(cause) : message
}
