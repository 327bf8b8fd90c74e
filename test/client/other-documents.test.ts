import { describe, expect, test } from 'vitest'
import {
  type ApiDescriptor,
  type CallOptions,
  type ClientOptions,
  ConfigurationError,
  createRuntime,
  InvalidRequestError,
  media,
  schemes,
  styles,
} from '../../src/client/index.ts'
import { type Reply, reply, stubFetch } from './pets.ts'

describe('another document’s operations', () => {
  const operation = {
    operationId: 'other',
    method: 'post',
    path: '/other',
    parameters: [],
    requestBody: { required: true, mediaTypes: ['application/json'] },
    responses: { 200: ['application/json'] },
    security: [],
  } as const
  const api = (over: object, securitySchemes: ApiDescriptor['securitySchemes'] = {}): ApiDescriptor => ({
    servers: ['https://other.example.com'],
    securitySchemes,
    operations: { other: { ...operation, ...over } },
  })
  const secured = api({ security: [{ bearer: [] }] }, { bearer: { type: 'http', scheme: 'bearer' } })
  function calling(descriptor: ApiDescriptor, options: ClientOptions = {}, answer = reply(200, {})) {
    const { fetch, sent } = stubFetch([answer])
    const { call } = createRuntime(descriptor, { ...options, fetch }, { media, schemes, styles })
    const callOther = (input: Parameters<typeof call>[1], callOptions?: CallOptions) =>
      call(descriptor.operations.other ?? operation, input, callOptions)
    return { call: callOther, sent }
  }
  async function sentBy(descriptor: ApiDescriptor, value: unknown, options: ClientOptions = {}) {
    const { call, sent } = calling(descriptor, options)
    await call({ body: value })
    return sent[0]
  }

  test('a form is sent as a form, and a file with its own boundary', async () => {
    const form = { requestBody: { required: true, mediaTypes: ['application/x-www-form-urlencoded'] } }
    expect(await sentBy(api(form), { a: 'b c', list: [1, 2] })).toMatchObject({
      text: 'a=b+c&list=1&list=2',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    })
    const multipart = { requestBody: { required: true, mediaTypes: ['multipart/form-data'] } }
    const sent = await sentBy(api(multipart), { file: new Blob(['bytes']), meta: { a: 1 } })
    expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(sent?.text).toContain('bytes')
    expect(sent?.text).toContain('{"a":1}')
  })

  test('among several media types, the value and the caller’s content-type choose', async () => {
    const mediaTypes = ['multipart/form-data', 'application/octet-stream', 'text/csv', 'application/json']
    const several = api({ requestBody: { required: true, mediaTypes } })
    const form = new FormData()
    form.append('a', '1')
    const types: string[] = []
    for (const value of [{ a: 1 }, 'text', form, new Blob(['b']), new Uint8Array([1])]) {
      types.push((await sentBy(several, value))?.headers['content-type']?.split(';')[0] ?? '')
    }
    expect(types).toEqual([
      ...['application/json', 'application/json', 'multipart/form-data'],
      ...['application/octet-stream', 'application/octet-stream'],
    ])
    const { call, sent } = calling(several)
    await call({ body: 'a,b' }, { headers: { 'Content-Type': 'text/csv' } })
    await call({ body: { a: 1 } }, { headers: { 'content-type': 'multipart/form-data' } })
    expect(sent[0]).toMatchObject({ text: 'a,b', headers: { 'content-type': 'text/csv' } })
    expect(sent[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  })

  test('an operation with a server of its own goes there, unless the caller names a base URL', async () => {
    const own = api({ servers: ['https://uploads.example.com/v2/'] })
    expect((await sentBy(own, {}))?.url).toBe('https://uploads.example.com/v2/other')
    expect((await sentBy(own, {}, { baseUrl: 'http://127.0.0.1:1' }))?.url).toBe('http://127.0.0.1:1/other')
  })

  test('a call without an absolute base URL is refused with what to do', async () => {
    const relative = { ...api({}), servers: ['/v1'] }
    await expect(sentBy(relative, {})).rejects.toBeInstanceOf(ConfigurationError)
    await expect(sentBy(relative, {})).rejects.toThrow('The option baseUrl must be an https URL')
  })

  test('bytes are sent as they are', async () => {
    const bytes = { requestBody: { required: true, mediaTypes: ['application/octet-stream'] } }
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('streamed'))
        controller.close()
      },
    })
    expect(await sentBy(api(bytes), 'raw')).toMatchObject({
      text: 'raw',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(await sentBy(api(bytes), stream)).toMatchObject({ text: 'streamed' })
  })

  test('credentials go where their scheme says, by the first alternative that is known', async () => {
    const known: ApiDescriptor['securitySchemes'] = {
      basic: { type: 'http', scheme: 'basic' },
      query: { type: 'apiKey', in: 'query', name: 'key' },
      header: { type: 'apiKey', in: 'header', name: 'X-Key' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
      oauth: { type: 'oauth2' },
    }
    const secured = api({ security: [{ basic: [], header: [] }, { query: [] }, { oauth: [] }] }, known)
    expect(await sentBy(secured, {}, { credentials: { query: 'q&1' } })).toMatchObject({
      url: 'https://other.example.com/other?key=q%261',
    })
    expect(await sentBy(secured, {}, { token: 't' })).toMatchObject({ headers: { authorization: 'Bearer t' } })
    expect(await sentBy(secured, {}, { credentials: { basic: 'a:b', header: () => 'k' } })).toMatchObject({
      headers: { authorization: 'Basic YTpi', 'x-key': 'k' },
    })
    expect((await sentBy(secured, {}))?.headers.authorization).toBeUndefined()
  })

  test('a key in the query leaves the caller’s query as it was written', async () => {
    const known: ApiDescriptor['securitySchemes'] = { key: { type: 'apiKey', in: 'query', name: 'api key' } }
    const spaced = { name: 'list', in: 'query', required: true, style: 'spaceDelimited', explode: false } as const
    const descriptor = api({ parameters: [spaced], security: [{ key: [] }] }, known)
    const { call, sent } = calling(descriptor, { credentials: { key: 'k+1' } })
    await call({ parameters: { query: { list: ['a', 'b'] } }, body: { c: 1 } })
    expect(sent).toMatchObject([
      { url: 'https://other.example.com/other?list=a%20b&api%20key=k%2B1', method: 'POST', text: '{"c":1}' },
    ])
    expect(sent[0]?.headers['content-type']).toBe('application/json')
  })

  test('an HTTP scheme is sent by its name, and basic in UTF-8', async () => {
    const known: ApiDescriptor['securitySchemes'] = {
      basic: { type: 'http', scheme: 'basic' },
      digest: { type: 'http', scheme: 'digest' },
    }
    const secured = api({ security: [{ basic: [] }, { digest: [] }] }, known)
    const header = async (credentials: Record<string, string>) =>
      (await sentBy(secured, {}, { credentials }))?.headers.authorization
    expect(await header({ basic: 'ü:€' })).toBe(`Basic ${Buffer.from('ü:€').toString('base64')}`)
    expect(await header({ digest: 'username="a"' })).toBe('digest username="a"')
  })

  test('a secret that cannot be sent is refused without being shown, and nothing is sent', async () => {
    for (const token of ['SECRET\nX', '', (() => undefined) as unknown as () => string]) {
      const error = await sentBy(secured, {}, { token }).catch((cause) => cause)
      expect(error).toBeInstanceOf(ConfigurationError)
      expect(error.message).toMatch(/^The credential for bearer (is empty|has a character that no header may have)/)
      expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('SECRET')
    }
    const { call, sent } = calling(secured, { token: 't' })
    const wrong = await call({ body: {} }, { headers: { 'x-a': 'SECRET\nX' } }).catch((cause) => cause)
    expect(wrong).toEqual(
      new InvalidRequestError('The header x-a has a character that no header may have', { operationId: 'other' }),
    )
    expect(sent).toEqual([])
  })

  test('a credential that is known is sent where it is optional, and beside a client certificate', async () => {
    const known: ApiDescriptor['securitySchemes'] = {
      bearer: { type: 'http', scheme: 'bearer' },
      certificate: { type: 'mutualTLS' },
    }
    const header = async (security: object[], options: ClientOptions) =>
      (await sentBy(api({ security }, known), {}, options))?.headers.authorization
    expect(await header([{}, { bearer: [] }], { token: 't' })).toBe('Bearer t')
    expect(await header([{}, { bearer: [] }], {})).toBeUndefined()
    expect(await header([{ certificate: [], bearer: [] }], { token: 't' })).toBe('Bearer t')
  })

  test('the caller’s own authorization header goes before the token', async () => {
    const { call, sent } = calling(secured, { token: 't' })
    await call({ body: {} }, { headers: { authorization: 'Bearer mine' } })
    expect(sent[0]?.headers.authorization).toBe('Bearer mine')
  })

  test('TRACE is refused, because fetch does not send it', async () => {
    await expect(sentBy(api({ method: 'trace' }), undefined)).rejects.toThrow(InvalidRequestError)
  })

  test('text and bytes are answered as such, and no body as undefined', async () => {
    const answer = (response: Reply, mediaTypes: string[], status = '200') =>
      calling(api({ responses: { [status]: mediaTypes } }), {}, response).call({ body: {} })
    const text = reply(200, 'hi')
    expect(await answer(text, ['text/plain'])).toBe('hi')
    expect(await answer(reply(204), [], '204')).toBeUndefined()
    expect(await answer(text, [], '2XX')).toBeUndefined()
    const image = reply(200, 'hi', { 'content-type': 'image/png' })
    expect(await answer(image, ['image/png'], '2XX')).toBeInstanceOf(Blob)
    expect(await answer(text, ['application/octet-stream'])).toBeInstanceOf(Blob)
    expect(await answer(reply(200, { a: 1 }), ['application/octet-stream'])).toBeInstanceOf(Blob)
    expect([await answer(text, ['*/*']), await answer(reply(200, { a: 1 }), ['*/*'])]).toEqual(['hi', { a: 1 }])
  })
})
