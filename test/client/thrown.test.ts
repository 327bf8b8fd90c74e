import { describe, expect, test } from 'vitest'
import { ConnectionError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient } from './pets.ts'
import { traces } from './traces.ts'

const unreadable = () => {
  throw new Error('of a getter')
}
const thrown: [string, unknown][] = [
  ['an object whose message cannot be read', Object.defineProperty({}, 'message', { get: unreadable })],
  ['an error whose message cannot be read', Object.defineProperty(new Error('a'), 'message', { get: unreadable })],
  ['an error whose cause cannot be read', Object.defineProperty(new Error('a'), 'cause', { get: unreadable })],
  ['an error whose code cannot be read', Object.defineProperty(new Error('a'), 'code', { get: unreadable })],
  ['an error whose name is no text', Object.assign(new Error('a'), { name: { toString: 1 } })],
  ['an error whose message is a symbol', Object.assign(new Error('a'), { message: Symbol('a') })],
  ['an object without a prototype', Object.create(null)],
  ['an object that is no text', { toString: 1 }],
  ['a symbol', Symbol('a')],
  ['undefined', undefined],
  ['null', null],
]

describe('whatever fetch throws is a ConnectionError that can be shown', () => {
  test.each(thrown)('%s', async (_, reason) => {
    const clock = fakeClock()
    const pets = petsClient({ clock, fetch: () => Promise.reject(reason) })
    const error = await clock.run(failure(pets.getPet('7')))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ attempts: 3, cause: expect.any(Error) })
    expect(traces(error)).toContain('got no whole answer')
  })
})

test('a network error that fetch answers with is a ConnectionError too, and tried again', async () => {
  const clock = fakeClock()
  const pets = petsClient({ clock, fetch: async () => Response.error() })
  const error = await clock.run(failure(pets.getPet('7')))
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ attempts: 3, message: expect.stringContaining('network error') })
})
