/** How many retries may be ahead of the calls. */
const capacity = 10

/** What each call adds. */
export const perCall = 0.1

/**
 * What all calls of a client share, so that an outage is not made worse by them: each retry takes one from it, and each call
 * puts a tenth back. What a call has taken that is answered in the end comes back too: that was no outage.
 */
export interface RetryBudget {
  /** Puts retries in, so far as they find room. */
  add(retries: number): void
  /** Whether a retry may be sent, which is then counted. */
  withdraw(): boolean
}

export function createRetryBudget(): RetryBudget {
  let left = capacity
  return {
    add: (retries) => {
      left = Math.min(capacity, left + retries)
    },
    withdraw: () => {
      if (left < 1) return false
      left--
      return true
    },
  }
}
