import { describe, expect, test } from 'vitest'
import { turns } from '../client/fake-clock.ts'
import { found, gateway, id, stubbed, token } from './gateways.ts'
import { waiting } from './waits.ts'

const creating = found('STATUS_CREATING')
const ready = found('STATUS_READY')

describe('waitUntilReady', () => {
  test('polls at once and resolves to a gateway that is ready', async () => {
    const { begin, polls, clock } = waiting('waitUntilReady', [ready])
    await expect(begin()).resolves.toEqual(gateway('STATUS_READY'))
    expect([polls(), clock.timers]).toEqual([[0], []])
  })

  test.each([
    ['an id', id],
    ['a gateway', gateway('STATUS_CREATING')],
  ])('takes %s', async (_, given) => {
    const { gateways, requests } = stubbed([ready])
    await expect(gateways.waitUntilReady(given)).resolves.toEqual(gateway('STATUS_READY'))
    expect(requests()).toEqual([`GET /${id}`])
  })

  test('takes no gateway without an id', async () => {
    const { gateways, sent } = stubbed([ready])
    await expect(gateways.waitUntilReady({ spec: {} })).rejects.toMatchObject({ name: 'InvalidRequestError' })
    expect(sent).toEqual([])
  })

  test('takes short spellings of ready and polls on at what it does not know', async () => {
    const { result, polls } = waiting('waitUntilReady', [found('STATUS_NEW'), found(4711), found(null), found('ready')])
    await expect(result()).resolves.toEqual(gateway('ready'))
    expect(polls()).toHaveLength(4)
  })

  test('polls every five seconds, give or take', async () => {
    const { result, pauses } = waiting('waitUntilReady', [...Array(200).fill(creating), ready])
    await result()
    expect(pauses()).toHaveLength(200)
    for (const pause of pauses()) {
      expect(pause).toBeGreaterThanOrEqual(2_500)
      expect(pause).toBeLessThanOrEqual(7_500)
    }
    expect(new Set(pauses().map(Math.round)).size).toBeGreaterThan(20)
    const mean = pauses().reduce((sum, pause) => sum + pause) / pauses().length
    expect(Math.abs(mean - 5_000)).toBeLessThan(1_000)
  })

  test.each([1, 50, 1_000])('polls every %i ms where that is asked for', async (intervalMs) => {
    const { result, pauses } = waiting('waitUntilReady', [...Array(50).fill(creating), ready], { intervalMs })
    await result()
    for (const pause of pauses()) {
      expect(pause).toBeGreaterThanOrEqual(intervalMs / 2)
      expect(pause).toBeLessThanOrEqual(intervalMs * 1.5)
    }
  })

  const wrong = [0, -1, Number.NaN, '5', 2 ** 31].flatMap((value) => [
    ['intervalMs', value] as const,
    ['timeoutMs', value] as const,
  ])
  test.each(wrong)('refuses %s: %j', async (name, value) => {
    const { begin, sent } = waiting('waitUntilReady', [ready], { [name]: value })
    await expect(begin()).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining(name),
    })
    expect(sent).toEqual([])
  })
})

describe('progress', () => {
  test('is told on every change and on nothing else', async () => {
    const seen: [string, object][] = [
      ['STATUS_CREATING', {}],
      ['STATUS_CREATING', {}],
      ['STATUS_CREATING', { conditions: [{ type: 'Progressing', status: 'True' }] }],
      ['STATUS_CREATING', { conditions: [{ type: 'Progressing', status: 'True' }] }],
      ['STATUS_UPDATING', { conditions: [{ type: 'Progressing', status: 'True' }] }],
      ['STATUS_READY', { conditions: [] }],
    ]
    const replies = seen.map(([status, more]) => found(status, {}, more))
    const { result, progress, polls } = waiting('waitUntilReady', replies)
    await result()
    const at = [0, 2, 4, 5]
    expect(progress).toEqual(
      at.map((index) => ({
        gateway: gateway(seen[index]?.[0], {}, seen[index]?.[1]),
        status: seen[index]?.[0],
        elapsedMs: polls()[index],
      })),
    )
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('of a callback')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('of a callback')
      },
    ],
  ])('is told to a callback that %s without harm', async (_, onProgress) => {
    const { result } = waiting('waitUntilReady', [creating, ready], { onProgress })
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
    await turns(5)
  })
})

test('every poll carries the token', async () => {
  const { result, sent } = waiting('waitUntilReady', [creating, creating, ready])
  await result()
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${token}`))
})
