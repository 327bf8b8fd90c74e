import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/client/index.ts'

export interface Timer {
  readonly dueMs: number
  readonly delayMs: number
}

/** Time that stands until a test moves it, and chance from a seed. */
export interface FakeClock extends Clock {
  /** What has been set and neither fired nor cleared. */
  readonly timers: readonly Timer[]
  /** Moves time and fires what falls due on the way, each after all that the one before it started. */
  advance(milliseconds: number): Promise<void>
  /**
   * Fires timers of at most `upTo` milliseconds whenever nothing else goes on, until the promise settles. The default is
   * the longest pause between two attempts and shorter than the timeouts, which so never end a call on real sockets.
   */
  run<Value>(promise: Promise<Value>, options?: { readonly upTo?: number }): Promise<Value>
}

interface ClockOptions {
  readonly seed?: number
  /** Instead of the seed. */
  readonly random?: () => number
  readonly wallTime?: string
}

interface Pending extends Timer {
  readonly callback: () => void
}

export function fakeClock({ seed = 1, random = seeded(seed), wallTime = epoch }: ClockOptions = {}): FakeClock {
  const pending = new Set<Pending>()
  const start = Date.parse(wallTime)
  let now = 0
  const earliest = (upTo: number, until = Number.POSITIVE_INFINITY) =>
    [...pending]
      .filter(({ delayMs, dueMs }) => delayMs <= upTo && dueMs <= until)
      .sort((a, b) => a.dueMs - b.dueMs)
      .at(0)
  const advanceTo = async (target: number) => {
    for (let next = earliest(Infinity, target); next; next = earliest(Infinity, target)) {
      pending.delete(next)
      now = Math.max(now, next.dueMs)
      next.callback()
      await turns(idleTurns)
    }
    now = Math.max(now, target)
  }
  return {
    now: () => now,
    wallTime: () => start + now,
    random,
    setTimeout: (callback, delayMs) => {
      const timer = { callback, delayMs, dueMs: now + delayMs }
      pending.add(timer)
      return timer
    },
    clearTimeout: (timer) => void pending.delete(timer as Pending),
    get timers() {
      return [...pending].map(({ dueMs, delayMs }) => ({ dueMs, delayMs }))
    },
    advance: async (milliseconds) => {
      await turns(idleTurns)
      await advanceTo(now + milliseconds)
    },
    run: async (promise, { upTo = 5_000 } = {}) => {
      const state = observed(promise)
      for (let round = 0; !state.isSettled; round++) {
        await turns(idleTurns)
        const next = earliest(upTo)
        if (!state.isSettled && next) await advanceTo(next.dueMs)
        else if (round > mostTurns / idleTurns) throw new Error('The promise is pending, and nothing goes on any more.')
      }
      return promise
    },
  }
}

export const epoch = '2026-05-06T09:30:00Z'

/** In one turn of the event loop every promise runs on that does not wait for the world; streams take a few. */
const idleTurns = 10
const mostTurns = Number(process.env.MOST_TURNS ?? 500_000)

export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate()
}

/** Waits for what the world, a socket for example, brings about. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn++) {
    if (turn > mostTurns) throw new Error(`This never became true: ${condition}`)
    await turns(1)
  }
}

/** What a promise rejects with, without any timer being fired: it has a few turns of the event loop and no more. */
export async function failsAtOnce(promise: Promise<unknown>): Promise<unknown> {
  const state = observed(promise)
  for (let turn = 0; turn < 100 && !state.isSettled; turn++) await turns(1)
  if (!state.isSettled) throw new Error('The promise is still pending.')
  return failure(promise)
}

/** What a promise rejects with. */
export function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`The call did not fail; it resolved to ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
}

function observed(promise: Promise<unknown>): { readonly isSettled: boolean } {
  const state = { isSettled: false }
  const settle = () => {
    state.isSettled = true
  }
  promise.then(settle, settle)
  return state
}

/** mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
