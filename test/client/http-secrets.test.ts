import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { ClientError, UnexpectedResponseError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'
import { chain, traces } from './traces.ts'
import { apiKey, expectNoSecret, token } from './two-secrets.ts'

const path = { params: { path: { petId: '7' } } }
const callers = 'token-of-the-caller'
const said = `${token} ${apiKey} ${callers}`
const body = { name: 'Rex', nested: [{ apiKey }] }

function expectNone(text: string): void {
  expectNoSecret(text)
  expect(text).not.toContain(callers)
}

describe('what the raw client gives of an error repeats no secret', () => {
  const echoes: [string, () => Response][] = [
    ['in a JSON body', () => Response.json({ message: said, list: [{ apiKey: 'of-somebody-else' }] }, { status: 400 })],
    ['in a text', () => new Response(said, { status: 500 })],
    ['in a header', () => new Response('{}', { status: 401, headers: { 'x-debug': said, 'x-request-id': token } })],
    ['in the status text', () => new Response('{}', { status: 400, statusText: said })],
  ]
  test.each(echoes)('%s', async (_, answer) => {
    const { fetch } = stubFetch([answer])
    const { http } = petsClient({ fetch, token, clock: fakeClock(), retry: false })
    for (const headers of [{ authorization: `Bearer ${callers}` }, { 'x-api-key': callers }, { cookie: callers }]) {
      const { error, response } = await http.PUT('/pets/{petId}', { ...path, body, headers })
      const shown = traces([error, response.statusText, [...response.headers]])
      expect(shown).toContain('[redacted]')
      expectNone(shown)
    }
  })

  const hidden: [string, string][] = [
    ['behind escapes', `{"message":"\\u0074oken-of-a-test","\\u0074oken-of-a-test":1}`],
    ['in a list below a member that only requests have', '{"list":[{"\\u0061piKey":["of-somebody-else"]}]}'],
  ]
  test.each(hidden)('nor one that stands in JSON %s', async (_, text) => {
    const { fetch } = stubFetch([reply(400, text, { 'content-type': 'application/json' })])
    const { http } = petsClient({ fetch, token: 'token-of-a-test', clock: fakeClock() })
    const { error } = await http.GET('/pets/{petId}', path)
    expect(traces(error)).toContain('[redacted]')
    expect(traces(error)).not.toMatch(/oken-of-a-test|of-somebody-else/)
  })

  test('nor what fetch throws', async () => {
    const fetch = (_: string, { headers }: RequestInit) =>
      Promise.reject(new TypeError(`cannot send ${JSON.stringify(headers)} with ${JSON.stringify(body)}`))
    const { http } = petsClient({ fetch, token, clock: fakeClock(), retry: false })
    for (const headers of [{}, { authorization: `Bearer ${callers}` }]) {
      const error = await failure(http.PUT('/pets/{petId}', { ...path, body, headers }))
      expect(error).toMatchObject({ name: 'ConnectionError', message: expect.stringContaining('[redacted]') })
      expectNone(traces(error))
    }
  })
})

describe('a middleware of the raw client', () => {
  const own = new Error('of a middleware')
  const fail = () => {
    throw own
  }
  const stages: [string, object][] = [
    ['before the request', { onRequest: fail }],
    ['after the answer', { onResponse: fail }],
    ['after the answer, with a SyntaxError', { onResponse: () => JSON.parse('{') }],
  ]
  test.each(stages)('that throws %s is the cause, and no fault of the answer', async (_, middleware) => {
    const { fetch } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, token, clock: fakeClock() })
    const error = await failure(http.GET('/pets/{petId}', { ...path, middleware: [middleware as never] }))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).not.toBeInstanceOf(UnexpectedResponseError)
    expect((error as Error).message).not.toContain('not JSON')
    expect(chain(error).slice(1).map(String).join()).toMatch(/of a middleware|SyntaxError/)
  })

  test('shows no secret with what it throws', async () => {
    const { fetch } = stubFetch([reply(200, {})])
    const { http } = petsClient({ fetch, token, clock: fakeClock() })
    const onResponse = () => {
      throw new Error(said)
    }
    const headers = { authorization: `Bearer ${callers}` }
    const call = http.PUT('/pets/{petId}', { ...path, body, headers, middleware: [{ onResponse }] })
    const shown = traces(await failure(call))
    expect(shown).toContain('[redacted]')
    expectNone(shown)
  })
})

test('many calls on one signal leave no listener', async () => {
  const { signal } = new AbortController()
  const clock = fakeClock()
  const { fetch } = stubFetch([reply(200, {}), reply(404, {}), reply(200, '<html>')])
  const { http } = petsClient({ fetch, clock })
  for (let count = 0; count < 50; count++) await http.GET('/pets/{petId}', { ...path, signal }).catch(() => {})
  expect([getEventListeners(signal, 'abort').length, clock.timers]).toEqual([0, []])
})
