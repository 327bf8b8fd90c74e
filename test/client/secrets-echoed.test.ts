import { describe, expect, test } from 'vitest'
import type { ApiError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { answer, faultServer, json } from './fault-server.ts'
import { petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'
import { apiKey, both, called, expectNoSecret, token } from './two-secrets.ts'

const echoes: Record<string, ReturnType<typeof answer>> = {
  'a JSON error': json({ code: 16, message: `bad token ${both}`, details: [{ [token]: apiKey, list: [both] }] }, 401),
  'JSON with escapes': answer(401, JSON.stringify({ message: both }).replaceAll('/', '\\/'), {
    'content-type': 'application/json',
  }),
  'JSON in hexadecimal escapes': answer(
    401,
    `{"message":"${[...both].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
    { 'content-type': 'application/json' },
  ),
  'JSON in JSON': json({ code: 3, message: JSON.stringify({ authorization: `Bearer ${token}`, apiKey }) }, 400),
  'field violations': json(
    { code: 3, message: 'no', details: [{ fieldViolations: [{ field: token, description: apiKey }] }] },
    400,
  ),
  'a Google envelope': json({ error: { code: 401, status: token, message: apiKey } }, 401),
  'a Connect code': json({ code: token, message: apiKey }, 400),
  'problem+json': json({ title: token, detail: apiKey }, 400, { 'content-type': 'application/problem+json' }),
  'plain text': answer(500, both, { 'content-type': 'text/plain' }),
  'a page': answer(502, `<pre>Authorization: Bearer ${both}</pre>`, { 'content-type': 'text/html' }),
  'an escaped page': answer(
    502,
    `<pre>${both.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</pre>`,
    { 'content-type': 'text/html' },
  ),
  'a URL': answer(404, `no such page /a?key=${encodeURIComponent(token)}&other=${encodeURIComponent(apiKey)}`),
  'the request id': json({}, 500, { 'x-request-id': token }),
  'other headers': json({}, 500, {
    'www-authenticate': `Bearer error="${token}"`,
    'x-debug': apiKey,
    'retry-after': token,
  }),
  'a success that is a page': answer(200, both, { 'content-type': 'text/html' }),
  'the media type': answer(200, '{}', { 'content-type': `text/x; a=${token}` }),
  'a success that is malformed': answer(200, `{"a": ${both}`, { 'content-type': 'application/json' }),
  'a success that begins with it': answer(200, token, { 'content-type': 'application/json', 'x-request-id': token }),
  'a success of another kind': json(both),
  'a redirect': answer(307, both, { location: `https://${'x'.repeat(3)}.example.com/${encodeURIComponent(token)}` }),
  'a redirect to a host named so': answer(307, '', { location: `https://${encodeURIComponent(token)}.example.com/` }),
}

describe('what the service echoes is in no error, hook or log', () => {
  test.each(Object.entries(echoes))('%s', async (_, bytes) => {
    const server = await faultServer(bytes)
    const { error, told } = await called({ baseUrl: server.url })
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`)
    expect(server.requests[0]?.body).toContain(JSON.stringify(apiKey))
    expectNoSecret(traces(error))
    expect(told.length).toBeGreaterThan(0)
    expectNoSecret(traces(told))
  })

  test('and a mark stands in its place', async () => {
    const { error } = await called({ fetch: stubFetch([reply(401, { message: `bad token ${token}` })]).fetch })
    expect(error.message).toContain('bad token [redacted]')
    expect(error).toMatchObject({
      body: { message: 'bad token [redacted]' },
      rawBody: expect.stringContaining('[redacted]'),
    })
  })

  test('nor in the answer of a call that succeeds', async () => {
    const { fetch } = stubFetch([reply(200, { name: both, apiKey, list: [{ [token]: `Bearer ${token}` }] })])
    const pets = petsClient({ fetch, token, clock: fakeClock() })
    const answer = await pets.replacePet('7', { name: 'Rex', apiKey })
    expectNoSecret(traces(answer))
    expect(answer).toEqual({ name: '[redacted] and [redacted]', list: [{ '[redacted]': 'Bearer [redacted]' }] })
  })

  test('but data is left alone where a short secret could stand in it by chance', async () => {
    const { fetch } = stubFetch([reply(200, { name: 'sandbox-1', sandbox: true, apiKey: '' })])
    const pets = petsClient({ fetch, token: 'sandbox', clock: fakeClock() })
    expect(await pets.getPet('7')).toEqual({ name: 'sandbox-1', sandbox: true })
  })

  test.each([
    [15, '123456789012345'],
    [16, '[redacted]'],
  ])('in data a token of %i characters reads %s', async (length, shown) => {
    const given = '1234567890123456'.slice(0, length)
    const { fetch } = stubFetch([reply(200, { name: given, [given]: 1 }, { 'x-request-id': given })])
    const { data, requestId } = await petsClient({ fetch, token: given, clock: fakeClock() }).withResponse.getPet('7')
    expect([data, requestId]).toEqual([{ name: shown, [shown]: 1 }, '[redacted]'])
  })

  test.each(['', 'of-somebody-else', '\\u0061'])(
    'a member that only requests have is left out of data: "%s"',
    async (kept) => {
      const text = `{"name":"Rex","apiKey":"${kept}","list":[{"\\u0061piKey":"${kept}"}]}`
      const { fetch } = stubFetch([reply(200, text, { 'content-type': 'application/json' })])
      expect(await petsClient({ fetch, clock: fakeClock() }).getPet('7')).toEqual({ name: 'Rex', list: [{}] })
    },
  )

  test('escapes of JSON hide none in the raw body', async () => {
    const hidden = 'CW-SECRET-of-a-test'
    const text = JSON.stringify({ message: hidden, list: [{ apiKey: 'of-somebody-else' }] })
    const escaped = text
      .replaceAll('CW', '\\u0043W')
      .replaceAll('of-', '\\u006ff-')
      .replaceAll('apiKey', '\\u0061piKey')
    const { fetch } = stubFetch([reply(400, escaped, { 'content-type': 'application/json' })])
    const { error } = await called({ fetch, token: hidden })
    const marked = { message: '[redacted]', list: [{ apiKey: '[redacted]' }] }
    expect(error).toMatchObject({ body: marked, rawBody: JSON.stringify(marked) })
    expect(traces(error)).not.toMatch(/W-SECRET|somebody/)
  })

  test.each(['cw-secret-of-a-test', 'CW-SECRET-of-a-test'])(
    'the origin of a redirect is no place for %s',
    async (given) => {
      const { fetch } = stubFetch([reply(302, undefined, { location: `https://${given}.example.com/` })])
      const { error } = await called({ fetch, token: given })
      expect(error).toMatchObject({ name: 'RedirectError', location: 'https://[redacted].example.com' })
      expect(traces(error)).not.toMatch(/cw-secret/i)
    },
  )

  const names = ['X-Api-Key', 'x-auth-token', 'Cookie', 'x-client-secret', 'proxy-authorization']
  test.each(names)('what a call sends as %s is a secret too', async (name) => {
    const { fetch } = stubFetch([
      reply(400, { message: 'no value-of-a-caller' }, { 'x-request-id': 'value-of-a-caller' }),
    ])
    const pets = petsClient({ fetch, clock: fakeClock() })
    const error = await failure(pets.getPet('7', { headers: { [name]: 'value-of-a-caller' } }))
    expect(error).toMatchObject({ requestId: '[redacted]', body: { message: 'no [redacted]' } })
    expect(traces(error)).not.toContain('value-of-a-caller')
  })

  const shapes: [string, unknown][] = [
    ['a list', ['of-somebody-else']],
    ['an object', { value: 'of-somebody-else' }],
    ['a text of 9 MB', `of-somebody-else${'x'.repeat(9_000_000)}`],
  ]
  test.each(shapes)('a member that only requests have is shown nowhere: %s', async (_, kept) => {
    const { fetch } = stubFetch([
      reply(200, { name: 'Rex', apiKey: kept }),
      reply(400, { message: 'no', apiKey: kept }),
    ])
    const pets = petsClient({ fetch, clock: fakeClock() })
    expect(await pets.getPet('7')).toEqual({ name: 'Rex' })
    const error = await failure(pets.getPet('7'))
    expect(error).toMatchObject({ name: 'ApiError', status: 400, body: { message: 'no', apiKey: '[redacted]' } })
    expect((error as ApiError).rawBody).not.toContain('of-somebody-else')
  })

  test('nor are secrets that others have stored', async () => {
    const body = { message: 'no', pet: { apiKey: 'of-somebody-else' }, list: [{ apiKey: 'of-a-third' }] }
    const { error, told } = await called({ fetch: stubFetch([reply(400, body)]).fetch })
    expect(traces([error, told])).not.toMatch(/of-somebody-else|of-a-third/)
    expect(error).toMatchObject({ body: { pet: { apiKey: '[redacted]' } } })
  })
})
