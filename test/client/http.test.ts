import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { ClientError } from '../../src/client/index.ts'
import { failsAtOnce, failure, fakeClock, turns } from './fake-clock.ts'
import { answer, faultServer, json } from './fault-server.ts'
import { lost, petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'

const path = { params: { path: { petId: '7' } } }
const token = 'token-of-a-test'

describe('the raw client', () => {
  test('carries the token and the user agent, and answers as openapi-fetch does', async () => {
    const server = await faultServer(json({ name: 'Rex' }))
    const { http } = petsClient({ clock: fakeClock(), baseUrl: `${server.url}/v1`, token, userAgent: 'demo/1' })
    const { data, response } = await http.GET('/pets/{petId}', path)
    expect([data, response.status]).toEqual([{ name: 'Rex' }, 200])
    expect(server.requests).toMatchObject([
      { method: 'GET', target: '/v1/pets/7', headers: { authorization: `Bearer ${token}`, 'user-agent': 'demo/1' } },
    ])
  })

  test('gives an error status as openapi-fetch does, and does not throw', async () => {
    const { fetch } = stubFetch([reply(404, { message: 'gone' })])
    const { data, error, response } = await petsClient({ fetch, clock: fakeClock() }).http.GET('/pets/{petId}', path)
    expect([data, error, response.status]).toEqual([undefined, { message: 'gone' }, 404])
  })

  test('is repeated like a method', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}), lost, reply(200, { name: 'Rex' })], clock)
    const call = petsClient({ clock, fetch, token }).http.PUT('/pets/{petId}', { ...path, body: { name: 'Rex' } })
    expect((await clock.run(call)).data).toEqual({ name: 'Rex' })
    expect(sent.map(({ method, text }) => [method, text])).toEqual(Array(3).fill(['PUT', '{"name":"Rex"}']))
  })

  test('gives the last error status when its attempts are used up', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, { message: 'busy' })], clock)
    const { error, response } = await clock.run(petsClient({ clock, fetch }).http.GET('/pets/{petId}', path))
    expect([error, response.status, sent.length]).toEqual([{ message: 'busy' }, 503, 3])
  })

  test('works for a path that the document does not have', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    await petsClient({ fetch, clock: fakeClock() }).http.GET('/undocumented')
    expect(sent.map(({ url }) => url)).toEqual(['https://pets.example.com/v1/undocumented'])
  })

  test('has its answer whole before it resolves', async () => {
    const clock = fakeClock()
    const server = await faultServer(json({ name: 'Rex' }))
    const { http } = petsClient({ clock, baseUrl: server.url })
    const { response, data } = await http.GET('/pets/{petId}', { ...path, parseAs: 'stream' })
    expect(clock.timers).toEqual([])
    expect(response.bodyUsed).toBe(false)
    expect(await new Response(data).json()).toEqual({ name: 'Rex' })
  })
})

describe('what goes wrong with the raw client is an error of ours', () => {
  const rows: [string, ReturnType<typeof answer> | ['stall'] | ['reset'], object, string][] = [
    ['a lost connection', ['reset'], {}, 'ConnectionError'],
    ['an answer that does not come', ['stall'], {}, 'TimeoutError'],
    ['a redirect', answer(302, '', { location: 'https://other.example.com/' }), {}, 'RedirectError'],
    ['a body too large', json('x'.repeat(200)), { maxResponseBytes: 100 }, 'ResponseTooLargeError'],
    ['a page with a 200', answer(200, '<h1>hi</h1>', { 'content-type': 'text/html' }), {}, 'UnexpectedResponseError'],
    ['malformed JSON', answer(200, '{"a":', { 'content-type': 'application/json' }), {}, 'UnexpectedResponseError'],
  ]

  test.each(rows)('%s', async (_, bytes, options, name) => {
    const server = await faultServer(bytes)
    const clock = fakeClock()
    const pets = petsClient({ clock, baseUrl: server.url, token, retry: false, ...options })
    const call = failure(pets.http.GET('/pets/{petId}', path))
    if (name === 'TimeoutError') {
      await turns(50)
      await clock.advance(10_000)
    }
    const error = await clock.run(call)
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({ name, operationId: 'getPet' })
    expect(traces(error)).not.toContain(token)
    expect(clock.timers).toEqual([])
  })

  test('an abort', async () => {
    const clock = fakeClock()
    const controller = new AbortController()
    const { http } = petsClient({ clock, fetch: () => new Promise(() => {}) })
    const call = http.GET('/pets/{petId}', { ...path, signal: controller.signal })
    await turns(20)
    const reason = new Error('enough')
    controller.abort(reason)
    const error = await failsAtOnce(call)
    expect(error).toMatchObject({ name: 'AbortedError' })
    expect((error as Error).cause).toBe(reason)
    expect([getEventListeners(controller.signal, 'abort'), clock.timers]).toEqual([[], []])
  })

  test.each(['', '..', 'a/../..', '%2e%2e'])('a path parameter that would leave its place: "%s"', async (petId) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const call = petsClient({ fetch, clock: fakeClock() }).http.GET('/pets/{petId}', { params: { path: { petId } } })
    const settled = await Promise.allSettled([call])
    const paths = sent.map(({ url }) => new URL(url).pathname)
    const isRefused = settled[0].status === 'rejected' && settled[0].reason instanceof ClientError
    expect(isRefused ? [] : paths.map((one) => one.split('/').slice(3).map(decodeURIComponent))).toEqual(
      isRefused ? paths : [[petId]],
    )
  })

  test('a base URL of the call that the client would not take', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, clock: fakeClock(), token })
    for (const baseUrl of ['http://other.example.com', 'https://user:pass@other.example.com']) {
      expect(await failure(http.GET('/pets/{petId}', { ...path, baseUrl }))).toBeInstanceOf(ClientError)
    }
    expect(sent).toEqual([])
  })

  test('a header that cannot be sent', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const headers = { 'x-trace': 'SECRET\n€' }
    const error = await failure(
      petsClient({ fetch, clock: fakeClock(), token }).http.GET('/pets/{petId}', { ...path, headers }),
    )
    expect(error).toBeInstanceOf(ClientError)
    expect(traces(error)).not.toContain('SECRET')
    expect(sent).toEqual([])
  })
})
