import type { Clock } from './clock.ts'
import { AbortedError, type ClientError } from './errors.ts'

/** A stretch of work that the caller's signal and a time limit end at once, whatever it waits for. */
export interface Scope {
  /** Aborted when the stretch is over before its time. */
  readonly signal: AbortSignal
  /** Why it is over; undefined while it goes on. */
  readonly failure: ClientError | undefined
  /** Settles as the promise does, or rejects when the stretch is over; what comes too late is told. */
  race<T>(promise: Promise<T>, late?: (value: T) => unknown): Promise<T>
  /** Takes away the timer and the listener. */
  end(): void
}

/** What the stretch is about, for an AbortedError. */
export interface Subject {
  readonly place: string
  readonly operationId: string | undefined
}

/** How long a stretch may take. */
export interface ScopeLimit {
  /** Infinity: for ever. */
  readonly milliseconds: number
  /** What happens then. */
  readonly timeout: () => ClientError
}

/** @param signal the caller's */
export function openScope(
  clock: Clock,
  { place, operationId }: Subject,
  signal: AbortSignal | undefined,
  limit?: ScopeLimit,
): Scope {
  const controller = new AbortController()
  let failure: ClientError | undefined
  // What is waited for, one at a time.
  let giveUp: (error: ClientError) => void = () => {}
  const close = (error: ClientError) => {
    failure = error
    giveUp(error)
    controller.abort(error)
  }
  const onAbort = () => close(new AbortedError(`${place} was aborted`, { operationId, cause: signal?.reason }))
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort)
  const isLimited = limit && limit.milliseconds < Infinity
  const timer = isLimited ? clock.setTimeout(() => close(limit.timeout()), limit.milliseconds) : undefined
  return {
    signal: controller.signal,
    get failure() {
      return failure
    },
    race: (promise, late) =>
      new Promise((resolve, reject) => {
        giveUp = reject
        promise.then((value) => (failure ? late?.(value) : resolve(value)), reject)
        if (failure) reject(failure)
      }),
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
  let wake = () => {}
  // A timer holds 31 bits, and one that is set for longer fires at once.
  const timer = clock.setTimeout(() => wake(), Math.min(delayMs, 2 ** 31 - 1))
  const scope = openScope(clock, subject, signal)
  try {
    await scope.race(
      new Promise<void>((resolve) => {
        wake = resolve
      }),
    )
  } finally {
    clock.clearTimeout(timer)
    scope.end()
  }
}
