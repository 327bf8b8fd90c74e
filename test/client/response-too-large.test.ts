import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ResponseTooLargeError } from '../../src/client/index.ts'
import { failure, fakeClock, until } from './fake-clock.ts'
import { type Answer, answer, faultServer, head, type Step } from './fault-server.ts'
import { petsClient } from './pets.ts'

const type = { 'content-type': 'application/json' }
const text = (length: number) => `"${'a'.repeat(length - 2)}"`
const chunk = (length: number) => `${length.toString(16)}\r\n${'a'.repeat(length)}\r\n`
const endless: Step[] = [head(200, { ...type, 'transfer-encoding': 'chunked' }), chunk(600), chunk(600), 'stall']
const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024, 0x20))

async function tooLarge(script: Answer, options: object) {
  const server = await faultServer(script)
  const clock = fakeClock()
  const error = await clock.run(failure(petsClient({ clock, baseUrl: server.url, ...options }).getPet('7')))
  expect(error).toBeInstanceOf(ResponseTooLargeError)
  expect(error).toMatchObject({ code: 'response-too-large', operationId: 'getPet', attempts: 1 })
  expect(clock.timers).toEqual([])
  return { server, error: error as ResponseTooLargeError }
}

describe('a body that is longer than maxResponseBytes is not read to its end', () => {
  const rows: [string, Answer, object, number][] = [
    [
      'one that says so',
      [head(200, { ...type, 'content-length': '1001' }), 'stall'],
      { maxResponseBytes: 1_000 },
      1_000,
    ],
    ['one that has no length', endless, { maxResponseBytes: 1_000 }, 1_000],
    ['one that is one byte longer', answer(200, text(1_001), type), { maxResponseBytes: 1_000 }, 1_000],
    [
      'one that says it is shorter when packed',
      answer(200, gzipSync(text(1_001)), { ...type, 'content-encoding': 'gzip' }),
      { maxResponseBytes: 1_000 },
      1_000,
    ],
    ['more than 10 MiB by default', answer(200, text(10 * 1024 * 1024 + 1), type), {}, 10 * 1024 * 1024],
    ['a bomb', answer(200, bomb, { ...type, 'content-encoding': 'gzip' }), {}, 10 * 1024 * 1024],
  ]

  test.each(rows)('%s', async (_, script, options, maxResponseBytes) => {
    const { server, error } = await tooLarge(script, options)
    expect(error).toMatchObject({ status: 200, maxResponseBytes })
    expect(error.message).toMatch(new RegExp(`^GET /pets/{petId} answered 200 .*\\b${maxResponseBytes} bytes`))
    expect(server.requests).toHaveLength(1)
  })

  test.each([400, 500])('not even of an error: %i', async (status) => {
    const { server, error } = await tooLarge(answer(status, text(1_001), type), {
      maxResponseBytes: 1_000,
      retry: false,
    })
    expect(error.status).toBe(status)
    expect(server.requests).toHaveLength(1)
  })

  test('and its connection is closed', async () => {
    const { server } = await tooLarge(endless, { maxResponseBytes: 1_000 })
    await until(() => server.open() === 0)
    expect(server.open()).toBe(0)
  })
})

describe('a body of just that length is read', () => {
  const body = `{"a":${text(994)}}`
  const rows: [string, Answer][] = [
    ['with a length', answer(200, body, type)],
    ['in chunks', [head(200, { ...type, 'transfer-encoding': 'chunked' }), `3e8\r\n${body}\r\n`, '0\r\n\r\n']],
    ['packed', answer(200, gzipSync(body), { ...type, 'content-encoding': 'gzip' })],
  ]

  test.each(rows)('%s', async (_, script) => {
    const server = await faultServer(script)
    const clock = fakeClock()
    const call = petsClient({ clock, baseUrl: server.url, maxResponseBytes: 1_000 }).getPet('7')
    await expect(clock.run(call)).resolves.toEqual({ a: 'a'.repeat(992) })
  })
})
