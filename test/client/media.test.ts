import { describe, expect, test } from 'vitest'
import { type ClientOptions, createRuntime, media, type OperationDescriptor } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { stubFetch } from './pets.ts'

const base = { operationId: 'send', method: 'post', path: '/pets', parameters: [], security: [] } as const

/** A call of an operation with these media types, and the answer to it. */
async function called(
  operation: Partial<OperationDescriptor>,
  { body, headers = {}, answer = new Response('{}', { headers: { 'content-type': 'application/json' } }) }: Given = {},
) {
  const descriptor: OperationDescriptor = { ...base, responses: { 200: ['application/json'] }, ...operation }
  const { fetch, sent } = stubFetch([() => answer])
  const options: ClientOptions = { fetch, clock: fakeClock() }
  const api = { servers: ['https://pets.example.com'], securitySchemes: {}, operations: { send: descriptor } }
  const data = await createRuntime(api, options, { media }).call<unknown>(descriptor, { body }, { headers })
  return { data, sent: sent[0], type: sent[0]?.headers['content-type']?.split(';')[0] }
}

interface Given {
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly answer?: Response
}

const taking = (...mediaTypes: string[]) => ({ requestBody: { required: true, mediaTypes } })
const json = 'application/json'
const urlencoded = 'application/x-www-form-urlencoded'
const bytes = new Uint8Array([104, 105])
const form = new FormData()
form.append('a', '1')

describe('a body is sent in the media type that fits it', () => {
  const rows: [string, string[], unknown, string | undefined, string | RegExp][] = [
    ['an object as JSON', [urlencoded, json], { a: 1 }, json, '{"a":1}'],
    [
      'an object as a +json type',
      ['text/csv', 'application/merge-patch+json'],
      { a: 1 },
      'application/merge-patch+json',
      '{"a":1}',
    ],
    ['an object as JSON where any type may come', ['*/*'], { a: 1 }, json, '{"a":1}'],
    ['an object as JSON where any application may come', ['text/csv', 'application/*'], { a: 1 }, json, '{"a":1}'],
    ['an object as JSON where none is documented', [], { a: 1 }, json, '{"a":1}'],
    ['an object as a form', ['text/csv', urlencoded], { a: 1 }, urlencoded, 'a=1'],
    ['an object as a form of parts', ['multipart/form-data'], { a: 1 }, 'multipart/form-data', /name="a"\r\n\r\n1\r\n/],
    ['text as JSON', ['text/plain', json], 'hi', json, '"hi"'],
    ['text as it is', [urlencoded, 'text/csv'], 'hi', 'text/csv', 'hi'],
    ['text as text where any type may come', ['*/*'], 'hi', 'text/plain', 'hi'],
    ['text as a form that is written already', [urlencoded], 'a=1', urlencoded, 'a=1'],
    ['bytes as what they may be', [json, urlencoded, 'image/png'], bytes, 'image/png', 'hi'],
    ['bytes as such where only JSON is documented', [json], bytes, 'application/octet-stream', 'hi'],
    ['bytes without a type where any may come', ['image/*'], bytes, undefined, 'hi'],
    ['a buffer', ['image/png'], bytes.buffer, 'image/png', 'hi'],
    ['a view', ['image/png'], new DataView(bytes.buffer), 'image/png', 'hi'],
    [
      'a Blob in its own type where any may come',
      ['image/*'],
      new Blob(['hi'], { type: 'image/gif' }),
      'image/gif',
      'hi',
    ],
    ['a stream', ['image/png'], () => new Blob(['hi']).stream(), 'image/png', 'hi'],
    ['a form', [json], form, 'multipart/form-data', /name="a"\r\n\r\n1\r\n/],
    ['parameters', [json], new URLSearchParams({ a: 'b c' }), urlencoded, 'a=b+c'],
  ]
  test.each(rows)('%s', async (_, mediaTypes, given, type, text) => {
    const body = typeof given === 'function' ? given() : given
    const result = await called(taking(...mediaTypes), { body })
    expect(result.type).toBe(type)
    expect(result.sent?.text).toEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  })

  test('or in the one that the caller names', async () => {
    const named = async (type: string, body: unknown, ...documented: string[]) => {
      const { sent } = await called(taking(...documented), { body, headers: { 'Content-Type': type } })
      return [sent?.headers['content-type'], sent?.text]
    }
    expect(await named('text/csv', 'a,b', json)).toEqual(['text/csv', 'a,b'])
    expect(await named('application/json; v=2', { a: 1 }, json, urlencoded)).toEqual([
      'application/json; v=2',
      '{"a":1}',
    ])
    expect(await named(urlencoded, { a: 1 }, json)).toEqual([`${urlencoded};charset=UTF-8`, 'a=1'])
    expect(await named('Application/X-WWW-Form-Urlencoded', { a: 1 }, json)).toEqual([
      `${urlencoded};charset=UTF-8`,
      'a=1',
    ])
    expect(await named('image/gif', bytes, 'image/png')).toEqual(['image/gif', 'hi'])
  })

  test('also where the operation documents none', async () => {
    expect(await called({}, { body: { a: 1 } })).toMatchObject({ type: json, sent: { text: '{"a":1}' } })
  })
})

