import { type Answer, readAnswer } from './answer.ts'
import type { ClientParts } from './client-parts.ts'
import { authorize } from './credentials.ts'
import { ClientError, ConfigurationError, ConnectionError, TimeoutError } from './errors.ts'
import type { PreparedCall } from './prepared-call.ts'
import { safeCause } from './safe-cause.ts'
import { openScope } from './scope.ts'
import type { Limits } from './settings.ts'

/**
 * Sends a call once and reads the answer to its end, whatever its status.
 *
 * @param leftMs what is left of the deadline
 * @throws {ClientError} for everything but an answer that was read to its end
 */
export async function attempt(
  call: PreparedCall,
  limits: Limits,
  client: ClientParts,
  leftMs: number,
): Promise<Answer> {
  const { place, method, body } = call
  // Called bare: the global fetch takes no other `this`, and none would see the options through it.
  const { fetch } = client
  const isDeadline = leftMs < limits.timeoutMs
  const scope = openScope(client.clock, place, limits.signal, Math.min(limits.timeoutMs, leftMs), () => {
    const timeoutMs = isDeadline ? limits.deadlineMs : limits.timeoutMs
    const facts = { limit: isDeadline ? 'deadline' : 'attempt', timeoutMs } as const
    return new TimeoutError(`${place} got no whole answer within ${timeoutMs} ms`, facts)
  })
  try {
    const { url, headers } = await scope.race(authorize(client, call))
    call.attempts++
    const init = { method, headers, body: body ?? null, redirect: 'manual', signal: scope.signal }
    const streamed = body instanceof ReadableStream && { duplex: 'half' }
    const sent = Promise.resolve(fetch(url, { ...init, ...streamed } as RequestInit))
    // What comes when nobody waits any more would keep its connection.
    const response = await scope.race(sent, (late) => late.body?.cancel())
    if (response?.type === 'error') throw new TypeError('a network error')
    if (!response?.headers) throw new ConfigurationError(`The option fetch answered ${place} with no Response`)
    return await readAnswer(response, call, scope, client.maxResponseBytes)
  } catch (error) {
    if (scope.failure ?? error instanceof ClientError) throw scope.failure ?? error
    const cause = safeCause(error, call.secrets)
    throw new ConnectionError(`${place} got no whole answer: ${innermost(cause)}`, { cause })
  } finally {
    scope.end()
  }
}

/** What the engine says; the innermost cause says it best. */
function innermost({ cause, message }: Error): string {
  return cause instanceof Error ? innermost(cause) : message
}
