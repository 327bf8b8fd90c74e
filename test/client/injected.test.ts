import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

/** A function that notes what it is called on, as the global fetch of browsers looks at it. */
function noting<Args extends unknown[], Result>(run: (...args: Args) => Result) {
  const receivers: unknown[] = []
  return {
    receivers,
    call(this: unknown, ...args: Args): Result {
      receivers.push(this)
      return run(...args)
    },
  }
}

describe('a function that the caller gives is called as a function, not as a method of what holds the token', () => {
  test('fetch', async () => {
    const { receivers, call: fetch } = noting(stubFetch([reply(503, {}), reply(200, {})]).fetch)
    const clock = fakeClock()
    const pets = petsClient({ clock, fetch, token: 'token-of-a-test' })
    await clock.run(pets.getPet('7'))
    await clock.run(pets.http.GET('/pets/{petId}', { params: { path: { petId: '7' } } }))
    expect(receivers).toEqual([undefined, undefined, undefined])
  })

  test('the functions that give a token or another credential', async () => {
    const { fetch } = stubFetch([reply(200, {})])
    const token = noting(() => 'token-of-a-test')
    await petsClient({ clock: fakeClock(), fetch, token: token.call }).getPet('7')
    const credential = noting(async () => 'token-of-a-test')
    await petsClient({ clock: fakeClock(), fetch, credentials: { bearer: credential.call } }).getPet('7')
    expect([token.receivers, credential.receivers]).toEqual([[undefined], [undefined]])
  })

  test.each(['onRequest', 'onResponse', 'onRetry'] as const)('%s', async (name) => {
    const hook = noting(() => {})
    const clock = fakeClock()
    const { fetch } = stubFetch([reply(503, {}), reply(400, {})])
    await clock.run(failure(petsClient({ clock, fetch, [name]: hook.call }).getPet('7')))
    expect(new Set(hook.receivers)).toEqual(new Set([undefined]))
  })
})
