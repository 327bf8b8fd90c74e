import { describe, expect, test } from 'vitest'
import { ApiError, ClientError, WaitError, waitRecord } from '../../src/index.ts'
import { failure, fakeClock } from '../client/fake-clock.ts'
import { lost, type Reply, reply } from '../client/pets.ts'
import { found, gateway, id, notFound, stubbed } from './gateways.ts'
import { waiting } from './waits.ts'

const creating = found('STATUS_CREATING')
const ready = found('STATUS_READY')
const minute = 60_000

describe('a wait that cannot succeed ends', () => {
  test.each([
    ['STATUS_FAILED', {}],
    ['failed', {}],
    ['STATUS_ERROR', {}],
    ['STATUS_FAILED', { isErrorRecoverable: true }],
  ])('at %s with %j', async (status, options) => {
    const { error, polls } = waiting('waitUntilReady', [creating, found(status), ready], options)
    const failed = await error()
    expect(failed).toBeInstanceOf(WaitError)
    expect(failed).toMatchObject({
      ...{ reason: 'failed', code: 'wait-failed', message: expect.stringMatching(/failed|error/i) },
      wait: {
        last: gateway(status),
        history: [{ status: 'STATUS_CREATING', elapsedMs: 0 }, { elapsedMs: polls()[1] }],
      },
    })
    expect(polls()).toHaveLength(2)
  })

  test('not at ERROR where it is told that it is recoverable', async () => {
    const { result } = waiting('waitUntilReady', [creating, found('STATUS_ERROR'), ready], { isErrorRecoverable: true })
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
  })

  test.each([
    ['STATUS_CREATING', 13, 'later than a minute'],
    ['STATUS_DELETING', 1, 'while it was being deleted'],
  ])('when the gateway in %s is gone after %i polls, %s', async (status, count) => {
    const seen = Array(count).fill(found(status))
    const { error, polls } = waiting('waitUntilReady', [...seen, notFound, ready])
    const failed = await error()
    expect(failed).toBeInstanceOf(WaitError)
    expect(failed).toMatchObject({ reason: 'gone', code: 'wait-gone', wait: { last: gateway(status) } })
    expect(polls()).toHaveLength(count + 1)
  })

  test.each([400, 401, 403])('at an error that does not pass: %i', async (status) => {
    const { error, polls } = waiting('waitUntilReady', [creating, reply(status, {})])
    const failed = await error()
    expect(failed).toBeInstanceOf(ApiError)
    expect(failed).toMatchObject({
      status,
      wait: { last: gateway('STATUS_CREATING'), history: [{ status: 'STATUS_CREATING', elapsedMs: 0 }] },
    })
    expect(polls()).toHaveLength(2)
  })
})

test('a gateway that was seen may be missing for a while just after it was created: not all that read know it yet', async () => {
  const { result } = waiting('waitUntilReady', [creating, notFound, creating, notFound, notFound, ready])
  await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
})

describe('a gateway that was never seen', () => {
  test('may be missing for a while just after it was created', async () => {
    const { result } = waiting('waitUntilReady', [...Array(6).fill(notFound), creating, ready])
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
  })

  test('is gone after a minute', async () => {
    const { error, polls } = waiting('waitUntilReady', [notFound])
    expect(await error()).toMatchObject({ name: 'WaitError', reason: 'gone', wait: { last: undefined, history: [] } })
    expect(polls().at(-1)).toBeGreaterThan(minute - 7_500)
    expect(polls().at(-1)).toBeLessThan(minute + 7_500)
  })
})

