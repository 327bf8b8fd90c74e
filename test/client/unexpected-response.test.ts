import { describe, expect, test } from 'vitest'
import { UnexpectedResponseError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { answer, faultServer, head } from './fault-server.ts'
import { calls, petsClient, reply, stubFetch } from './pets.ts'

const type = { 'content-type': 'application/json' }

async function called(operation: 'getPet' | 'listPets', bytes: readonly (string | Uint8Array)[]) {
  const server = await faultServer(bytes)
  const clock = fakeClock()
  const call = calls[operation](petsClient({ clock, baseUrl: server.url }))
  return { call: clock.run(call), server }
}

describe('a success whose body is none that is documented is an UnexpectedResponseError', () => {
  const rows: [string, 'getPet' | 'listPets', readonly (string | Uint8Array)[], RegExp][] = [
    ['a page', 'getPet', answer(200, '<h1>hi</h1>', { 'content-type': 'text/html' }), /text\/html/],
    ['text', 'getPet', answer(200, '{}', { 'content-type': 'text/plain' }), /text\/plain/],
    ['no media type', 'getPet', answer(200, '{}'), /no media type/],
    ['what is no media type', 'getPet', answer(200, '{}', { 'content-type': 'json' }), /json/],
    ['a type that begins like JSON', 'getPet', answer(200, '{}', { 'content-type': 'application/jsonx' }), /jsonx/],
    ['a suffix like +json', 'getPet', answer(200, '{}', { 'content-type': 'application/a+jsonx' }), /jsonx/],
    ['malformed JSON', 'getPet', answer(200, "{'a':1}", type), /JSON/],
    ['JSON that is cut off', 'getPet', answer(200, '{"a":', type), /JSON/],
    ['JSON with more behind it', 'getPet', answer(200, '{}{}', type), /JSON/],
    ['NaN', 'getPet', answer(200, '{"a":NaN}', type), /JSON/],
    ['nothing', 'getPet', answer(200, '', type), /empty/],
    ['nothing in chunks', 'getPet', [head(200, { ...type, 'transfer-encoding': 'chunked' }), '0\r\n\r\n'], /empty/],
    ['white space', 'getPet', answer(200, ' \r\n', type), /empty|JSON/],
    ['null', 'getPet', answer(200, 'null', type), /null/],
    ['a list for an object', 'getPet', answer(200, '[{}]', type), /array|list/],
    ['a text for an object', 'getPet', answer(200, '"Rex"', type), /string|text/],
    ['a number for an object', 'getPet', answer(200, '7', type), /number|integer/],
    ['true for an object', 'getPet', answer(200, 'true', type), /boolean/],
    ['an object for a list', 'listPets', answer(200, '{}', type), /object/],
    ['null for a list', 'listPets', answer(200, 'null', type), /null/],
  ]

  test.each(rows)('%s', async (_, operation, bytes, message) => {
    const { call, server } = await called(operation, bytes)
    const error = await failure(call)
    expect(error).toBeInstanceOf(UnexpectedResponseError)
    expect(error).toMatchObject({ code: 'unexpected-response', status: 200, operationId: operation, attempts: 1 })
    expect((error as Error).message).toMatch(message)
    expect(server.requests).toHaveLength(1)
  })

  test('it tells the request id and the raw body', async () => {
    const { call } = await called('getPet', answer(200, '{"a":', { ...type, 'x-request-id': 'r-1' }))
    const error = await failure(call)
    expect(error).toMatchObject({ requestId: 'r-1' })
    expect((error as UnexpectedResponseError).rawBody).toBe('{"a":')
  })
})

test.each([
  ['behind escapes', '["\\u0074oken-of-a-test"]'],
  ['in a list below a member that only requests have', '[{"apiKey":["of-somebody-else"]}]'],
])('its raw body hides no secret %s', async (_, text) => {
  const { fetch } = stubFetch([reply(200, text, type)])
  const error = await failure(petsClient({ fetch, token: 'token-of-a-test', clock: fakeClock() }).getPet('7'))
  expect(error).toBeInstanceOf(UnexpectedResponseError)
  expect((error as UnexpectedResponseError).rawBody).toContain('[redacted]')
  expect((error as UnexpectedResponseError).rawBody).not.toMatch(/oken-of-a-test|of-somebody-else/)
})

describe('a success is what is documented, however it is written', () => {
  const rows: [string, readonly (string | Uint8Array)[], unknown][] = [
    ['a charset', answer(200, '{"a":"ü"}', { 'content-type': 'application/json; charset=utf-8' }), { a: 'ü' }],
    ['a space before its charset', answer(200, '{}', { 'content-type': 'application/json ; charset=utf-8' }), {}],
    ['capitals', answer(200, '{}', { 'content-type': 'Application/JSON' }), {}],
    ['a +json type', answer(200, '{}', { 'content-type': 'application/vnd.pets+json' }), {}],
    ['white space around it', answer(200, '\n {"a": 1}\r\n', type), { a: 1 }],
    [
      'chunks',
      [head(200, { ...type, 'transfer-encoding': 'chunked' }), '3\r\n{"a\r\n', '4\r\n":1}\r\n', '0\r\n\r\n'],
      { a: 1 },
    ],
    [
      'a character in two packets',
      [
        head(200, { ...type, 'content-length': '8' }),
        Buffer.from('{"é":1}').subarray(0, 3),
        Buffer.from('{"é":1}').subarray(3),
      ],
      { é: 1 },
    ],
  ]

  test.each(rows)('with %s', async (_, bytes, expected) => {
    const { call } = await called('getPet', bytes)
    await expect(call).resolves.toEqual(expected)
  })
})
