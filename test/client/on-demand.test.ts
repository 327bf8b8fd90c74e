import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { AbortedError, ConfigurationError, ConnectionError } from '../../src/client/index.ts'
import { onDemand } from '../../src/client/on-demand.ts'
import { defaultLimits } from '../../src/client/settings.ts'
import { failsAtOnce, failure, fakeClock } from './fake-clock.ts'

const never = () => new Promise<never>(() => {})

/** A part that is loaded for a call of getPet. */
function loading(load: () => Promise<unknown>, options?: object) {
  const clock = fakeClock()
  const loaded = onDemand(load, 'GET /pets', { operationId: 'getPet' }, { clock, limits: defaultLimits }, options)
  return { clock, loaded }
}

describe('a part that is loaded on demand', () => {
  test('is what was loaded', async () => {
    const { signal } = new AbortController()
    const { clock, loaded } = loading(async () => 'part', { signal })
    await expect(loaded).resolves.toBe('part')
    expect([getEventListeners(signal, 'abort'), clock.timers]).toEqual([[], []])
  })

  test('fails with an error of ours when it cannot be loaded', async () => {
    const thrown = new TypeError('Failed to fetch dynamically imported module: https://app.example.com/later.js')
    const error = await failure(loading(() => Promise.reject(thrown)).loaded)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      ...{ code: 'connection', operationId: 'getPet', attempts: 0 },
      message: `GET /pets could not be loaded: ${thrown.message}`,
      cause: { name: 'TypeError', message: thrown.message },
    })
  })

  test('is not waited for any more when the caller aborts', async () => {
    const controller = new AbortController()
    const { clock, loaded } = loading(never, controller)
    const reason = new Error('enough')
    controller.abort(reason)
    const error = await failsAtOnce(loaded)
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toMatchObject({ operationId: 'getPet', message: 'GET /pets was aborted', cause: reason })
    expect([getEventListeners(controller.signal, 'abort'), clock.timers]).toEqual([[], []])
  })

  test('is not waited for when the caller had aborted before', async () => {
    const error = await failsAtOnce(loading(never, { signal: AbortSignal.abort() }).loaded)
    expect(error).toBeInstanceOf(AbortedError)
  })

  test('is not waited for beyond the deadline', async () => {
    const { clock, loaded } = loading(never, { deadlineMs: 700 })
    const failed = failure(loaded)
    await clock.advance(699)
    expect(clock.timers).toEqual([{ dueMs: 700, delayMs: 700 }])
    await clock.advance(1)
    expect(await failed).toMatchObject({
      ...{ name: 'TimeoutError', limit: 'deadline', timeoutMs: 700, operationId: 'getPet' },
      message: 'GET /pets was not loaded within 700 ms',
    })
    expect(clock.timers).toEqual([])
  })

  test('is not loaded for options that cannot be meant', async () => {
    let loads = 0
    const load = async () => loads++
    for (const options of [null, { signal: 'now' }, { timeoutMs: -1 }])
      expect(await failure(loading(load, options as object).loaded)).toBeInstanceOf(ConfigurationError)
    expect(loads).toBe(0)
  })
})
