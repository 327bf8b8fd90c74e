import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { AbortedError, WaitError, waitRecord } from '../../src/index.ts'
import { failsAtOnce, fakeClock, turns } from '../client/fake-clock.ts'
import { type Reply, reply } from '../client/pets.ts'
import { found, gateway, id, stubbed } from './gateways.ts'
import { waiting } from './waits.ts'

const creating = found('STATUS_CREATING')
const ready = found('STATUS_READY')
const minute = 60_000

describe('a wait ends when its time is over', () => {
  test.each([
    [{}, 45 * minute],
    [{ timeoutMs: 20_000 }, 20_000],
    [{ timeoutMs: 100, intervalMs: 30 }, 100],
  ])('with %j after %i ms', async (options, limit) => {
    const { error, clock, polls } = waiting('waitUntilReady', [creating], options)
    const failed = await error()
    expect(failed).toBeInstanceOf(WaitError)
    expect(failed).toMatchObject({
      ...{ reason: 'timeout', code: 'wait-timeout' },
      wait: { last: gateway('STATUS_CREATING'), history: [{ status: 'STATUS_CREATING', elapsedMs: 0 }] },
    })
    expect(clock.now()).toBeLessThanOrEqual(limit)
    expect(clock.now()).toBeGreaterThan(limit - 7_500)
    expect(polls().length).toBeGreaterThan(1)
    expect(clock.timers).toEqual([])
  })

  test('in the middle of a poll too', async () => {
    const clock = fakeClock()
    const { gateways } = stubbed([creating, () => new Promise(() => {})], {}, clock)
    const call = gateways.waitUntilReady(id, { timeoutMs: 12_000 })
    await expect(clock.run(call, { upTo: 12_000 })).rejects.toMatchObject({
      name: 'WaitError',
      reason: 'timeout',
      wait: { last: gateway('STATUS_CREATING') },
    })
    expect([clock.now(), clock.timers]).toEqual([12_000, []])
  })
})

describe('abort ends a wait at once', () => {
  const never = () => new Promise<Response>(() => {})
  const places: [string, Reply[], object][] = [
    ['in the first poll', [never], { last: undefined, history: [] }],
    [
      'between two polls',
      [creating],
      { last: gateway('STATUS_CREATING'), history: [{ status: 'STATUS_CREATING', elapsedMs: 0 }] },
    ],
    ['in the pause of a retry', [reply(503, {})], { last: undefined }],
    ['while the service wants to be left alone', [reply(503, {}, { 'retry-after': '90' })], { last: undefined }],
  ]
  test.each(places)('%s', async (_, replies, wait) => {
    const controller = new AbortController()
    const { begin, clock } = waiting('waitUntilReady', replies, { signal: controller.signal })
    const call = begin()
    await turns(30)
    const reason = new Error('enough')
    controller.abort(reason)
    const error = await failsAtOnce(call)
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toMatchObject({ wait })
    expect((error as Error).cause).toBe(reason)
    expect([getEventListeners(controller.signal, 'abort'), clock.timers]).toEqual([[], []])
  })

  test('before it began', async () => {
    const { begin, sent } = waiting('waitUntilReady', [ready], { signal: AbortSignal.abort('early') })
    const error = await failsAtOnce(begin())
    expect(error).toMatchObject({ name: 'AbortedError', cause: 'early', operationId: 'waitUntilReady' })
    expect(waitRecord(error)).toEqual({ last: undefined, history: [] })
    expect(sent).toEqual([])
  })

  test('and a wait that was not aborted leaves no listener', async () => {
    const { signal } = new AbortController()
    const { result, clock } = waiting('waitUntilReady', [creating, reply(503, {}), creating, ready], { signal })
    await result()
    expect([getEventListeners(signal, 'abort'), clock.timers]).toEqual([[], []])
  })
})

const longest = 2 ** 31 - 1
const thirtyDays = { 'retry-after': '2592000' }
const endless: [string, object, Reply][] = [
  ['a service that asks for 30 days', { timeoutMs: Infinity }, reply(503, {}, thirtyDays)],
  ['a service that asks for ever', { timeoutMs: Infinity }, reply(429, {}, { 'retry-after': '9'.repeat(400) })],
  ['the longest interval', { timeoutMs: Infinity, intervalMs: longest }, creating],
]
test.each(endless)('no pause is longer than a timer can hold, and none is short: %s', async (_, options, answer) => {
  const { begin, clock, polls } = waiting('waitUntilReady', [answer, answer, ready], options)
  const call = begin()
  for (let pauses = 1; pauses <= 2; pauses++) {
    await turns(30)
    expect(clock.timers.map(({ delayMs }) => delayMs)).toEqual([longest])
    await clock.advance(longest - 1)
    expect(polls()).toHaveLength(pauses)
    await clock.advance(1)
  }
  await expect(call).resolves.toEqual(gateway('STATUS_READY'))
  expect(clock.timers).toEqual([])
})