describe('a failure that passes does not end a wait', () => {
  const failures: [string, Reply][] = [
    ['a 503', reply(503, {})],
    ['a 429', reply(429, {})],
    ['a 500', reply(500, {})],
    ['a lost connection', lost],
    ['a page', reply(200, '<html>busy</html>', { 'content-type': 'text/html' })],
    ['JSON that is cut off', reply(200, '{"gateway":', { 'content-type': 'application/json' })],
  ]
  test.each(failures)('%s, again and again', async (_, failing) => {
    const { result } = waiting('waitUntilReady', [creating, ...Array(40).fill(failing), ready])
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
  })

  test('nor does a poll that takes too long', async () => {
    const clock = fakeClock()
    const never = () => new Promise<Response>(() => {})
    const { gateways } = stubbed([never, never, never, ready], {}, clock)
    await expect(clock.run(gateways.waitUntilReady(id), { upTo: 10_000 })).resolves.toEqual(gateway('STATUS_READY'))
  })

  test('and the service is left alone for as long as it asks', async () => {
    const busy = reply(503, {}, { 'retry-after': '90' })
    const { begin, clock, polls } = waiting('waitUntilReady', [creating, busy, ready])
    await clock.run(begin(), { upTo: 200_000 })
    expect((polls()[2] ?? 0) - (polls()[1] ?? 0)).toBeGreaterThanOrEqual(90_000)
  })
})

describe('a token that cannot be got', () => {
  const failing = (polls: readonly number[]) => {
    let poll = 0
    return async () => {
      if (polls.includes(++poll)) throw new Error('of a token function')
      return 'token-of-a-test'
    }
  }

  test('once ends no wait that has seen the gateway', async () => {
    const { result, polls } = waiting('waitUntilReady', [creating, ready], {}, { token: failing([2, 3]) })
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
    expect(polls()).toHaveLength(2)
  })

  test('ends one that has not: it may never be got', async () => {
    const { error, polls } = waiting('waitUntilReady', [creating, ready], {}, { token: failing([1]) })
    expect(await error()).toMatchObject({ name: 'ConfigurationError', wait: { last: undefined, history: [] } })
    expect(polls()).toEqual([])
  })

  test('is what a wait says in the end that saw no other', async () => {
    const token = failing(Array.from({ length: 1_000 }, (_, index) => index + 2))
    const { error } = waiting('waitUntilReady', [creating], { timeoutMs: minute }, { token })
    expect(await error()).toMatchObject({
      ...{ name: 'WaitError', reason: 'timeout', wait: { last: gateway('STATUS_CREATING') } },
      cause: { name: 'ConfigurationError', message: expect.stringContaining('could not be got') },
    })
  })

  test('because it is empty ends the wait', async () => {
    let poll = 0
    const token = () => (++poll > 1 ? '' : 'token-of-a-test')
    const { error } = waiting('waitUntilReady', [creating, ready], {}, { token })
    expect(await error()).toMatchObject({ name: 'ConfigurationError', message: expect.stringContaining('is empty') })
  })
})

test('waitRecord tells what a wait had seen when an error ended it, and nothing of other errors', async () => {
  const { error } = waiting('waitUntilReady', [creating, reply(403, {})])
  const record = waitRecord(await error())
  expect(record?.last?.spec?.name).toBe('demo')
  expect(record).toEqual({
    last: gateway('STATUS_CREATING'),
    history: [{ status: 'STATUS_CREATING', elapsedMs: 0 }],
  })
  const { gateways } = stubbed([reply(403, {})])
  for (const other of [await failure(gateways.getGateway(id)), new Error('other'), undefined, null, { wait: record }])
    expect(waitRecord(other)).toBeUndefined()
})

test('whatever ends a wait is an error of ours that says what was seen', async () => {
  const { gateways, clock } = stubbed([creating, ready])
  const options = {
    get isErrorRecoverable(): boolean {
      throw new RangeError('of a getter')
    },
  }
  const failed = await clock.run(failure(gateways.waitUntilReady(id, options)), { upTo: 9_999 })
  expect(failed).toBeInstanceOf(ClientError)
  expect(failed).toMatchObject({
    ...{ name: 'ClientError', operationId: 'getGateway', message: `The wait for ${id} failed` },
    ...{ cause: { name: 'RangeError', message: 'of a getter' }, wait: { last: gateway('STATUS_CREATING') } },
  })
})
