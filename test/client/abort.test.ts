import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { AbortedError, ClientError, type ClientOptions } from '../../src/client/index.ts'
import { failsAtOnce, fakeClock, turns, until } from './fake-clock.ts'
import { type Answer, faultServer, head, unacceptingUrl } from './fault-server.ts'
import { calls, petsClient, reply, stubFetch } from './pets.ts'

const start = head(200, { 'content-type': 'application/json', 'content-length': '1000' })
const never = () => new Promise<never>(() => {})

function listeners(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length
}

describe('over real sockets, abort ends a call at once', () => {
  const points: [string, Answer, boolean][] = [
    ['before the answer begins', ['stall'], false],
    ['amid the headers', ['HTTP/1.1 200 OK\r\ncontent-ty', 'stall'], false],
    ['before the body begins', [start, 'stall'], true],
    ['in a body that stops', [start, '{"a":', 'stall'], true],
    ['in a body that drips', [start, '{"a":"', { drip: 'a' }], true],
    ['in the body of an error', [head(500, { 'content-length': '9' }), 'no', 'stall'], true],
  ]

  test.each(points)('%s', async (_, answer, hasHeaders) => {
    const server = await faultServer(answer)
    const clock = fakeClock()
    const controller = new AbortController()
    let answered = 0
    const observed: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      answered++
      return response
    }
    const call = petsClient({ clock, baseUrl: server.url, fetch: observed }).getPet('7', controller)
    await until(() => server.requests.length === 1 && answered === (hasHeaders ? 1 : 0))
    const reason = new Error('enough')
    controller.abort(reason)
    const error = await failsAtOnce(call)
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toMatchObject({ code: 'aborted', operationId: 'getPet', attempts: 1 })
    expect((error as Error).cause).toBe(reason)
    expect([listeners(controller.signal), clock.timers]).toEqual([0, []])
    await until(() => server.open() === 0)
    expect(server.requests).toHaveLength(1)
  })

  test('while it connects', async () => {
    const clock = fakeClock()
    const controller = new AbortController()
    const call = petsClient({ clock, baseUrl: await unacceptingUrl() }).getPet('7', controller)
    await turns(20)
    controller.abort()
    expect(await failsAtOnce(call)).toBeInstanceOf(AbortedError)
    expect([listeners(controller.signal), clock.timers]).toEqual([0, []])
  })
})

/** Where a call stands still for ever, with a reply for its first attempt. */
const places: [string, ClientOptions, number][] = [
  ['while the token is asked for', { token: never }, 0],
  ['in a fetch that ignores its signal', { fetch: never }, 1],
  ['in a body that ignores it', { fetch: async () => new Response(new ReadableStream({ pull: never })) }, 1],
  [
    'in a body that does not let go',
    { fetch: async () => new Response(new ReadableStream({ pull: never, cancel: never })) },
    1,
  ],
  ['in the pause between two attempts', { fetch: async () => new Response('{}', { status: 503 }) }, 1],
  ['in a long pause', { fetch: async () => new Response('{}', { status: 503, headers: { 'retry-after': '30' } }) }, 1],
]

const reasons: [string, unknown][] = [
  ['an error', new Error('enough')],
  ['a text', 'enough'],
  ['null', null],
  ['an object', { why: 'enough' }],
  ['0', 0],
  ['the engine’s own', undefined],
]

