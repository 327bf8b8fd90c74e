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

/**
 * @param place what the stretch is about, for an AbortedError
 * @param signal the caller's
 * @param limitMs how long it may take; Infinity: for ever
 * @param timeout why it is over then
 */
export function openScope(
  clock: Clock,
  place: string,
  signal: AbortSignal | undefined,
  limitMs = Infinity,
  timeout?: () => ClientError,
): Scope {
  const controller = new AbortController()
  // What is waited for, one at a time.
  let giveUp: (error: ClientError) => void = () => {}
  const close = (error: ClientError) => {
    scope.failure = error
    giveUp(error)
    controller.abort(error)
  }
  const onAbort = () => close(aborted(place, signal))
  signal?.addEventListener('abort', onAbort)
  const timer = timeout && limitMs < Infinity ? clock.setTimeout(() => close(timeout()), limitMs) : undefined
  const scope: { -readonly [Member in keyof Scope]: Scope[Member] } = {
    signal: controller.signal,
    failure: undefined,
    race: (promise, late) =>
      new Promise((resolve, reject) => {
        giveUp = reject
        // What comes late may be anything; that it cannot be told harms nobody any more.
        promise.then((value) => (scope.failure ? late?.(value) : resolve(value))).catch(reject)
        if (scope.failure) reject(scope.failure)
      }),
    end: () => {
      signal?.removeEventListener?.('abort', onAbort)
      clock.clearTimeout(timer)
    },
  }
  if (signal?.aborted) onAbort()
  return scope
}

/**
 * Waits, unless the caller's signal is aborted.
 *
 * @throws {AbortedError} at once when it is
 */
export async function pause(
  clock: Clock,
  delayMs: number,
  place: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const scope = openScope(clock, place, signal)
  let timer: unknown
  try {
    await scope.race(
      new Promise<void>((resolve) => {
        // A timer holds 31 bits, and one that is set for longer fires at once.
        timer = clock.setTimeout(resolve, Math.min(delayMs, 2 ** 31 - 1))
      }),
    )
  } finally {
    clock.clearTimeout(timer)
    scope.end()
  }
}

export function aborted(place: string, signal: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${place} was aborted`, { cause: signal?.reason })
}
