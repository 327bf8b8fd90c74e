import { describe, expect, test } from 'vitest'
import { ApiError, ConnectionError, type RetryEvent, TimeoutError } from '../../src/client/index.ts'
import { fakeClock } from './fake-clock.ts'
import { calls, lost, petsClient, type Reply, reply, stubFetch, success } from './pets.ts'

type Operation = keyof typeof calls
const repeated: Operation[] = ['listPets', 'getPet', 'replacePet', 'deletePet']
const sentOnce: Operation[] = ['createPet', 'updatePet']

/** One call on a client of its own, whose pauses pass in no time. */
async function outcome(
  operation: Operation,
  replies: readonly Reply[],
  options: object = {},
  callOptions: object = {},
) {
  const clock = fakeClock()
  const { fetch, sent } = stubFetch(replies, clock)
  const events: RetryEvent[] = []
  const pets = petsClient({ clock, fetch, onRetry: (event) => events.push(event), ...options })
  const settled = await clock.run(Promise.allSettled([calls[operation](pets, callOptions)]), { upTo: 10_000 })
  return { settled: settled[0], sent, events, clock }
}

function errorOf({ settled }: Awaited<ReturnType<typeof outcome>>): unknown {
  return settled.status === 'rejected' ? settled.reason : undefined
}

describe('a call is repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('after a %i', async (status) => {
    const result = await outcome('getPet', [reply(status, {}), success('getPet')])
    expect(result.settled).toEqual({ status: 'fulfilled', value: { name: 'Rex' } })
    expect(result.sent).toHaveLength(2)
  })

  test.each([400, 401, 403, 404, 405, 409, 410, 412, 418, 422, 425, 501, 505, 507])(
    'not after a %i',
    async (status) => {
      const result = await outcome('getPet', [reply(status, {}), success('getPet')])
      expect(errorOf(result)).toMatchObject({ name: 'ApiError', status, attempts: 1 })
      expect(result.sent).toHaveLength(1)
    },
  )

  test('after a connection that failed', async () => {
    const result = await outcome('getPet', [lost, lost, success('getPet')])
    expect([result.settled.status, result.sent.length]).toEqual(['fulfilled', 3])
    expect(result.events.map(({ error }) => error instanceof ConnectionError)).toEqual([true, true])
  })

  test('after an attempt that took too long', async () => {
    const result = await outcome('getPet', [() => new Promise(() => {}), success('getPet')])
    expect([result.settled.status, result.sent.length]).toEqual(['fulfilled', 2])
    expect(result.events[0]?.error).toBeInstanceOf(TimeoutError)
  })

  test('not after an answer that is an unusual success', async () => {
    const result = await outcome('getPet', [reply(299, { name: 'Rex' })])
    expect(result.settled).toEqual({ status: 'fulfilled', value: { name: 'Rex' } })
  })

  test('not after an answer that is a success but none that is documented', async () => {
    const result = await outcome('getPet', [reply(200, '<html>')])
    expect(errorOf(result)).toMatchObject({ name: 'UnexpectedResponseError', attempts: 1 })
    expect(result.sent).toHaveLength(1)
  })
})

describe('only what may be sent twice is repeated', () => {
  const failures: [string, Reply][] = [
    ['a 503', reply(503, {})],
    ['a lost connection', lost],
  ]
  const rows = failures.flatMap(([name, failing]) => [
    ...repeated.map((operation) => [operation, name, undefined, 2, failing] as const),
    ...repeated.map((operation) => [operation, name, false, 1, failing] as const),
    ...sentOnce.map((operation) => [operation, name, undefined, 1, failing] as const),
    ...sentOnce.map((operation) => [operation, name, true, 2, failing] as const),
  ])

  test.each(rows)(
    '%s after %s with idempotent: %s is sent %i times',
    async (operation, _, idempotent, times, failing) => {
      const result = await outcome(operation, [failing, success(operation)], {}, { idempotent })
      expect(result.sent).toHaveLength(times)
      expect(result.settled.status).toBe(times === 2 ? 'fulfilled' : 'rejected')
    },
  )
})

describe('how often', () => {
  const rows: [string, object, object, number][] = [
    ['three times by default', {}, {}, 3],
    ['as often as the client says', { retry: { attempts: 5 } }, {}, 5],
    ['once where the client says false', { retry: false }, {}, 1],
    ['once where the client says one attempt', { retry: { attempts: 1 } }, {}, 1],
    ['as often as the call says before the client', { retry: { attempts: 5 } }, { retry: { attempts: 2 } }, 2],
    ['once where the call says false', { retry: { attempts: 5 } }, { retry: false }, 1],
    ['more often where the call says so and the client false', { retry: false }, { retry: { attempts: 4 } }, 4],
    ['as often as the client says where the call names another thing', { retry: { attempts: 4 } }, { retry: {} }, 4],
  ]

  test.each(rows)('%s', async (_, options, callOptions, times) => {
    const result = await outcome('getPet', [reply(503, {})], options, callOptions)
    expect(errorOf(result)).toBeInstanceOf(ApiError)
    expect(errorOf(result)).toMatchObject({ status: 503, attempts: times })
    expect(result.sent).toHaveLength(times)
  })

  test.each([
    [{}, ' (tried 3 times)'],
    [{ retry: { attempts: 2 } }, ' (tried 2 times)'],
    [{ retry: false }, ''],
  ])('the message says how often it was tried: %j', async (options, note) => {
    const answered = await outcome('getPet', [reply(503, { message: 'busy' })], options)
    expect(errorOf(answered)).toMatchObject({ message: `GET /pets/{petId} answered 503: busy${note}` })
    const result = await outcome('getPet', [lost], options)
    expect(errorOf(result)).toMatchObject({
      message: `GET /pets/{petId} got no whole answer: read ECONNRESET${note}`,
      attempts: result.sent.length,
    })
  })

  test('onRetry is told an error that knows the attempts', async () => {
    const { events } = await outcome('getPet', [reply(503, {}), lost, success('getPet')])
    expect(events.map(({ error }) => error.attempts)).toEqual([1, 2])
    expect(events[0]?.error.message).toBe('GET /pets/{petId} answered 503')
  })

  test('the error tells of the last attempt', async () => {
    const result = await outcome('getPet', [lost, reply(500, {}), reply(503, { message: 'last' })])
    expect(errorOf(result)).toMatchObject({ status: 503, attempts: 3, message: expect.stringContaining('last') })
  })
})

test('onRetry is told of each attempt that failed, and of the pause that follows', async () => {
  const { events, sent } = await outcome('getPet', [reply(503, {}), lost, success('getPet')])
  const url = 'https://pets.example.com/v1/pets/7'
  expect(events).toMatchObject([
    { operationId: 'getPet', method: 'GET', url, attempt: 1, error: { status: 503 } },
    { operationId: 'getPet', method: 'GET', url, attempt: 2, error: { name: 'ConnectionError' } },
  ])
  const pauses = sent.slice(1).map(({ atMs }, index) => atMs - (sent[index]?.atMs ?? 0))
  expect(events.map(({ delayMs }) => delayMs)).toEqual(pauses)
})
