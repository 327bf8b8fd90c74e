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

describe('the raw client has what openapi-fetch has', () => {
  const untyped = (options: object) => {
    const { fetch, sent } = stubFetch([reply(200, { name: 'Rex' })])
    const { http } = petsClient({ fetch, clock: fakeClock(), token, ...options })
    return { http: http as unknown as Record<string, (...args: unknown[]) => Promise<{ data?: unknown }>>, sent }
  }

  test.each(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('the method %s', async (method) => {
    const { http, sent } = untyped({})
    await http[method]?.('/pets/{petId}', path)
    await http.request?.(method.toLowerCase(), '/pets/{petId}', path)
    expect(sent.map((one) => [one.method, one.url])).toEqual(
      Array(2).fill([method, 'https://pets.example.com/v1/pets/7']),
    )
  })

  test('a request by the name of its method, with the credentials of its operation', async () => {
    const { http, sent } = untyped({})
    await http.request?.('get', '/pets/{petId}', path)
    await http.request?.('get', '/undocumented')
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, undefined])
  })

  test('a base URL of a call', async () => {
    const { http, sent } = untyped({})
    await http.GET?.('/pets/{petId}', { ...path, baseUrl: 'https://other.example.com/v2/' })
    expect(sent.map(({ url }) => url)).toEqual(['https://other.example.com/v2/pets/7'])
  })

  test('middleware, of all calls until it is taken away, and of one', async () => {
    const { http, sent } = untyped({})
    const mark = (name: string) => ({
      onRequest: ({ request }: { request: Request }) => {
        request.headers.append('x-marks', name)
        return request
      },
    })
    const [first, second, own] = [mark('first'), mark('second'), mark('own')]
    http.use?.(first, second)
    await http.GET?.('/pets/{petId}', { ...path, middleware: [own] })
    http.eject?.(first)
    await http.GET?.('/pets/{petId}', path)
    http.use?.(first)
    await http.GET?.('/pets/{petId}', path)
    expect(sent.map(({ headers }) => headers['x-marks'])).toEqual(['first, second, own', 'second', 'second, first'])
  })

  test('a query', async () => {
    const { http, sent } = untyped({})
    await http.GET?.('/pets', { params: { query: { tag: 'a b' } } })
    expect(sent.map(({ url }) => url)).toEqual(['https://pets.example.com/v1/pets?tag=a%20b'])
  })

  test('TRACE, which no engine sends', async () => {
    const { http, sent } = untyped({})
    expect(await failure(http.TRACE?.('/pets') ?? Promise.resolve())).toMatchObject({ name: 'InvalidRequestError' })
    expect(sent).toEqual([])
  })

  test('answers without a body', async () => {
    const statuses = [204, 205, 304]
    const { fetch } = stubFetch(statuses.map((status) => () => new Response(null, { status })))
    const { http } = petsClient({ fetch, clock: fakeClock() })
    const got: number[] = []
    for (const _ of statuses) got.push((await http.GET('/pets/{petId}', path)).response.status)
    expect(got).toEqual(statuses)
  })
})

/** What makes openapi-fetch send to this path. */
const serialized = (path: string) => ({ pathSerializer: (url: string) => url.replace('/pets/{petId}', path) })

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

  test('of an operation, after as many attempts as it had', async () => {
    const clock = fakeClock()
    const { fetch } = stubFetch([lost], clock)
    const { http } = petsClient({ clock, fetch })
    const error = await clock.run(failure(http.PUT('/pets/{petId}', { ...path, body: {} })))
    expect(error).toMatchObject({ name: 'ConnectionError', operationId: 'replacePet', attempts: 3 })
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

  test.each([
    ['a value that names another path', { params: { path: { petId: 'mine' } } }],
    ['no value', {}],
    ['another segment', serialized('/pets/a/b')],
    ['another path', serialized('/cats/7')],
    ['an empty segment', serialized('/pets/')],
  ])('a path that is not what the template says: %s', async (_, init) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, clock: fakeClock() })
    const error = await failure(http.GET('/pets/{petId}', init as unknown as typeof path))
    expect(error).toMatchObject({ name: 'InvalidRequestError', operationId: 'getPet' })
    expect((error as Error).message).toMatch(/\/pets\/{petId} .*lead to another path/)
    expect(sent).toEqual([])
  })

  test('a success that is not JSON tells its status and request id', async () => {
    const { fetch } = stubFetch([reply(200, 'hi', { 'x-request-id': 'r-1' }), reply(200, 'hi')])
    const { http } = petsClient({ fetch, clock: fakeClock() })
    const errors = [await failure(http.GET('/pets/{petId}', path)), await failure(http.GET('/pets/{petId}', path))]
    expect(errors).toMatchObject([
      { status: 200, requestId: 'r-1', operationId: 'getPet' },
      { status: 200, requestId: undefined },
    ])
    expect((errors[0] as Error).message).toMatch(/^GET \/pets\/{petId} answered 200 .*JSON/)
  })

  const elsewhere: [string, string][] = [
    ['a host', '.evil.com/'],
    ['a host behind a user', '@evil.com/'],
    ['a port', ':8443/'],
    ['the place above', '/../admin'],
    ['another operation, by a query', '/pets?a=1'],
    ['nothing', ''],
  ]
  test.each(elsewhere)('a path that names %s: "%s"', async (_, place) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, clock: fakeClock(), token })
    expect(await failure(http.GET(place as '/undocumented', {}))).toBeInstanceOf(ClientError)
    expect(sent).toEqual([])
  })

  const notOne = ['%2e', '%2E%2e', '.', 'mine', 'm%69ne', 'a\0', 'a\tb', 'a\n', 'a\x7f', 'a\x85']
  test.each(notOne)('a path parameter that a method would refuse: %j', async (petId) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, clock: fakeClock(), token })
    const error = await failure(http.GET('/pets/{petId}', { params: { path: { petId } } }))
    expect(error).toMatchObject({ name: 'InvalidRequestError', operationId: 'getPet' })
    expect(sent).toEqual([])
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
    expect(error).toMatchObject({ name: 'InvalidRequestError', operationId: 'getPet' })
    expect((error as Error).message).toContain('GET /pets/{petId}')
    expect(traces(error)).not.toContain('SECRET')
    expect(sent).toEqual([])
  })
})
