import type { Clock } from './clock.ts'
import { AbortedError, type ClientError } from './errors.ts'

/** A stretch of work that the caller's signal and a time limit end at once, whatever it waits for. */
export interface Scope {
  /** Aborted when the stretch is over before its time. */
  readonly signal: AbortSignal
  /** Why it is over; undefined while it goes on. */
  readonly failure: ClientError | undefined
  /** Settles as the promise does, or rejects when the stretch is over. */
  race<T>(promise: Promise<T>): Promise<T>
  /** Takes away the timer and the listener. */
  end(): void
}

/** What the stretch is about, for an AbortedError. */
export interface Subject {
  readonly place: string
  readonly operationId: string | undefined
}

/**
 * @param limitMs in milliseconds; Infinity: no limit
 * @param signal the caller's
 * @param timeout what happens when the time is over
 */
export function openScope(
  clock: Clock,
  limitMs: number,
  { place, operationId }: Subject,
  signal: AbortSignal | undefined,
  timeout: () => ClientError | undefined,
): Scope {
  const controller = new AbortController()
  let failure: ClientError | undefined
  let close: (error?: ClientError) => void = () => {}
  const over = new Promise<void>((resolve, reject) => {
    close = (error) => {
      failure = error
      if (error) reject(error)
      else resolve()
      controller.abort(error)
    }
  })
  // It is raced with, and otherwise nobody's.
  over.catch(() => {})
  const onAbort = () => close(new AbortedError(`${place} was aborted`, { operationId, cause: signal?.reason }))
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort)
  const timer = limitMs < Infinity ? clock.setTimeout(() => close(timeout()), limitMs) : undefined
  return {
    signal: controller.signal,
    get failure() {
      return failure
    },
    race: <T>(promise: Promise<T>) => Promise.race([over as Promise<never>, promise]),
    end: () => {
      signal?.removeEventListener('abort', onAbort)
      clock.clearTimeout(timer)
    },
  }
}

/**
 * Waits, unless the caller's signal is aborted.
 *
 * @throws {AbortedError} at once when it is
 */
export async function pause(
  clock: Clock,
  delayMs: number,
  subject: Subject,
  signal: AbortSignal | undefined,
): Promise<void> {
  const scope = openScope(clock, delayMs, subject, signal, () => undefined)
  try {
    await scope.race(new Promise<void>(() => {}))
  } finally {
    scope.end()
  }
}