describe('abort ends a call at once', () => {
  for (const [place, options, attempts] of places) {
    test.each(reasons)(`${place}, with %s for a reason`, async (_, reason) => {
      const clock = fakeClock()
      const controller = new AbortController()
      const call = petsClient({ clock, ...options }).getPet('7', controller)
      await turns(20)
      controller.abort(reason)
      const error = await failsAtOnce(call)
      expect(error).toBeInstanceOf(AbortedError)
      expect((error as Error).cause).toBe(controller.signal.reason)
      expect(error).toMatchObject({ attempts })
      expect([listeners(controller.signal), clock.timers]).toEqual([0, []])
    })
  }

  test('before it began, and nothing is sent or asked for', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(200, {})], clock)
    let asked = 0
    const token = () => `token ${asked++}`
    const signal = AbortSignal.abort('early')
    const error = await failsAtOnce(petsClient({ clock, fetch, token }).getPet('7', { signal }))
    expect(error).toMatchObject({ name: 'AbortedError', cause: 'early', attempts: 0 })
    expect([sent.length, asked, listeners(signal), clock.timers]).toEqual([0, 0, 0, []])
  })

  test.each(['onRequest', 'onResponse', 'onRetry'] as const)('from within %s', async (hook) => {
    const clock = fakeClock()
    const controller = new AbortController()
    const { fetch, sent } = stubFetch([reply(503, {})], clock)
    const call = petsClient({ clock, fetch, [hook]: () => controller.abort(hook) }).getPet('7', controller)
    expect(await failsAtOnce(call)).toMatchObject({ name: 'AbortedError', cause: hook })
    expect(sent.length).toBe(hook === 'onRequest' ? 0 : 1)
    expect([listeners(controller.signal), clock.timers]).toEqual([0, []])
  })

  test('for one of several calls, and leaves the others alone', async () => {
    const clock = fakeClock()
    const { fetch } = stubFetch([reply(503, {}), reply(503, {}), reply(200, { name: 'Rex' })], clock)
    const pets = petsClient({ clock, fetch })
    const controller = new AbortController()
    const aborted = pets.getPet('7', controller)
    const other = pets.getPet('8')
    await turns(20)
    controller.abort()
    expect(await failsAtOnce(aborted)).toBeInstanceOf(AbortedError)
    await expect(clock.run(other)).resolves.toEqual({ name: 'Rex' })
  })
})

describe('a signal that is not aborted', () => {
  const warnings: string[] = []
  const warn = ({ name }: Error) => warnings.push(name)
  afterEach(() => process.off('warning', warn))

  test('holds nothing of the calls that it was given to', async () => {
    process.on('warning', warn)
    const clock = fakeClock()
    const { signal } = new AbortController()
    const replies = Array.from({ length: 300 }, (_, index) => reply([200, 404, 503][index % 3] ?? 200, {}))
    const pets = petsClient({ clock, fetch: stubFetch(replies, clock).fetch })
    for (let count = 0; count < 100; count++) await clock.run(Promise.allSettled([calls.getPet(pets, { signal })]))
    expect([listeners(signal), clock.timers]).toEqual([0, []])
    await clock.run(Promise.allSettled(Array.from({ length: 100 }, () => calls.getPet(pets, { signal }))))
    expect([listeners(signal), clock.timers, warnings]).toEqual([0, [], []])
  })

  test('that is aborted after the call changes nothing', async () => {
    const controller = new AbortController()
    const clock = fakeClock()
    const call = petsClient({ clock, fetch: stubFetch([reply(200, { name: 'Rex' })]).fetch }).getPet('7', controller)
    await clock.run(call)
    controller.abort()
    await expect(call).resolves.toEqual({ name: 'Rex' })
  })
})

describe('a signal of another making', () => {
  test('that nothing can listen to ends the call with an error of ours, and no answer is told', async () => {
    const addEventListener = () => {
      throw new Error('of a signal')
    }
    const signal = { addEventListener, removeEventListener: () => {} } as never
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(200, {})])
    const told: unknown[] = []
    const hooks = { onResponse: (event: object) => told.push(event), onRetry: (event: object) => told.push(event) }
    const error = await failsAtOnce(petsClient({ clock, fetch, ...hooks }).getPet('7', { signal }))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({ attempts: 0, cause: { message: 'of a signal' } })
    expect([sent, told, clock.timers]).toEqual([[], [], []])
  })

  test('that listens for ever is one', async () => {
    const signal = { addEventListener: () => {} } as never
    const pets = petsClient({ clock: fakeClock(), fetch: stubFetch([reply(200, { name: 'Rex' })]).fetch })
    await expect(pets.getPet('7', { signal })).resolves.toEqual({ name: 'Rex' })
  })
})
