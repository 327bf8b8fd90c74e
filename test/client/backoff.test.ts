import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RetryOptions } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

/** The pauses of a call that always fails, as the clock saw them. */
async function pauses(retry: RetryOptions, chance: { seed?: number; random?: () => number }) {
  const clock = fakeClock(chance)
  const { fetch, sent } = stubFetch([reply(503, {})], clock)
  const pets = petsClient({ clock, fetch, retry, deadlineMs: 2 ** 31 - 1 })
  await clock.run(failure(pets.getPet('7')), { upTo: 1_000_000 })
  expect(clock.timers).toEqual([])
  return sent.slice(1).map(({ atMs }, index) => atMs - (sent[index]?.atMs ?? 0))
}

/** The longest pause before the second attempt, the third and so on. */
function ceilings(count: number, minDelayMs = 100, maxDelayMs = 5_000): number[] {
  return Array.from({ length: count }, (_, index) => Math.min(maxDelayMs, minDelayMs * 2 ** (index + 2)))
}

const attempts = fc.integer({ min: 2, max: 9 })
const seed = fc.integer()

describe('a pause', () => {
  test('lies between the floor and a ceiling that doubles up to the cap', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, seed, async (attempts, seed) => {
        const taken = await pauses({ attempts }, { seed })
        expect(taken).toHaveLength(attempts - 1)
        for (const [index, ceiling] of ceilings(attempts - 1).entries()) {
          expect(taken[index]).toBeGreaterThanOrEqual(100)
          expect(taken[index]).toBeLessThanOrEqual(ceiling)
        }
      }),
    )
  })

  test('keeps to the floor and the cap that are given', async () => {
    const delays = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 100_000 }))
    await fc.assert(
      fc.asyncProperty(attempts, delays, seed, async (attempts, [minDelayMs, more], seed) => {
        const maxDelayMs = minDelayMs + more
        const taken = await pauses({ attempts, minDelayMs, maxDelayMs }, { seed })
        for (const [index, ceiling] of ceilings(attempts - 1, minDelayMs, maxDelayMs).entries()) {
          expect(taken[index]).toBeGreaterThanOrEqual(minDelayMs)
          expect(taken[index]).toBeLessThanOrEqual(ceiling)
        }
      }),
    )
  })

  test('uses the whole room between them, evenly', async () => {
    expect(await pauses({ attempts: 9 }, { random: () => 0 })).toEqual(Array(8).fill(100))
    const longest = await pauses({ attempts: 9 }, { random: () => 1 - 2 ** -53 })
    for (const [index, ceiling] of ceilings(8).entries())
      expect(Math.abs((longest[index] ?? 0) - ceiling)).toBeLessThan(1.5)
    const middle = await pauses({ attempts: 9 }, { random: () => 0.5 })
    for (const [index, ceiling] of ceilings(8).entries()) {
      expect(Math.abs((middle[index] ?? 0) - (100 + ceiling) / 2)).toBeLessThan(1.5)
    }
  })

  test('is another for another client, so that they do not come back together', async () => {
    const first = await Promise.all(Array.from({ length: 50 }, (_, seed) => pauses({ attempts: 2 }, { seed })))
    expect(new Set(first.flat()).size).toBeGreaterThan(25)
  })
})

test('a pause that would pass the deadline is not begun: the call fails at once', async () => {
  const clock = fakeClock({ random: () => 0 })
  const { fetch, sent } = stubFetch([reply(503, { message: 'busy' })], clock)
  const call = petsClient({ clock, fetch, deadlineMs: 150 }).getPet('7')
  expect(await clock.run(failure(call))).toMatchObject({ status: 503, attempts: 2 })
  expect([sent.length, clock.now()]).toEqual([2, 100])
})
