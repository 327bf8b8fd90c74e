import { describe, expect, test } from 'vitest'
import { createClient } from '../../generated/client.ts'
import type { ApiDescriptor, ClientOptions } from '../../src/client/index.ts'
import {
  ApiError,
  ConfigurationError,
  createRuntime,
  InvalidRequestError,
  media,
  schemes as otherSchemes,
  styles,
  UnexpectedResponseError,
} from '../../src/client/index.ts'

/** What our own document does not need of the runtime. */
const everything = { media, schemes: otherSchemes, styles }

const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
const body = { name: 'demo', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }

interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly text: string
}

/** A fetch that answers with one response and keeps what was sent. */
function answering(response: () => Response) {
  const sent: Sent[] = []
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init)
    sent.push({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      text: await request.text(),
    })
    return response()
  }
  return { fetch, sent }
}

function json(value: unknown, status = 200, mediaType = 'application/json') {
  return () => new Response(JSON.stringify(value), { status, headers: { 'content-type': mediaType } })
}

describe('a generated method', () => {
  test('sends path, query, body and token as the document says, and resolves to the body', async () => {
    const { fetch, sent } = answering(json({ gateway: { spec: { id, new: true } } }))
    const client = createClient({ fetch, token: 'secret' })
    await expect(client.createGateway(body)).resolves.toEqual({ gateway: { spec: { id, new: true } } })
    await client.getGateway(id)
    await client.updateGateway(id, { id, ...body })
    await client.listGateways({ query: { updatedAfter: '2026-05-06T09:30:00Z' } })
    await client.deleteGateway(id, { headers: { 'x-request-id': '7' } })
    const base = 'https://api.coreweave.com/v1alpha1/inference/gateways'
    expect(sent.map(({ method, url, text }) => [method, url, text])).toEqual([
      ['POST', base, JSON.stringify(body)],
      ['GET', `${base}/${id}`, ''],
      ['PATCH', `${base}/${id}`, JSON.stringify({ id, ...body })],
      ['GET', `${base}?updatedAfter=2026-05-06T09%3A30%3A00Z`, ''],
      ['DELETE', `${base}/${id}`, ''],
    ])
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(Array(5).fill('Bearer secret'))
    expect(sent[0]?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' })
    expect(sent[4]?.headers).toMatchObject({ 'x-request-id': '7' })
  })

  test('sends to another base URL, and asks a token function for each request', async () => {
    const { fetch, sent } = answering(json({ items: [] }))
    let count = 0
    const client = createClient({ fetch, baseUrl: 'http://127.0.0.1:4010/', token: async () => `t${++count}` })
    await client.listGateways()
    await client.listGateways()
    expect(sent.map(({ url }) => url)).toEqual(Array(2).fill('http://127.0.0.1:4010/v1alpha1/inference/gateways'))
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  })

  test('ends when its signal is aborted', async () => {
    const fetch = async (_: string, { signal }: RequestInit) => {
      if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      throw signal?.reason
    }
    const controller = new AbortController()
    const call = createClient({ fetch }).listGateways({ signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(call).rejects.toMatchObject({ name: 'AbortedError', cause: new Error('enough') })
  })

  test('the raw client below it carries the token too', async () => {
    const { fetch, sent } = answering(json({ zones: [] }))
    const { data } = await createClient({ fetch, token: 'secret' }).http.GET('/v1alpha1/inference/gateways/parameters')
    expect(data).toEqual({ zones: [] })
    expect(sent[0]?.headers.authorization).toBe('Bearer secret')
  })
})

describe('an answer that is an error', () => {
  const rows: [string, () => Response, { status: number; body: unknown; message: string }][] = [
    [
      'google.rpc.Status',
      json({ code: 5, message: 'gone' }, 404),
      {
        status: 404,
        body: { code: 5, message: 'gone' },
        message: 'GET /v1alpha1/inference/gateways/{id} answered 404: gone',
      },
    ],
    [
      'problem+json',
      json({ title: 'No' }, 500, 'application/problem+json'),
      {
        status: 500,
        body: { title: 'No' },
        message: 'GET /v1alpha1/inference/gateways/{id} answered 500: No (tried 3 times)',
      },
    ],
    [
      'text',
      () => new Response('<h1>no</h1>', { status: 502 }),
      {
        status: 502,
        body: '<h1>no</h1>',
        message: 'GET /v1alpha1/inference/gateways/{id} answered 502 (tried 3 times)',
      },
    ],
    [
      'an empty body',
      () => new Response('', { status: 500 }),
      { status: 500, body: undefined, message: 'GET /v1alpha1/inference/gateways/{id} answered 500 (tried 3 times)' },
    ],
  ]

  test.each(rows)('is thrown with its status and body: %s', async (_, response, expected) => {
    const error = await createClient({
      fetch: answering(response).fetch,
      token: 'secret',
      retry: { minDelayMs: 0, maxDelayMs: 0 },
    })
      .getGateway(id)
      .catch((cause) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect({ status: error.status, body: error.body, message: error.message }).toEqual(expected)
    expect([error.name, error.operationId]).toEqual(['ApiError', 'getGateway'])
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('secret')
  })
})

describe('an answer that no document describes', () => {
  const rows: [string, () => Response, RegExp][] = [
    [
      'HTML with a 200',
      () => new Response('<h1>hi</h1>', { headers: { 'content-type': 'text/html' } }),
      /with text\/html instead of application\/json/,
    ],
    ['no media type', () => new Response(new Uint8Array([1])), /with no media type instead of application\/json/],
    [
      'JSON that is cut off',
      () => new Response('{"gateway":', { headers: { 'content-type': 'application/json' } }),
      /a body that is not JSON/,
    ],
    ['an empty body', () => new Response('', { headers: { 'content-type': 'application/json' } }), /an empty body/],
  ]

  test.each(rows)('is an UnexpectedResponseError: %s', async (_, response, message) => {
    const error = await createClient({ fetch: answering(response).fetch })
      .getGateway(id)
      .catch((cause) => cause)
    expect(error).toBeInstanceOf(UnexpectedResponseError)
    expect(error.message).toMatch(message)
    expect(error.status).toBe(200)
  })
})

test.each(['', '.', '..'])('an id of "%s" is refused before anything is sent', async (bad) => {
  const { fetch, sent } = answering(json({}))
  await expect(createClient({ fetch }).getGateway(bad)).rejects.toBeInstanceOf(InvalidRequestError)
  expect(sent).toEqual([])
})

/** What our own document does not use. */
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
  const api = (over: object, schemes: ApiDescriptor['securitySchemes'] = {}): ApiDescriptor => ({
    servers: ['https://other.example.com'],
    securitySchemes: schemes,
    operations: { other: { ...operation, ...over } },
  })
  async function sentBy(descriptor: ApiDescriptor, value: unknown, options: ClientOptions = {}) {
    const { fetch, sent } = answering(json({}))
    const { call } = createRuntime(descriptor, { ...options, fetch }, everything)
    await call(descriptor.operations.other ?? operation, { body: value })
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
    const several = api({
      requestBody: {
        required: true,
        mediaTypes: ['multipart/form-data', 'application/octet-stream', 'text/csv', 'application/json'],
      },
    })
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
    const { fetch, sent } = answering(json({}))
    const { call } = createRuntime(several, { fetch }, everything)
    const descriptor = several.operations.other ?? operation
    await call(descriptor, { body: 'a,b' }, { headers: { 'Content-Type': 'text/csv' } })
    await call(descriptor, { body: { a: 1 } }, { headers: { 'content-type': 'multipart/form-data' } })
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
    await expect(sentBy(relative, {})).rejects.toThrow('The base URL must be an https URL')
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
    const schemes: ApiDescriptor['securitySchemes'] = {
      basic: { type: 'http', scheme: 'basic' },
      query: { type: 'apiKey', in: 'query', name: 'key' },
      header: { type: 'apiKey', in: 'header', name: 'X-Key' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
      oauth: { type: 'oauth2' },
    }
    const secured = api({ security: [{ basic: [], header: [] }, { query: [] }, { oauth: [] }] }, schemes)
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
    const schemes: ApiDescriptor['securitySchemes'] = { key: { type: 'apiKey', in: 'query', name: 'api key' } }
    const spaced = { name: 'list', in: 'query', required: true, style: 'spaceDelimited', explode: false } as const
    const descriptor = api({ parameters: [spaced], security: [{ key: [] }] }, schemes)
    const { fetch, sent } = answering(json({}))
    const { call } = createRuntime(descriptor, { fetch, credentials: { key: 'k+1' } }, everything)
    await call(descriptor.operations.other ?? operation, {
      parameters: { query: { list: ['a', 'b'] } },
      body: { c: 1 },
    })
    expect(sent).toMatchObject([
      { url: 'https://other.example.com/other?list=a%20b&api%20key=k%2B1', method: 'POST', text: '{"c":1}' },
    ])
    expect(sent[0]?.headers['content-type']).toBe('application/json')
  })

  test('an HTTP scheme is sent by its name, and basic in UTF-8', async () => {
    const schemes: ApiDescriptor['securitySchemes'] = {
      basic: { type: 'http', scheme: 'basic' },
      digest: { type: 'http', scheme: 'digest' },
    }
    const secured = api({ security: [{ basic: [] }, { digest: [] }] }, schemes)
    const header = async (credentials: Record<string, string>) =>
      (await sentBy(secured, {}, { credentials }))?.headers.authorization
    expect(await header({ basic: 'ü:€' })).toBe(`Basic ${Buffer.from('ü:€').toString('base64')}`)
    expect(await header({ digest: 'username="a"' })).toBe('digest username="a"')
  })

  test('a secret that cannot be sent is refused without being shown, and nothing is sent', async () => {
    const schemes: ApiDescriptor['securitySchemes'] = { bearer: { type: 'http', scheme: 'bearer' } }
    const secured = api({ security: [{ bearer: [] }] }, schemes)
    for (const token of ['SECRET\nX', '', (() => undefined) as unknown as () => string]) {
      const error = await sentBy(secured, {}, { token }).catch((cause) => cause)
      expect(error).toBeInstanceOf(ConfigurationError)
      expect(error.message).toMatch(/^The credential for bearer (is empty|has a character that no header may have)/)
      expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('SECRET')
    }
    const { fetch, sent } = answering(json({}))
    const { call } = createRuntime(secured, { fetch, token: 't' }, everything)
    const descriptor = secured.operations.other ?? operation
    const wrong = await call(descriptor, { body: {} }, { headers: { 'x-a': 'SECRET\nX' } }).catch((cause) => cause)
    expect(wrong).toEqual(
      new InvalidRequestError('The header x-a has a character that no header may have', { operationId: 'other' }),
    )
    expect(sent).toEqual([])
  })

  test('a credential that is known is sent where it is optional, and beside a client certificate', async () => {
    const schemes: ApiDescriptor['securitySchemes'] = {
      bearer: { type: 'http', scheme: 'bearer' },
      certificate: { type: 'mutualTLS' },
    }
    const header = async (security: object[], options: ClientOptions) =>
      (await sentBy(api({ security }, schemes), {}, options))?.headers.authorization
    expect(await header([{}, { bearer: [] }], { token: 't' })).toBe('Bearer t')
    expect(await header([{}, { bearer: [] }], {})).toBeUndefined()
    expect(await header([{ certificate: [], bearer: [] }], { token: 't' })).toBe('Bearer t')
  })

  test('the caller’s own authorization header goes before the token', async () => {
    const schemes: ApiDescriptor['securitySchemes'] = { bearer: { type: 'http', scheme: 'bearer' } }
    const secured = api({ security: [{ bearer: [] }] }, schemes)
    const { fetch, sent } = answering(json({}))
    const { call } = createRuntime(secured, { fetch, token: 't' }, everything)
    await call(secured.operations.other ?? operation, { body: {} }, { headers: { authorization: 'Bearer mine' } })
    expect(sent[0]?.headers.authorization).toBe('Bearer mine')
  })

  test('TRACE is refused, because fetch does not send it', async () => {
    await expect(sentBy(api({ method: 'trace' }), undefined)).rejects.toThrow(InvalidRequestError)
  })

  test('text and bytes are answered as such, and no body as undefined', async () => {
    const answer = async (response: () => Response, mediaTypes: string[], status = '200') => {
      const descriptor = api({ responses: { [status]: mediaTypes } })
      const { call } = createRuntime(descriptor, { fetch: answering(response).fetch }, everything)
      return call(descriptor.operations.other ?? operation, { body: {} })
    }
    const text = () => new Response('hi', { headers: { 'content-type': 'text/plain' } })
    expect(await answer(text, ['text/plain'])).toBe('hi')
    expect(await answer(() => new Response(null, { status: 204 }), [], '204')).toBeUndefined()
    expect(await answer(text, [], '2XX')).toBeUndefined()
    const bytes = await answer(
      () => new Response('hi', { headers: { 'content-type': 'image/png' } }),
      ['image/png'],
      '2XX',
    )
    expect(bytes).toBeInstanceOf(Blob)
    expect(await answer(text, ['application/octet-stream'])).toBeInstanceOf(Blob)
    expect(await answer(json({ a: 1 }), ['application/octet-stream'])).toBeInstanceOf(Blob)
    expect([await answer(text, ['*/*']), await answer(json({ a: 1 }), ['*/*'])]).toEqual(['hi', { a: 1 }])
  })
})