describe('an object becomes a form', () => {
  const body = { text: 'b c', number: 7, no: undefined, list: ['x', undefined, { y: 1 }], object: { z: 2 }, yes: true }

  test('of pairs', async () => {
    const { sent } = await called(taking(urlencoded), { body })
    expect([...new URLSearchParams(sent?.text)]).toEqual([
      ...[
        ['text', 'b c'],
        ['number', '7'],
        ['list', 'x'],
        ['list', '{"y":1}'],
        ['object', '{"z":2}'],
        ['yes', 'true'],
      ],
    ])
  })

  test('of parts, with files among them', async () => {
    const file = new File(['bytes'], 'rex.png', { type: 'image/png' })
    const { sent } = await called(taking('multipart/form-data'), { body: { ...body, file } })
    const parts = await new Response(sent?.text, { headers: sent?.headers ?? {} }).formData()
    expect([...parts.keys()]).toEqual(['text', 'number', 'list', 'list', 'object', 'yes', 'file'])
    expect(parts.get('object')).toBe('{"z":2}')
    expect(parts.get('file')).toMatchObject({ name: 'rex.png', type: 'image/png', size: 5 })
  })

  test('of nothing', async () => {
    expect((await called(taking(urlencoded), { body: null })).sent?.text).toBe('')
    expect((await called(taking(urlencoded), { body: {} })).sent?.text).toBe('')
  })
})

describe('an answer is read as what is documented and as what it is', () => {
  const blob = expect.any(Blob)
  const rows: [string, string[], unknown][] = [
    ['application/json', ['application/json', 'text/plain'], { a: 1 }],
    ['application/json', ['application/*'], { a: 1 }],
    ['application/vnd.pets+json; v=1', ['*/*'], { a: 1 }],
    ['application/json', ['text/plain'], '{"a":1}'],
    ['application/json', ['application/pdf'], blob],
    ['application/json', ['text/plain', 'application/pdf'], blob],
    ['text/csv', ['text/plain'], '{"a":1}'],
    ['TEXT/plain; charset=utf-8', ['text/*', 'application/json'], '{"a":1}'],
    ['text/plain', ['application/pdf', '*/*'], '{"a":1}'],
    ['text/plain', ['application/pdf'], blob],
    ['application/pdf', ['text/plain'], '{"a":1}'],
    ['application/pdf', ['application/pdf', 'text/plain'], blob],
    ['application/pdf', ['application/json', 'application/pdf'], blob],
    ['application/text/x', ['application/pdf', 'text/plain'], blob],
  ]
  test.each(rows)('%s where %j is documented', async (type, documented, expected) => {
    const answer = new Response('{"a":1}', { headers: { 'content-type': type } })
    const { data } = await called({ responses: { 200: documented } }, { answer, body: {} })
    expect(data).toEqual(expected)
    if (data instanceof Blob) expect([data.type, await data.text()]).toEqual([type, '{"a":1}'])
  })

  test('bytes of no type have none', async () => {
    const answer = new Response(bytes)
    const { data } = await called({ responses: { 200: ['image/png'] } }, { answer })
    expect([(data as Blob).type, await (data as Blob).text()]).toEqual(['', 'hi'])
  })

  test('what is not JSON where only JSON is documented is refused', async () => {
    const answer = new Response('hi', { headers: { 'content-type': 'text/plain' } })
    expect(await failure(called({ responses: { 200: [json, 'application/a+json'] } }, { answer }))).toMatchObject({
      name: 'UnexpectedResponseError',
      message: `send answered 200 with text/plain instead of ${json} or application/a+json`,
    })
  })

  test('a success that is not documented is held to what is', async () => {
    const answer = new Response('{}', { status: 201, headers: { 'content-type': json } })
    expect((await called({ responses: { 200: [json] } }, { answer })).data).toEqual({})
  })

  test.each([
    ['its number', { 201: [json], '2XX': ['text/plain'], default: ['text/plain'] }],
    ['its class', { 200: ['text/plain'], '2XX': [json], default: ['text/plain'] }],
    ['another success', { 200: [json], default: ['text/plain'] }],
    ['all others', { 404: ['text/plain'], default: [json] }],
  ])('what is documented for a status is found by %s', async (_, responses) => {
    const answer = new Response('{"a":1}', { status: 201, headers: { 'content-type': json } })
    expect((await called({ responses }, { answer })).data).toEqual({ a: 1 })
  })

  test('the answer to HEAD has no body', async () => {
    const answer = new Response(null, { headers: { 'content-type': json } })
    expect((await called({ method: 'head' }, { answer })).data).toBeUndefined()
  })
})

test('all media types that may come back are asked for, each once', async () => {
  const accept = async (responses: OperationDescriptor['responses']) =>
    (await called({ responses })).sent?.headers.accept
  expect(await accept({ 200: [json, 'text/csv'], 404: [json] })).toBe('application/json, text/csv')
  expect(await accept({ 204: [] })).toBe('*/*')
})
