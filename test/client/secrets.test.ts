import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { lost, petsClient, type Reply, reply, stubFetch } from './pets.ts'
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

  test('keeps out what the caller sent as Authorization', async () => {
    const { fetch } = stubFetch([reply(401, { message: 'bad caller-token-1' })])
    const pets = petsClient({ fetch, clock: fakeClock() })
    const error = await failure(pets.getPet('7', { headers: { authorization: 'Bearer caller-token-1' } }))
    expect(traces(error)).not.toContain('caller-token-1')
  })
})

test('a text of fewer than six characters is no secret, so that words stay words', async () => {
  const { error } = await called({ token: 'a', fetch: stubFetch([reply(401, { message: 'a bad day' })]).fetch }, {})
  expect(error.message).toContain('a bad day')
})
