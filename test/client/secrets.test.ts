import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { api, lost, petsClient, type Reply, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'
import { called, expectNoSecret, token } from './two-secrets.ts'

describe('other credentials', () => {
  const schemes = {
    basic: { type: 'http', scheme: 'basic' },
    query: { type: 'apiKey', in: 'query', name: 'key' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  } as const
  const secrets: [keyof typeof schemes, string, string[]][] = [
    ['basic', 'user:hunter22-hunter', ['hunter22-hunter', Buffer.from('user:hunter22-hunter').toString('base64')]],
    ['query', 'query&key/1', ['query&key/1', encodeURIComponent('query&key/1')]],
    ['header', 'header-key-1', ['header-key-1']],
    ['cookie', 'cookie-key-1', ['cookie-key-1']],
  ]

  test.each(secrets)('are kept out too: %s', async (scheme, credential, spelled) => {
    const { petsClient: make, api } = await import('./pets.ts')
    const operations = { ...api.operations, getPet: { ...api.operations.getPet, security: [{ [scheme]: [] }] } }
    const told: unknown[] = []
    const tell = (...facts: unknown[]) => void told.push(facts)
    const echo: Reply = () =>
      new Response(`${sent[0]?.url} ${JSON.stringify(sent[0]?.headers)} ${spelled}`, { status: 500 })
    const { fetch, sent } = stubFetch([echo])
    const options = { clock: fakeClock(), fetch, credentials: { [scheme]: credential }, retry: false } as const
    const hooks = { onRequest: tell, onResponse: tell, logger: { debug: tell, warn: tell, error: tell } }
    const pets = make({ ...options, ...hooks }, { ...api, operations, securitySchemes: schemes })
    const error = await failure(pets.getPet('7'))
    expect(`${sent[0]?.url}${JSON.stringify(sent[0]?.headers)}`).toContain(spelled.at(-1))
    for (const text of spelled) expect(traces([error, told])).not.toContain(text)
    for (const text of [credential, ...spelled])
      expect(traces([pets, pets.http, pets.withResponse])).not.toContain(text)
  })
})

describe('a client', () => {
  test('does not show its token', async () => {
    const pets = petsClient({ token, clock: fakeClock(), fetch: stubFetch([reply(200, {})]).fetch })
    await pets.getPet('7')
    expectNoSecret(traces(pets))
    expectNoSecret(traces([pets.http, pets.withResponse, pets.call]))
    expect(Object.keys(pets)).not.toContain('token')
  })

  test.each([() => token, async () => token])('keeps out a token that a function gave', async (given) => {
    const { fetch } = stubFetch([reply(401, { message: token }, { 'x-request-id': token })])
    const { error, told } = await called({ fetch, token: given })
    expectNoSecret(traces([error, told]))
  })

  test('keeps out each token of a call whose token changed meanwhile', async () => {
    const tokens = ['first-token-1', 'second-token-2']
    let count = 0
    const { fetch } = stubFetch([lost, reply(401, { message: tokens.join(' ') })])
    const { error, told } = await called({ fetch, token: () => tokens[count++] ?? '' })
    expect(traces([error, told])).not.toMatch(/first-token-1|second-token-2/)
  })

  const sent: [string, string][] = [
    ['authorization', 'Bearer caller-token-1'],
    ['authorization', 'caller-token-1'],
    ['Proxy-Authorization', 'Bearer caller-token-1'],
    ['cookie', 'caller-token-1'],
  ]
  test.each(sent)('keeps out what the caller sent as %s: %s', async (name, value) => {
    const { fetch } = stubFetch([reply(401, { message: 'bad caller-token-1' })])
    const pets = petsClient({ fetch, clock: fakeClock() })
    const error = await failure(pets.getPet('7', { headers: { [name]: value } }))
    expect(traces(error)).not.toContain('caller-token-1')
    expect(error).toMatchObject({ message: expect.stringContaining('bad [redacted]') })
  })

  test.each(['x-trace', 'traceparent', 'x-request-id', 'from'])('shows what other headers hold: %s', async (name) => {
    const { fetch } = stubFetch([reply(400, { message: 'bad trace-number-1' })])
    const error = await failure(
      petsClient({ fetch, clock: fakeClock() }).getPet('7', { headers: { [name]: 'trace-number-1' } }),
    )
    expect(error).toMatchObject({ message: expect.stringContaining('bad trace-number-1') })
  })
})

test('a text of six characters is a secret', async () => {
  const { fetch } = stubFetch([reply(401, { message: 'bad abcdef' })])
  expect((await called({ token: 'abcdef', fetch }, {})).error.message).toContain('bad [redacted]')
})

test('a secret member is one of that very name', async () => {
  const { fetch } = stubFetch([
    reply(400, { apiKey: 'a-key', apiKeys: 'b-key', myapiKey: 'c-key', name: '"apiKey":"d' }),
  ])
  const { error } = await called({ fetch }, {})
  expect(error).toMatchObject({ body: { apiKey: '[redacted]', apiKeys: 'b-key', myapiKey: 'c-key' } })
})

test('a secret member may be called anything, and hold anything', async () => {
  const names = ['a.b', 'a+(b', 'a"b', 'a\\b', 'ü']
  const given = Object.fromEntries(names.map((name) => [name, 'of "somebody" \\ else']))
  const { fetch } = stubFetch([reply(400, { ...given, 'a-b': 'shown' })])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }, { ...api, secrets: names }).createPet({}))
  expect(error).toMatchObject({
    body: { ...Object.fromEntries(names.map((name) => [name, '[redacted]'])), 'a-b': 'shown' },
  })
})

test('what a body holds below a secret member is secret at any depth', async () => {
  const { fetch } = stubFetch([reply(400, { message: 'bad first-key-1, second-key-2 of third-name-3' })])
  const body = { apiKey: [{ one: 'first-key-1' }, 'second-key-2'], name: 'third-name-3', more: null }
  expect((await called({ fetch }, body)).error.message).toContain('bad [redacted], [redacted] of third-name-3')
})

test('a text of fewer than six characters is no secret, so that words stay words', async () => {
  const { error } = await called({ token: 'a', fetch: stubFetch([reply(401, { message: 'a bad day' })]).fetch }, {})
  expect(error.message).toContain('a bad day')
})

test.each([
  ['begins with', 'secret-1', 'secret-1-and-more'],
  ['ends with', 'and-secret-1', 'more-and-secret-1'],
  ['holds', 'secret-1', 'a-secret-1-and-more'],
])('of a secret that %s another no part is shown', async (_, short, long) => {
  for (const [token, apiKey] of [
    [short, long],
    [long, short],
  ] as const) {
    const { fetch } = stubFetch([reply(401, { message: `bad ${long}, ${short}` })])
    const { error } = await called({ fetch, token }, { apiKey })
    expect(error.message).toContain(': bad [redacted], [redacted]')
    expect(error).toMatchObject({ body: { message: 'bad [redacted], [redacted]' } })
  }
})
