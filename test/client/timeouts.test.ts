import { describe, expect, test } from 'vitest'
import { type ClientOptions, TimeoutError } from '../../src/client/index.ts'
import { failure, fakeClock, turns, until } from './fake-clock.ts'
import { type Answer, faultServer, head, unacceptingUrl } from './fault-server.ts'
import { lost, petsClient, reply, stubFetch } from './pets.ts'

const start = head(200, { 'content-type': 'application/json', 'content-length': '1000' })
/** Where an answer stands still, and whether its headers arrive. */
const stalls: [string, Answer, boolean][] = [
  ['an answer that does not begin', ['stall'], false],
  ['a status line that does not end', ['HTTP/1.1 200', 'stall'], false],
  ['headers that do not end', ['HTTP/1.1 200 OK\r\ncontent-type: appl', 'stall'], false],
  ['headers that drip', ['HTTP/1.1 200 OK\r\nx-a: ', { drip: 'a' }], false],
  ['a body that does not begin', [start, 'stall'], true],
  ['a body that stops', [start, '{"a":', 'stall'], true],
  ['a body that drips', [start, '{"a":"', { drip: 'a' }], true],
  ['chunks that drip', [head(200, { 'transfer-encoding': 'chunked' }), { drip: '1\r\na\r\n' }], true],
  ['the body of an error that stops', [head(404, { 'content-length': '9' }), 'no', 'stall'], true],
]

/** A call of a pet that has come as far as the answer does. */
async function stalled(answer: Answer, hasHeaders: boolean, options: ClientOptions) {
  const server = await faultServer(answer)
  const clock = fakeClock()
  let answered = 0
  const pets = petsClient({
    clock,
    baseUrl: server.url,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      answered++
      return response
    },
    ...options,
  })
  const error = failure(pets.getPet('7'))
  const arrived = (count: number) =>
    until(() => server.requests.length === count && answered === (hasHeaders ? count : 0))
  await arrived(1)
  return { server, clock, error, arrived }
}

describe('an attempt ends when its time is over', () => {
  test.each(stalls)('at %s', async (_, answer, hasHeaders) => {
    const { server, clock, error } = await stalled(answer, hasHeaders, { retry: false })
    const dripped = server.dripped()
    await clock.advance(9_999)
    expect(clock.timers).not.toEqual([])
    if (JSON.stringify(answer).includes('drip')) await until(() => server.dripped() > dripped + 3)
    await clock.advance(1)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(await error).toMatchObject({
      ...{ code: 'timeout', limit: 'attempt', timeoutMs: 10_000, operationId: 'getPet', attempts: 1 },
      message: expect.stringMatching(/10,?000/),
    })
    expect(clock.timers).toEqual([])
    await until(() => server.open() === 0)
  })

  test('while it connects', async () => {
    const clock = fakeClock()
    const error = failure(petsClient({ clock, baseUrl: await unacceptingUrl(), retry: false }).getPet('7'))
    await clock.advance(10_000)
    expect(await error).toMatchObject({ name: 'TimeoutError', limit: 'attempt', attempts: 1 })
    expect(clock.timers).toEqual([])
  })

  test('and the next one begins with its whole time', async () => {
    const { server, clock, error, arrived } = await stalled([start, 'stall'], true, { timeoutMs: 4_000 })
    for (const attempt of [2, 3]) {
      await clock.advance(4_000)
      await clock.advance(500)
      await arrived(attempt)
    }
    await clock.advance(4_000)
    expect(await error).toMatchObject({ limit: 'attempt', timeoutMs: 4_000, attempts: 3 })
    expect(server.requests).toHaveLength(3)
  })
})

