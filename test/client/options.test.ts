import { describe, expect, test } from 'vitest'
import { type CallOptions, ClientError, type ClientOptions, ConfigurationError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { calls, petsClient, reply, stubFetch } from './pets.ts'

const milliseconds = [0, -1, -0.5, Number.NaN, -Infinity, 2 ** 31, 1e21, '1000', null, true, {}, [1_000], 10n]
const counts = [0, -1, 1.5, Number.NaN, Infinity, '3', null, {}, true]
const delays = [-1, Number.NaN, 2 ** 31, '100', null, {}]

type Row = [name: string, value: unknown, named?: string]

/** Options that a call takes too, and what the message names. */
const shared: Row[] = [
  ...milliseconds.flatMap((value): Row[] => [
    ['timeoutMs', value],
    ['deadlineMs', value],
  ]),
  ...[true, 'no', 3, null, () => {}].map((value): Row => ['retry', value]),
  ...counts.map((attempts): Row => ['retry', { attempts }, 'attempts']),
  ...delays.flatMap((value): Row[] => [
    ['retry', { minDelayMs: value }, 'minDelayMs'],
    ['retry', { maxDelayMs: value }, 'maxDelayMs'],
  ]),
  ['retry', { minDelayMs: 200, maxDelayMs: 100 }, 'maxDelayMs'],
]

const ofClients: Row[] = [
  ...[0, -1, Number.NaN, 'many', {}].map((value): Row => ['maxResponseBytes', value]),
  ...['some', 'request', 'OFF', true, false, null, {}].map((value): Row => ['validate', value]),
  ...['x', {}, true, null].map((value): Row => ['fetch', value]),
]

describe('a client is not made with', () => {
  test.each([...shared, ...ofClients])('%s: %o', (name, value, named = name) => {
    const make = () => petsClient({ clock: fakeClock(), [name]: value } as ClientOptions)
    expect(make).toThrow(ConfigurationError)
    expect(make).toThrow(named)
  })

  test('validate without validation', () => {
    for (const validate of ['requests', 'all'] as const) {
      expect(() => petsClient({ validate })).toThrow(ConfigurationError)
      expect(() => petsClient({ validate })).toThrow(/validation/)
    }
    expect(() => petsClient({ validate: 'off' })).not.toThrow()
  })

  test('options that are no object', () => {
    for (const options of [null, 'token-of-a-test']) {
      expect(() => petsClient(options as unknown as ClientOptions)).toThrow(ConfigurationError)
    }
  })
})

describe('a call is not sent with', () => {
  test.each(shared)('%s: %o', async (name, value, named = name) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const clock = fakeClock()
    const error = await failure(calls.getPet(petsClient({ clock, fetch }), { [name]: value } as CallOptions))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({ code: 'configuration', attempts: 0, message: expect.stringContaining(named) })
    expect([sent, clock.timers]).toEqual([[], []])
  })
})

describe('a call fails with an error of ours, and nothing is sent, with', () => {
  const strange: [string, unknown][] = [
    ...['x', {}, true].map((value): [string, unknown] => ['signal', value]),
    ...['x', 7, true].map((value): [string, unknown] => ['headers', value]),
  ]
  test.each(strange)('%s: %o', async (name, value) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const clock = fakeClock()
    const error = await failure(calls.getPet(petsClient({ clock, fetch }), { [name]: value } as CallOptions))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({ operationId: 'getPet', attempts: 0, message: expect.stringMatching(/signal|header/) })
    expect([sent, clock.timers]).toEqual([[], []])
  })

  test('a fetch that gives no Response', async () => {
    for (const given of [undefined, null, {}, 'x']) {
      const fetch = async () => given as unknown as Response
      const error = await failure(petsClient({ clock: fakeClock(), fetch }).getPet('7'))
      expect(error).toMatchObject({ name: 'ConfigurationError', operationId: 'getPet', attempts: 1 })
      expect((error as Error).message).toMatch(/fetch.*GET \/pets\/{petId}/)
    }
  })

  test.each(['', 7, null, {}, true])('the token %o', async (token) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const call = async () => petsClient({ clock: fakeClock(), fetch, token: token as string }).getPet('7')
    expect(await failure(call())).toBeInstanceOf(ClientError)
    expect(sent).toEqual([])
  })
})

test('no limit at all is none that a timer could not hold', async () => {
  const clock = fakeClock()
  const options = { clock, fetch: () => new Promise<Response>(() => {}), timeoutMs: Infinity, deadlineMs: Infinity }
  const controller = new AbortController()
  const call = failure(petsClient(options).getPet('7', controller))
  await clock.advance(2 ** 40)
  for (const { delayMs } of clock.timers) expect(delayMs).toBeLessThan(2 ** 31)
  controller.abort()
  expect(await call).toMatchObject({ name: 'AbortedError' })
})

test('undefined stands for the default, for a client and for a call', async () => {
  const names = new Set([...shared, ...ofClients].map(([name]) => name))
  const nothing = Object.fromEntries([...names].map((name) => [name, undefined]))
  const { fetch, sent } = stubFetch([reply(200, { name: 'Rex' })])
  const pets = petsClient({ ...nothing, fetch, clock: fakeClock() })
  const none = { signal: undefined, timeoutMs: undefined, deadlineMs: undefined, retry: undefined, headers: undefined }
  await expect(pets.getPet('7', { ...none, idempotent: undefined })).resolves.toEqual({ name: 'Rex' })
  expect(sent).toHaveLength(1)
})
