import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { ApiError, WaitError } from '../../src/index.ts'
import { failsAtOnce, turns } from '../client/fake-clock.ts'
import { lost, reply } from '../client/pets.ts'
import { found, gateway, id, notFound, stubbed } from './gateways.ts'
import { waiting } from './waits.ts'

const deleting = found('STATUS_DELETING')
const minute = 60_000

describe('waitUntilDeleted', () => {
  test('polls at once and resolves to nothing when there is no such gateway', async () => {
    const { begin, polls, clock } = waiting('waitUntilDeleted', [notFound])
    await expect(begin()).resolves.toBeUndefined()
    expect([polls(), clock.timers]).toEqual([[0], []])
  })

  test.each([
    ['an id', id],
    ['a gateway', gateway('STATUS_DELETING')],
  ])('takes %s', async (_, given) => {
    const { gateways, requests } = stubbed([notFound])
    await gateways.waitUntilDeleted(given)
    expect(requests()).toEqual([`GET /${id}`])
  })

  test('polls until it is gone, and tells of every change', async () => {
    const replies = [found('STATUS_READY'), deleting, deleting, notFound]
    const { result, polls, pauses, progress } = waiting('waitUntilDeleted', replies)
    await expect(result()).resolves.toBeUndefined()
    expect(progress.map(({ status, elapsedMs }) => [status, elapsedMs])).toEqual([
      ['STATUS_READY', 0],
      ['STATUS_DELETING', polls()[1]],
    ])
    for (const pause of pauses()) {
      expect(pause).toBeGreaterThanOrEqual(2_500)
      expect(pause).toBeLessThanOrEqual(7_500)
    }
  })

  test('does not end at a failure that passes', async () => {
    const { result } = waiting('waitUntilDeleted', [deleting, ...Array(20).fill(reply(503, {})), lost, notFound])
    await expect(result()).resolves.toBeUndefined()
  })

  test('ends when the deletion failed', async () => {
    const { error } = waiting('waitUntilDeleted', [deleting, found('STATUS_FAILED')])
    const failed = await error()
    expect(failed).toBeInstanceOf(WaitError)
    expect(failed).toMatchObject({ reason: 'failed', wait: { last: gateway('STATUS_FAILED') } })
  })

  test.each([401, 403])('ends at an error that does not pass: %i', async (status) => {
    const { error } = waiting('waitUntilDeleted', [deleting, reply(status, {})])
    const failed = await error()
    expect(failed).toBeInstanceOf(ApiError)
    expect(failed).toMatchObject({ status, wait: { last: gateway('STATUS_DELETING') } })
  })

  test.each([
    [{}, 20 * minute],
    [{ timeoutMs: 30_000 }, 30_000],
  ])('ends when its time is over: %j', async (options, limit) => {
    const { error, clock } = waiting('waitUntilDeleted', [deleting], options)
    expect(await error()).toMatchObject({
      ...{ name: 'WaitError', reason: 'timeout' },
      wait: { last: gateway('STATUS_DELETING'), history: [{ status: 'STATUS_DELETING', elapsedMs: 0 }] },
    })
    expect(clock.now()).toBeLessThanOrEqual(limit)
    expect(clock.now()).toBeGreaterThan(limit - 7_500)
  })

  test('ends at once when it is aborted', async () => {
    const controller = new AbortController()
    const { begin, clock } = waiting('waitUntilDeleted', [deleting], { signal: controller.signal })
    const call = begin()
    await turns(30)
    controller.abort('enough')
    expect(await failsAtOnce(call)).toMatchObject({
      name: 'AbortedError',
      cause: 'enough',
      wait: { last: gateway('STATUS_DELETING') },
    })
    expect([getEventListeners(controller.signal, 'abort'), clock.timers]).toEqual([[], []])
  })
})