describe('a call ends when its deadline is over', () => {
  test.each(stalls)('at %s', async (_, answer, hasHeaders) => {
    const { server, clock, error } = await stalled(answer, hasHeaders, { deadlineMs: 3_000 })
    await clock.advance(3_000)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(await error).toMatchObject({ limit: 'deadline', timeoutMs: 3_000, attempts: 1 })
    expect(clock.timers).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  test('in a later attempt', async () => {
    const { clock, error, arrived } = await stalled(['stall'], false, { deadlineMs: 15_000 })
    await clock.advance(10_000)
    await clock.advance(500)
    await arrived(2)
    await clock.advance(4_500)
    expect(await error).toMatchObject({ limit: 'deadline', timeoutMs: 15_000, attempts: 2 })
  })

  test('after 60 seconds by default, with time for all attempts', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([() => new Promise(() => {})], clock)
    const call = petsClient({ clock, fetch, retry: { attempts: 10 } }).getPet('7')
    expect(await clock.run(failure(call), { upTo: 60_000 })).toMatchObject({ limit: 'deadline', timeoutMs: 60_000 })
    expect(clock.now()).toBe(60_000)
    expect(sent.length).toBeGreaterThanOrEqual(4)
  })
})

describe('the limits of a call go before those of the client', () => {
  const rows: [ClientOptions, object, object][] = [
    [{ timeoutMs: 1_000 }, { timeoutMs: 20_000 }, { limit: 'attempt', timeoutMs: 20_000 }],
    [{ timeoutMs: 20_000 }, { timeoutMs: 1_000 }, { limit: 'attempt', timeoutMs: 1_000 }],
    [{ deadlineMs: 1_000 }, { deadlineMs: 2_000 }, { limit: 'deadline', timeoutMs: 2_000 }],
    [{ timeoutMs: 1_000 }, { timeoutMs: undefined }, { limit: 'attempt', timeoutMs: 1_000 }],
  ]

  test.each(rows)('client %j, call %j', async (options, callOptions, expected) => {
    const clock = fakeClock()
    const { fetch } = stubFetch([() => new Promise(() => {})], clock)
    const call = petsClient({ clock, fetch, retry: false, ...options }).getPet('7', callOptions)
    expect(await clock.run(failure(call), { upTo: 60_000 })).toMatchObject(expected)
    expect(clock.now()).toBe(expected && 'timeoutMs' in expected ? expected.timeoutMs : -1)
  })
})

describe('nothing that the caller gave can keep a call from ending', () => {
  const never = () => new Promise<never>(() => {})
  const rows: [string, ClientOptions, number][] = [
    ['a token that does not come', { token: never }, 0],
    ['a fetch that ignores its signal', { fetch: never }, 1],
    ['a body that ignores it', { fetch: async () => new Response(new ReadableStream({ pull: never })) }, 1],
    [
      'a body that does not let go',
      { fetch: async () => new Response(new ReadableStream({ pull: never, cancel: never })) },
      1,
    ],
  ]

  test.each(rows)('%s', async (_, options, attempts) => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(200, {})])
    const call = petsClient({ clock, fetch, retry: false, ...options }).getPet('7')
    const error = await clock.run(failure(call), { upTo: 10_000 })
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ limit: 'attempt', timeoutMs: 10_000, attempts })
    expect([clock.now(), clock.timers, sent.length]).toEqual([10_000, [], 0])
  })

  test('a body that is given up is told so', async () => {
    const clock = fakeClock()
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
    }
    const fetch = async () => new Response(new ReadableStream({ pull: never, cancel }))
    await clock.run(failure(petsClient({ clock, fetch, retry: false }).getPet('7')), { upTo: 10_000 })
    await turns(2)
    expect(isCancelled).toBe(true)
  })

  test('an answer that comes after the time is over is given up', async () => {
    const clock = fakeClock()
    let answer: (response: Response) => void = () => {}
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
    }
    const fetch = () => new Promise<Response>((resolve) => (answer = resolve))
    const call = failure(petsClient({ clock, fetch, retry: false }).getPet('7'))
    expect(await clock.run(call, { upTo: 10_000 })).toBeInstanceOf(TimeoutError)
    answer(new Response(new ReadableStream({ cancel })))
    await turns(5)
    expect(isCancelled).toBe(true)
  })

  test('what fails after the time is over disturbs nobody', async () => {
    const clock = fakeClock()
    let fail: (error: Error) => void = () => {}
    const fetch = () => new Promise<Response>((_, reject) => (fail = reject))
    const call = failure(petsClient({ clock, fetch, retry: false }).getPet('7'))
    expect(await clock.run(call, { upTo: 10_000 })).toBeInstanceOf(TimeoutError)
    fail(new Error('late'))
    await turns(5)
    expect(clock.timers).toEqual([])
  })
})

test.each([
  ['succeeds', reply(200, {})],
  ['fails', reply(404, {})],
  ['is lost', lost],
])('a call that %s leaves no timer', async (_, answer) => {
  const clock = fakeClock()
  const pets = petsClient({ clock, fetch: stubFetch([answer], clock).fetch })
  await clock.run(Promise.allSettled([pets.getPet('7')]))
  expect(clock.timers).toEqual([])
})
