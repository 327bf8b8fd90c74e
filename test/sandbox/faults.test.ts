import { describe, expect, test } from 'vitest'
import { faultForms, parseFault } from '../../src/sandbox/faults.ts'
import { exchange, get, loopback } from './loopback.ts'
import { gateways, id, simple, token } from './service.ts'

/** By the header of a request, and for every request as a flag has it. */
const ways = ['header', 'flag'] as const

async function faulty(spec: string, way: (typeof ways)[number]) {
  const fault = parseFault(spec)
  if (!fault) throw new Error(spec)
  const server = await loopback(way === 'flag' ? { fault } : {})
  const headers = way === 'header' ? { 'x-sandbox-fault': spec } : undefined
  const create = () =>
    server.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(simple),
    })
  const lines = headers ? [`x-sandbox-fault: ${spec}`] : []
  return { ...server, create, raw: () => exchange(server.url, get(...lines)) }
}

describe.each(ways)('a fault by %s', (way) => {
  test.each([
    ['status=429;retry-after=7', 429, 8, '7'],
    ['status=503', 503, 14, null],
    ['status=500', 500, 13, null],
    ['status=418', 418, 2, null],
  ])('%s is an error instead of the service', async (spec, status, code, retryAfter) => {
    const { create, store } = await faulty(spec, way)
    const response = await create()
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter])
    expect(await response.json()).toEqual({ code, message: 'This failure was asked for.' })
    expect(store.list()).toEqual([])
  })

  test('html is a page instead of the service', async () => {
    const { create, store } = await faulty('html', way)
    const response = await create()
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    expect(await response.text()).toMatch(/^<!doctype html>/)
    expect(store.list()).toEqual([])
  })

  test('reset takes the connection away after the request was carried out', async () => {
    const { create, raw, store } = await faulty('reset', way)
    await expect(create()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(store.list()).toMatchObject([{ id }])
    expect(await raw()).toEqual({ received: '', error: 'read ECONNRESET' })
  })

  test('truncate promises more than it sends', async () => {
    const { create, raw, store } = await faulty('truncate', way)
    const response = await create()
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    expect(store.list()).toMatchObject([{ id }])
    const { received } = await raw()
    const [head = '', body = ''] = received.split('\r\n\r\n')
    expect(body.length).toBeGreaterThan(0)
    expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(body.length)
  })

  test('stall sends half of the answer and then nothing until the client leaves', async () => {
    const { create, store } = await faulty('stall', way)
    const response = await create()
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\{"gateway":/)
    const more = reader?.read().then(() => 'more')
    expect(await Promise.race([more, fetchOther(response.url)])).toBe('other')
    expect(store.list()).toMatchObject([{ id }])
    await reader?.cancel()
  })

  test('latency makes the answer wait, alone or with another fault', async () => {
    for (const [spec, status] of [
      ['latency=40', 200],
      ['latency=40, status=503', 503],
      ['html,latency=40', 502],
    ] as const) {
      const { create } = await faulty(spec, way)
      const start = performance.now()
      expect((await create()).status).toBe(status)
      expect(performance.now() - start).toBeGreaterThanOrEqual(39)
    }
  })
})

test('a request that names its own fault keeps the latency of all', async () => {
  const { send } = await loopback({ fault: { latencyMs: 40, kind: { name: 'html' } } })
  const start = performance.now()
  expect((await send({ headers: { 'x-sandbox-fault': 'status=404' } })).status).toBe(404)
  expect(performance.now() - start).toBeGreaterThanOrEqual(39)
})

const bad = [
  '',
  'nonsense',
  'status=200',
  'status=399',
  'status=600',
  'status=503;retry-after=soon',
  'reset;retry-after=1',
  'latency=-1',
  'latency=1.5',
  'latency=2147483648',
  'reset,stall',
  'latency=1,latency=2',
  'reset,',
]

test.each(bad)('the header %j is no fault: 400 with the forms', async (spec) => {
  const { send, store } = await loopback()
  const response = await send({ headers: { 'x-sandbox-fault': spec } })
  expect([response.status, await response.json()]).toEqual([
    400,
    {
      code: 3,
      message: 'The request is not valid.',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [{ field: 'x-sandbox-fault', description: `must be ${faultForms}` }],
        },
      ],
    },
  ])
  expect(store.list()).toEqual([])
})

/** Another request on another connection, to show that time has passed for the server. */
async function fetchOther(url: string): Promise<'other'> {
  await fetch(url.replace(gateways, '/'), { headers: { authorization: `Bearer ${token}` } })
  return 'other'
}
