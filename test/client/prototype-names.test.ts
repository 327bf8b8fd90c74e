import { afterEach, describe, expect, test } from 'vitest'
import type { ApiError, CallOptions, ClientOptions } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

const clock = fakeClock()
/** Every member is the object's own, `__proto__` too. */
const hostile =
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1},"toString":1}'

const members = Object.getOwnPropertyNames(Object.prototype).sort()

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(members)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

describe('members that are called like those of every object', () => {
  test('are kept in an answer as its own', async () => {
    const { fetch } = stubFetch([() => new Response(hostile, { headers: { 'content-type': 'application/json' } })])
    const answer = await petsClient({ fetch, clock }).getPet('7')
    expect(JSON.stringify(answer)).toBe(hostile)
    expect(Object.getPrototypeOf(answer)).toBe(Object.prototype)
  })

  test('are kept in the body of an error', async () => {
    const body = `{"code":"__proto__","message":"no","details":[${hostile}],"pet":${hostile}}`
    const { fetch } = stubFetch([() => new Response(body, { status: 400 })])
    const error = (await failure(petsClient({ fetch, clock }).getPet('7'))) as ApiError
    expect(JSON.stringify(error.body)).toBe(body)
    expect(JSON.stringify(error.details)).toBe(`[${hostile}]`)
    expect(Object.getPrototypeOf(error.body)).toBe(Object.prototype)
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('are no code: %s', async (code) => {
    const { fetch } = stubFetch([reply(400, { code, message: 'no' })])
    expect(await failure(petsClient({ fetch, clock }).getPet('7'))).toMatchObject({
      code: expect.stringMatching(new RegExp(`^${code}$`, 'i')),
      status: 400,
    })
  })

  test('are sent in a body as they are', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    await petsClient({ fetch, clock }).replacePet('7', JSON.parse(hostile))
    expect(sent.map(({ text }) => text)).toEqual([hostile])
  })

  test('change nothing in the options of a client', async () => {
    const { fetch, sent } = stubFetch([reply(503, {}), reply(200, {})])
    const evil = { baseUrl: 'https://evil.example.com', token: 'evil-token', retry: false, headers: { 'x-evil': '1' } }
    const options = JSON.parse(`{"__proto__":${JSON.stringify(evil)},"constructor":${JSON.stringify(evil)}}`)
    Object.defineProperties(options, {
      fetch: { value: fetch, enumerable: true },
      clock: { value: clock, enumerable: true },
    })
    await clock.run(petsClient(options as ClientOptions).getPet('7'))
    expect(sent.map(({ url }) => url)).toEqual(Array(2).fill('https://pets.example.com/v1/pets/7'))
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
  })

  test('change nothing in the options of a call', async () => {
    const { fetch, sent } = stubFetch([reply(503, {}), reply(200, {})])
    const options = JSON.parse(
      '{"__proto__":{"retry":false,"headers":{"x-evil":"1"},"signal":7},"constructor":{"retry":false}}',
    )
    await clock.run(petsClient({ fetch, clock }).getPet('7', options as CallOptions))
    expect(sent.map(({ headers }) => headers['x-evil'])).toEqual([undefined, undefined])
  })

  test('are headers like any other', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const headers = JSON.parse('{"__proto__":"1","constructor":"2","prototype":"3","x-own":"4"}')
    await petsClient({ fetch, clock }).getPet('7', { headers })
    expect(sent[0]?.headers).toMatchObject({ constructor: '2', prototype: '3', 'x-own': '4' })
  })

  test('are identifiers like any other', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    for (const id of ['__proto__', 'constructor', 'prototype']) await petsClient({ fetch, clock }).getPet(id)
    expect(sent.map(({ url }) => new URL(url).pathname.split('/').at(-1))).toEqual([
      '__proto__',
      'constructor',
      'prototype',
    ])
  })

  test('are in the credentials of no scheme', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const credentials = JSON.parse('{"__proto__":{"bearer":"evil-token"},"constructor":"evil-token"}')
    await petsClient({ fetch, clock, credentials }).getPet('7')
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
  })
})
