import { describe, expect, test } from 'vitest'
import { ClientError, ConfigurationError, InvalidRequestError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { faultServer, json } from './fault-server.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

const clock = fakeClock()
const unsendable = [
  'SECRET\r\nx-b: 1',
  'SECRET\n',
  '\rSECRET',
  'SECRET\0',
  'SECRET\u007f',
  'SECRET €',
  'SECRET 😀',
  'SECRET\u0101',
]

describe('a header of a call', () => {
  test('is sent as it is, before what the client sets', async () => {
    const server = await faultServer(json({}))
    const pets = petsClient({ clock, baseUrl: server.url, token: 'token-of-a-test', userAgent: 'client/1' })
    const headers = {
      'X-Trace': 'a b',
      'User-Agent': 'mine/2',
      Authorization: 'Bearer mine',
      accept: 'application/json;q=1',
    }
    await pets.getPet('7', { headers })
    expect(server.requests[0]?.headers).toMatchObject({
      ...{ 'x-trace': 'a b', 'user-agent': 'mine/2', authorization: 'Bearer mine', accept: 'application/json;q=1' },
    })
  })

  test('belongs to that call alone', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const pets = petsClient({ fetch, clock })
    await pets.getPet('7', { headers: { 'x-trace': '1' } })
    await pets.getPet('7')
    expect(sent.map(({ headers }) => headers['x-trace'])).toEqual(['1', undefined])
  })

  const values: unknown[] = [...unsendable, null, {}, () => 'SECRET']
  test.each(values)('that cannot be sent is refused without its value, and nothing is sent: %j', async (value) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const headers = { 'x-trace': value as string }
    const error = await failure(petsClient({ fetch, clock }).getPet('7', { headers }))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect((error as Error).message).toContain('x-trace')
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain('SECRET')
    expect(sent).toEqual([])
  })

  test.each(['', ' ', 'x trace', 'x:trace', 'x\n', 'ü', 'x(y)', '😀'])(
    'whose name is none is refused: %j',
    async (name) => {
      const { fetch, sent } = stubFetch([reply(200, {})])
      const error = await failure(petsClient({ fetch, clock }).getPet('7', { headers: { [name]: 'SECRET' } }))
      expect(error).toBeInstanceOf(InvalidRequestError)
      expect((error as Error).message).not.toContain('SECRET')
      expect(sent).toEqual([])
    },
  )

  const framing = ['Content-Length', 'expect', 'Transfer-Encoding', 'upgrade', 'Keep-Alive', 'connection']
  test.each([...framing, 'TE', 'trailer'])('that frames the message is refused: %s', async (name) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const headers = { [name]: '100' }
    const pets = petsClient({ fetch, clock })
    for (const call of [pets.getPet('7', { headers }), pets.createPet({ name: 'Rex' }, { headers })]) {
      const error = await failure(call)
      expect(error).toBeInstanceOf(InvalidRequestError)
      expect((error as Error).message).toContain(name)
    }
    expect(sent).toEqual([])
  })

  test('that names another media type does not make text of an object', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const headers = { 'content-type': 'text/plain' }
    const error = await failure(petsClient({ fetch, clock }).createPet({ name: 'Rex' }, { headers }))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(sent).toEqual([])
  })
})

describe('the user agent', () => {
  test('is the one that the client was made with', async () => {
    const server = await faultServer(json({}))
    await petsClient({ clock, baseUrl: server.url, userAgent: 'demo/1.0 (tests)' }).getPet('7')
    expect(server.requests[0]?.headers['user-agent']).toBe('demo/1.0 (tests)')
  })

  test('is the engine’s own by default', async () => {
    const server = await faultServer(json({}))
    await petsClient({ clock, baseUrl: server.url }).getPet('7')
    await fetch(server.url)
    expect(server.requests[0]?.headers['user-agent']).toBe(server.requests[1]?.headers['user-agent'])
  })

  test.each([...unsendable, {}])('that cannot be sent is refused when the client is made: %j', (userAgent) => {
    const make = () => petsClient({ clock, userAgent: userAgent as string })
    expect(make).toThrow(ConfigurationError)
    expect(make).toThrow(/userAgent/)
  })
})

describe('a token that no header can hold', () => {
  test.each(unsendable)('is refused without being shown: %j', async (token) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const made = async () => petsClient({ fetch, clock, token }).getPet('7')
    for (const call of [made(), petsClient({ fetch, clock, token: () => token }).getPet('7')]) {
      const error = await failure(call)
      expect(error).toBeInstanceOf(ClientError)
      expect(error).toMatchObject({ code: expect.stringMatching(/^(configuration|invalid-request)$/) })
      expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain('SECRET')
    }
    expect(sent).toEqual([])
  })
})
