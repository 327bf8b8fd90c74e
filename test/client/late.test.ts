import { describe, expect, test } from 'vitest'
import { failsAtOnce, failure, fakeClock, turns } from './fake-clock.ts'
import { petsClient } from './pets.ts'
import { unhandledDuring } from './unhandled.ts'

const broken = () => {
  throw new Error('of a body')
}

/** What a fetch that was made by hand may come with when nobody waits any more. */
const answers: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['an answer without a body', new Response(null)],
  ['a body that cannot be cancelled', { body: {} }],
  ['a body whose cancel returns nothing', { body: { cancel: () => {} } }],
  ['a body whose cancel throws', { body: { cancel: broken } }],
  ['a body whose cancel rejects', { body: { cancel: async () => broken() } }],
  ['an answer whose body cannot be read', Object.defineProperty({}, 'body', { get: broken })],
]

describe('an answer that comes when nobody waits any more leaves no rejection that nobody handles', () => {
  test.each(answers)('after an abort: %s', async (_, answer) => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const controller = new AbortController()
    const unhandled = await unhandledDuring(async () => {
      const pets = petsClient({ clock: fakeClock(), fetch: () => promise as Promise<Response> })
      const call = pets.getPet('7', controller)
      await turns(5)
      controller.abort()
      expect(await failsAtOnce(call)).toMatchObject({ name: 'AbortedError' })
      resolve(answer)
    })
    expect(unhandled).toEqual([])
  })

  test.each(answers)('after a timeout: %s', async (_, answer) => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const clock = fakeClock()
    const unhandled = await unhandledDuring(async () => {
      const pets = petsClient({ clock, fetch: () => promise as Promise<Response>, timeoutMs: 100, retry: false })
      const failed = failure(pets.getPet('7'))
      await clock.advance(100)
      expect(await failed).toMatchObject({ name: 'TimeoutError' })
      resolve(answer)
    })
    expect(unhandled).toEqual([])
  })
})

test('a body that comes when nobody waits any more is cancelled', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  const controller = new AbortController()
  let cancelled = 0
  const call = petsClient({ clock: fakeClock(), fetch: () => promise }).getPet('7', controller)
  await turns(5)
  controller.abort()
  await failsAtOnce(call)
  resolve(new Response(new ReadableStream({ cancel: () => void cancelled++ })))
  await turns(5)
  expect(cancelled).toBe(1)
})

const stream = (reader: object) => ({
  status: 200,
  headers: new Headers({ 'content-length': '99' }),
  body: { getReader: () => reader },
})

test.each([
  ['cannot be cancelled', {}],
  ['is cancelled with nothing', { cancel: () => {} }],
  ['cannot be cancelled without throwing', { cancel: broken }],
])('what a body is refused for is told although it %s', async (_, reader) => {
  const unhandled = await unhandledDuring(async () => {
    const fetch = async () => stream(reader) as unknown as Response
    const error = await failure(
      petsClient({ clock: fakeClock(), fetch, maxResponseBytes: 9, retry: false }).getPet('7'),
    )
    expect(error).toMatchObject({ name: 'ResponseTooLargeError', attempts: 1 })
  })
  expect(unhandled).toEqual([])
})
