/** How many retries may be ahead of the calls. */
const capacity = 10

/** What each call adds. */
const perCall = 0.1

/**
 * What all calls of a client share, so that an outage is not made worse by them: each retry takes one from it, and each call
 * puts a tenth back. What a call has taken that is answered in the end comes back too: that was no outage.
 */
export interface RetryBudget {
  /** A call begins. */
  deposit(): void
  /** Whether a retry may be sent, which is then counted. */
  withdraw(): boolean
  /** So many retries came to an answer. */
  refund(retries: number): void
}

export function createRetryBudget(): RetryBudget {
  let left = capacity
  const add = (amount: number) => {
    left = Math.min(capacity, left + amount)
  }
  return {
    deposit: () => add(perCall),
    refund: add,
    withdraw: () => {
      if (left < 1) return false
      left--
      return true
    },
  }
}
