import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { exchange, get, loopback } from './loopback.ts'
import { gateways, id, simple, token } from './service.ts'

const json = { 'content-type': 'application/json' }

test('a handler is reached through HTTP as a request came, and its answer goes back as it is', async () => {
  const { send, url } = await loopback({
    handler: async ({ method, url, headers, body }) => ({
      status: 299,
      headers: { 'x-test': 'ü'.normalize('NFC') },
      body: Buffer.concat([Buffer.from(`${method} ${url} ${headers['x-sent']} `), body]),
    }),
  })
  const response = await fetch(`${url}/%41?b=%20`, { method: 'PATCH', headers: { 'X-Sent': '1' }, body: 'ü' })
  expect([response.status, response.headers.get('x-test')]).toEqual([299, 'ü'])
  expect(await response.text()).toBe(`PATCH ${gateways}/%41?b=%20 1 ü`)
  expect((await send({ method: 'HEAD' })).status).toBe(299)
})

test('a handler that throws is answered with 500, and its reason is logged and not told', async () => {
  const logged: string[] = []
  const { send } = await loopback({
    log: (text) => logged.push(text),
    handler: () => {
      throw new Error('the reason')
    },
  })
  const response = await send()
  expect([response.status, await response.json()]).toEqual([500, { code: 13, message: 'The sandbox failed.' }])
  expect(logged).toEqual([expect.stringMatching(/^GET failed: Error: the reason\n/)])
})

test('a handler whose answer HTTP cannot carry ends that connection and nothing else', async () => {
  const logged: string[] = []
  const { send } = await loopback({
    log: (text) => logged.push(text),
    handler: ({ method }) => ({ status: method === 'GET' ? 200 : 0, headers: {}, body: '' }),
  })
  await expect(send({ method: 'DELETE' })).rejects.toThrow()
  expect((await send()).status).toBe(200)
  expect(logged).toEqual([expect.stringMatching(/^DELETE failed: RangeError/)])
})

test('one connection serves many requests', async () => {
  const { url } = await loopback()
  const { received } = await exchange(url, get() + get() + get('connection: close'))
  expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
})

test('of concurrent creates of one id exactly one is carried out', async () => {
  const { send, store } = await loopback()
  const create = () => send({ method: 'POST', headers: json, body: JSON.stringify(simple) })
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await create()).status))
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
  expect(store.list()).toMatchObject([{ id }])
})

test('a body of 1 MiB is read, a larger one refused as soon as that is known', async () => {
  const { send, url, store } = await loopback()
  const post = (body: string | ReadableStream) => {
    const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', headers: json, body, duplex: 'half' }
    return send(init)
  }
  const fitting = JSON.stringify({ ...simple, filling: '' })
  expect((await post(fitting.replace('""', `"${'x'.repeat(1_048_576 - fitting.length)}"`))).status).toBe(200)
  expect(store.list()).toHaveLength(1)
  for (const body of ['x'.repeat(1_048_577), new Blob(['x'.repeat(5_000_000)]).stream()]) {
    const response = await post(body)
    expect([response.status, await response.json()]).toEqual([413, { code: 3, message: 'A body holds 1 MiB at most.' }])
  }
  const head = [`POST ${gateways} HTTP/1.1`, 'host: sandbox', 'content-length: 9000000', 'expect: 100-continue', '']
  const { received } = await exchange(url, `${head.join('\r\n')}\r\n`)
  expect(received).toMatch(/^HTTP\/1\.1 413 /)
})

test('a body that was announced is asked for', async () => {
  const { url } = await loopback()
  const lines = [`POST ${gateways} HTTP/1.1`, 'host: sandbox', 'connection: close', 'content-length: 2']
  const { received } = await exchange(url, `${[...lines, 'expect: 100-continue', '', '{}'].join('\r\n')}`)
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /)
})

test('an expectation that nobody knows is ignored', async () => {
  const { url } = await loopback()
  expect((await exchange(url, get('expect: wonders', 'connection: close'))).received).toMatch(/^HTTP\/1\.1 200 /)
})

test('what is no HTTP is refused in the shape of an error', async () => {
  const { url } = await loopback()
  for (const [text, status] of [
    ['no http\r\n\r\n', 400],
    [get(`x: ${'x'.repeat(20_000)}`), 431],
  ] as const) {
    const { received } = await exchange(url, text)
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(JSON.parse(received.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 3 })
  }
})

test('a client that leaves in the middle of its body stops nothing', async () => {
  const { send, url } = await loopback()
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`POST ${gateways} HTTP/1.1\r\nhost: sandbox\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n12`)
  await once(socket, 'data')
  socket.resetAndDestroy()
  await once(socket, 'close')
  expect((await send()).status).toBe(200)
})

test('it cannot listen where another does, and stops for good', async () => {
  const { baseUrl, stop } = await loopback()
  await expect(loopback({ port: Number(new URL(baseUrl).port) })).rejects.toThrow('EADDRINUSE')
  await stop()
  await expect(fetch(baseUrl, { headers: { authorization: `Bearer ${token}` } })).rejects.toThrow()
})

test('it stops although an answer stalls', async () => {
  const { send, stop } = await loopback({ fault: { kind: { name: 'stall' } } })
  const response = await send()
  await stop()
  await expect(response.text()).rejects.toThrow()
})
