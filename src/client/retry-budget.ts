import type { Clock } from './clock.ts'

/** How many retries may stand out at once. */
const capacity = 10

/** What each call adds. */
const perCall = 0.1

/** What a second adds. */
const perSecond = 1

/**
 * What all calls of a client share, so that an outage is not made worse by them: each retry takes one from it, each call
 * and each second puts something back.
 */
export interface RetryBudget {
  /** A call begins. */
  deposit(): void
  /** Whether a retry may be sent, which is then counted. */
  withdraw(): boolean
}

export function createRetryBudget(clock: Clock): RetryBudget {
  let left = capacity
  let countedAt = clock.now()
  const add = (amount: number) => {
    const now = clock.now()
    left = Math.min(capacity, left + amount + ((now - countedAt) / 1000) * perSecond)
    countedAt = now
  }
  return {
    deposit: () => add(perCall),
    withdraw: () => {
      add(0)
      if (left < 1) return false
      left--
      return true
    },
  }
}
