/** Time and chance, so that tests can hold both. */
export interface Clock {
  /** Milliseconds that only grow. */
  now(): number
  /** The time of day, in milliseconds since 1970 (UTC). */
  wallTime(): number
  setTimeout(callback: () => void, delayMs: number): unknown
  clearTimeout(timer: unknown): void
  /** A number from 0 up to but not including 1. */
  random(): number
}

/** What the engine has. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as Parameters<typeof clearTimeout>[0]),
  random: () => Math.random(),
}
