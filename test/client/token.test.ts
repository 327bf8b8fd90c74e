import { describe, expect, test } from 'vitest'
import { ClientError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

describe('a token function', () => {
  test.each([true, false])('is asked once for each attempt (asynchronous: %s)', async (isAsynchronous) => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}), reply(503, {}), reply(200, {})], clock)
    let count = 0
    const next = () => `token-${++count}`
    const pets = petsClient({ clock, fetch, token: isAsynchronous ? async () => next() : next })
    expect(count).toBe(0)
    await clock.run(pets.getPet('7'))
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-3',
    ])
  })

  const faulty: [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new SyntaxError('SECRET')
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('SECRET'))],
    ['rejects with no error', () => Promise.reject(undefined)],
    ['gives nothing', () => undefined],
    ['gives an empty text', async () => ''],
    ['gives a number', () => 7],
    ['gives an object', async () => ({ toString: () => 'SECRET' })],
  ]
  test.each(faulty)('that %s ends the call with an error of ours, and nothing is sent', async (_, token) => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(200, {})])
    const pets = petsClient({ clock, fetch, token: token as () => string })
    const error = await clock.run(failure(pets.getPet('7')))
    expect(error).toBeInstanceOf(ClientError)
    expect((error as ClientError).attempts).toBe(0)
    expect((error as ClientError).message).not.toContain('SECRET')
    expect([sent, clock.timers]).toEqual([[], []])
  })
})

test('without a token no Authorization is sent', async () => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  await petsClient({ fetch, clock: fakeClock() }).getPet('7')
  expect(sent[0]?.headers).not.toHaveProperty('authorization')
})

test('two clients keep their tokens apart', async () => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  const clients = ['token-a', 'token-b'].map((token) => petsClient({ fetch, token, clock: fakeClock() }))
  await Promise.all(clients.map((pets) => pets.getPet('7')))
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-a', 'Bearer token-b'])
})
