import { describe, expect, test } from 'vitest'
import { createClient } from '../../generated/client.ts'
import { ApiError, InvalidRequestError, UnexpectedResponseError } from '../../src/client/index.ts'
import { type Reply, reply, stubFetch } from './pets.ts'

const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
const body = { name: 'demo', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }

describe('a generated method', () => {
  test('sends path, query, body and token as the document says, and resolves to the body', async () => {
    const { fetch, sent } = stubFetch([reply(200, { gateway: { spec: { id, new: true } } })])
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
    const { fetch, sent } = stubFetch([reply(200, { items: [] })])
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
    const { fetch, sent } = stubFetch([reply(200, { zones: [] })])
    const { data } = await createClient({ fetch, token: 'secret' }).http.GET('/v1alpha1/inference/gateways/parameters')
    expect(data).toEqual({ zones: [] })
    expect(sent[0]?.headers.authorization).toBe('Bearer secret')
  })
})

describe('an answer that is an error', () => {
  const rows: [string, Reply, { status: number; body: unknown; message: string }][] = [
    [
      'google.rpc.Status',
      reply(404, { code: 5, message: 'gone' }),
      {
        status: 404,
        body: { code: 5, message: 'gone' },
        message: 'GET /v1alpha1/inference/gateways/{id} answered 404: gone',
      },
    ],
    [
      'problem+json',
      reply(500, { title: 'No' }, { 'content-type': 'application/problem+json' }),
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
      fetch: stubFetch([response]).fetch,
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
    const error = await createClient({ fetch: stubFetch([response]).fetch })
      .getGateway(id)
      .catch((cause) => cause)
    expect(error).toBeInstanceOf(UnexpectedResponseError)
    expect(error.message).toMatch(message)
    expect(error.status).toBe(200)
  })
})

test.each(['', '.', '..'])('an id of "%s" is refused before anything is sent', async (bad) => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  await expect(createClient({ fetch }).getGateway(bad)).rejects.toBeInstanceOf(InvalidRequestError)
  expect(sent).toEqual([])
})
