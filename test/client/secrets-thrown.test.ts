import { describe, expect, test } from 'vitest'
import { refusingUrl } from './fault-server.ts'
import { lost } from './pets.ts'
import { chain, traces } from './traces.ts'
import { apiKey, both, called, expectNoSecret, token } from './two-secrets.ts'

describe('what fetch throws is searched through', () => {
  const text = `invalid header value: Bearer ${both}`
  const own = Object.assign(new Error('fetch failed'), { request: { headers: { authorization: token } }, [token]: 1 })
  Object.defineProperty(own, 'hidden', { value: apiKey, enumerable: false })
  const renamed = new Error('fetch failed')
  renamed.name = token
  const restacked = new Error('fetch failed')
  restacked.stack = `Error: ${both}`
  const circular: Error = new Error('a', { cause: new Error(token) })
  ;(circular.cause as Error).cause = circular
  const thrown: [string, unknown][] = [
    ['in a message', new TypeError(text)],
    ['in a cause', new TypeError('fetch failed', { cause: new Error('a', { cause: new Error(text) }) })],
    ['in a ring of causes', circular],
    ['in a cause that is text', new TypeError('fetch failed', { cause: text })],
    ['in a cause that is an object', new TypeError('fetch failed', { cause: { headers: [token], apiKey } })],
    ['in an aggregate', new TypeError('a', { cause: new AggregateError([new Error(text), apiKey], text) })],
    ['in own members', own],
    ['in a name', renamed],
    ['in a stack', restacked],
    ['in a code', Object.assign(new Error('fetch failed'), { code: token })],
    ['in the name of a cause', new TypeError('fetch failed', { cause: renamed })],
    ['in a DOMException', new DOMException(text, token)],
    ['as text', text],
    ['in a plain object', { message: text, headers: new Map([[token, apiKey]]) }],
  ]

  test.each(thrown)('%s', async (_, reason) => {
    const fetch = () => Promise.reject(reason)
    const { error, told } = await called({ fetch })
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 3 })
    expectNoSecret(traces(error))
    expectNoSecret(traces(told))
    for (const one of chain(error).slice(1)) expect(one).not.toBe(reason)
  })

  test('and what it says beside them is kept', async () => {
    const { error } = await called({ fetch: () => lost() })
    expect(error.message).toMatch(/^PUT \/pets\/{petId} got no whole answer: read ECONNRESET/)
    expect(chain(error).at(-1)).toMatchObject({ name: 'Error', code: 'ECONNRESET' })
    expect(chain(error).map(String).join('\n')).toContain('ECONNRESET')
    expect(traces((await called({ baseUrl: await refusingUrl() })).error)).toContain('ECONNREFUSED')
  })

  test('and the kind of error and where it comes from', async () => {
    const reason = new RangeError('of a fetch', { cause: 'as text' })
    const { error } = await called({ fetch: () => Promise.reject(reason) })
    expect(error.cause).toMatchObject({ name: 'RangeError', message: 'of a fetch', stack: reason.stack })
    expect(error.cause).toMatchObject({ cause: { name: 'Error', message: 'as text', stack: '' } })
    expect(error.cause).not.toHaveProperty('code')
  })

  test('and a code that is no text is left out', async () => {
    const reason = Object.assign(new Error('of a fetch'), { code: { token } })
    const { error } = await called({ fetch: () => Promise.reject(reason) })
    expect(error.cause).not.toHaveProperty('code')
  })

  test('and a mark stands in its place in names and codes', async () => {
    const cause = Object.assign(new Error('a'), { name: `Error of ${token}`, code: `E_${apiKey}` })
    const { error } = await called({ fetch: () => Promise.reject(cause) })
    expect(error.cause).toMatchObject({ name: 'Error of [redacted]', code: 'E_[redacted]' })
  })

  test('and what breaks a body off too', async () => {
    const body = () => new ReadableStream({ pull: (controller) => controller.error(new Error(both)) })
    const headers = { 'content-type': 'application/json' }
    const { error } = await called({ fetch: async () => new Response(body(), { headers }) })
    expect(error.name).toBe('ConnectionError')
    expectNoSecret(traces(error))
  })
})
