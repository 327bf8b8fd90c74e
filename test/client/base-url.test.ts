import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { api, petsClient, reply, stubFetch } from './pets.ts'

const clock = fakeClock()

const accepted: [string | undefined, string][] = [
  [undefined, 'https://pets.example.com/v1/pets/7'],
  ['https://other.example.com', 'https://other.example.com/pets/7'],
  ['https://other.example.com/', 'https://other.example.com/pets/7'],
  ['https://other.example.com:8443/base', 'https://other.example.com:8443/base/pets/7'],
  ['https://other.example.com/base/', 'https://other.example.com/base/pets/7'],
  ['https://other.example.com/base//', 'https://other.example.com/base/pets/7'],
  ['https://other.example.com/a%20b', 'https://other.example.com/a%20b/pets/7'],
  ['HTTPS://OTHER.EXAMPLE.COM', 'https://other.example.com/pets/7'],
  ['https://192.0.2.1', 'https://192.0.2.1/pets/7'],
  ['http://localhost', 'http://localhost/pets/7'],
  ['http://localhost:4010/', 'http://localhost:4010/pets/7'],
  ['http://LOCALHOST:4010', 'http://localhost:4010/pets/7'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/pets/7'],
  ['http://127.1.2.3', 'http://127.1.2.3/pets/7'],
  ['http://127.100.20.30', 'http://127.100.20.30/pets/7'],
  ['http://pets.localhost:4010', 'http://pets.localhost:4010/pets/7'],
  ['http://[::1]:4010', 'http://[::1]:4010/pets/7'],
]

test.each(accepted)('the base URL %s is taken', async (baseUrl, expected) => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  await petsClient({ fetch, clock, baseUrl }).getPet('7')
  expect(sent.map(({ url }) => url)).toEqual([expected])
})

const refused: unknown[] = [
  ...[
    '',
    ' ',
    'pets',
    '/v1',
    '//other.example.com',
    'other.example.com',
    'localhost:4010',
    '127.0.0.1',
    'https://',
    'https:///',
  ],
  ...['http://other.example.com', 'http://192.0.2.1', 'http://10.0.0.1', 'http://[2001:db8::1]', 'http://[::2]'],
  ...['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://127.example.com', 'http://notlocalhost'],
  ...['http://localhost@other.example.com', 'http://other.example.com/localhost', 'http://other.example.com#localhost'],
  ...[
    'ftp://localhost',
    'file:///etc/passwd',
    'data:,x',
    'javascript:alert(1)',
    'ws://localhost',
    'blob:https://x.example',
  ],
  ...['https://user@other.example.com', 'https://user:SECRET@other.example.com', 'https://:SECRET@other.example.com'],
  ...['https://other.example.com?a=SECRET', 'https://other.example.com/v1?', 'https://other.example.com/v1?a'],
  ...['https://other.example.com#SECRET', 'https://other.example.com/v1#', 'https://other.example.com/#/v1'],
  ...['https://user:SECRET@exa mple.com', 'https://SECRET@h:99999', 'https://[SECRET', 'SECRET-token', 'SECRET:token'],
  ...[7, null, true, {}, []],
]

describe('a base URL is refused when the client is made', () => {
  test.each(refused)('%j', (baseUrl) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const make = () => petsClient({ fetch, clock, baseUrl: baseUrl as string })
    expect(make).toThrow(ConfigurationError)
    expect(make).toThrow(/baseUrl/)
    expect(make).not.toThrow(/SECRET/i)
    expect(sent).toEqual([])
  })

  test.each([
    ['http://other.example.com:81/v1?key=SECRET', 'http://other.example.com:81'],
    ['https://user:SECRET@other.example.com/v1', 'https://other.example.com'],
    ['/v1?key=SECRET', 'string'],
    ['', 'string'],
  ])('and shown so far as it can hold no secret: %s', (baseUrl, shown) => {
    expect(() => petsClient({ clock, baseUrl })).toThrow(`and fragment, not ${shown}`)
  })
})

test('a client of a document without a server needs a base URL', async () => {
  const { fetch } = stubFetch([reply(200, {})])
  const nowhere = { ...api, servers: [] }
  expect(await failure(petsClient({ fetch, clock }, nowhere).getPet('7'))).toMatchObject({
    name: 'ConfigurationError',
    message: expect.stringContaining('baseUrl'),
  })
  await petsClient({ fetch, clock, baseUrl: 'https://pets.example.com' }, nowhere).getPet('7')
})
