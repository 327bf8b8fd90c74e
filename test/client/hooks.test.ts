import { describe, expect, test } from 'vitest'
import type { ClientOptions, Logger } from '../../src/client/index.ts'
import { fakeClock, turns } from './fake-clock.ts'
import { lost, petsClient, type Reply, reply, stubFetch } from './pets.ts'
import { unhandledDuring } from './unhandled.ts'

function fail(reason: unknown = new Error('of a hook')): never {
  throw reason
}

type Told = [string, Record<string, unknown>]

async function told(replies: readonly Reply[], options: ClientOptions = {}) {
  const events: Told[] = []
  const clock = fakeClock()
  const hooks = Object.fromEntries(
    ['onRequest', 'onResponse', 'onRetry'].map((name) => [name, (event: object) => events.push([name, { ...event }])]),
  )
  const { fetch } = stubFetch(replies, clock)
  const call = petsClient({ clock, fetch, ...hooks, ...options }).getPet('7')
  const [settled] = await clock.run(Promise.allSettled([call]))
  return { events, settled, clock }
}

const facts = { operationId: 'getPet', method: 'GET', url: 'https://pets.example.com/v1/pets/7' }

describe('hooks', () => {
  test('are told of every attempt, answer and repetition, in order', async () => {
    const { events } = await told([reply(503, {}, { 'x-request-id': 'r-1' }), lost, reply(200, {})])
    expect(events.map(([name, { attempt }]) => [name, attempt])).toEqual([
      ...[
        ['onRequest', 1],
        ['onResponse', 1],
        ['onRetry', 1],
      ],
      ...[
        ['onRequest', 2],
        ['onRetry', 2],
      ],
      ...[
        ['onRequest', 3],
        ['onResponse', 3],
      ],
    ])
    for (const [, event] of events) expect(event).toMatchObject(facts)
    const answers = events.filter(([name]) => name === 'onResponse').map(([, event]) => event)
    expect(answers).toMatchObject([
      { status: 503, requestId: 'r-1', durationMs: expect.any(Number) },
      { status: 200, durationMs: expect.any(Number) },
    ])
    expect(answers[1]?.requestId).toBeUndefined()
  })

  test('are told how long an answer took', async () => {
    const clock = fakeClock()
    const events: number[] = []
    const fetch = async () => {
      await clock.advance(1_234)
      return new Response('{}', { headers: { 'content-type': 'application/json' } })
    }
    await petsClient({ clock, fetch, onResponse: ({ durationMs }) => events.push(durationMs) }).getPet('7')
    expect(events).toEqual([1_234])
  })

  test.each([400, 404])('are told of an answer that is an error: %i', async (status) => {
    const { events } = await told([reply(status, {})])
    expect(events.map(([name, event]) => [name, event.status])).toEqual([
      ['onRequest', undefined],
      ['onResponse', status],
    ])
  })

  const hostile: [string, () => unknown][] = [
    ['throws', fail],
    ['throws what is no error', () => fail('of a hook')],
    ['rejects', async () => fail()],
    ['never ends', () => new Promise(() => {})],
    ['gives what claims to be a promise', () => Object.defineProperty({}, 'then', { get: () => fail() })],
  ]
  for (const name of ['onRequest', 'onResponse', 'onRetry'] as const) {
    test.each(hostile)(`that %s does not disturb the call: ${name}`, async (_, hook) => {
      const { settled, clock } = await told([reply(503, {}), reply(200, { name: 'Rex' })], { [name]: hook })
      expect(settled).toEqual({ status: 'fulfilled', value: { name: 'Rex' } })
      await turns(5)
      expect(clock.timers).toEqual([])
    })
  }

  test.each([
    ['an error that was thrown', () => fail(new RangeError('of a hook')), 'RangeError'],
    ['an error that a promise brought', async () => fail(new RangeError('of a hook')), 'RangeError'],
    ['what is no error', () => fail('of a hook'), 'string'],
  ])('tell the logger of %s, without what it says', async (_, onRequest, name) => {
    const lines: unknown[] = []
    const error = (message: string, given: object) => void lines.push([message, given])
    await told([reply(200, {})], { onRequest, logger: { error } })
    await turns(5)
    expect(lines).toEqual([[expect.stringContaining('hook'), { name }]])
  })

  const unreadable: [string, unknown][] = [
    ['whose name cannot be read', Object.defineProperty(new Error('a'), 'name', { get: () => fail() })],
    ['that cannot be looked at', new Proxy({}, { getPrototypeOf: () => fail(), get: () => fail() })],
  ]
  test.each(unreadable)('tell the logger of an error %s', async (_, reason) => {
    const lines: unknown[] = []
    const error = (message: string) => void lines.push(message)
    const options = { onRequest: () => fail(reason), onResponse: async () => fail(reason), logger: { error } }
    const run = async () => {
      const { settled } = await told([reply(200, { name: 'Rex' })], options)
      expect(settled).toEqual({ status: 'fulfilled', value: { name: 'Rex' } })
    }
    expect(await unhandledDuring(run)).toEqual([])
    expect(lines).toEqual(['A hook failed', 'A hook failed'])
  })
})

describe('the logger', () => {
  test('gets one sentence and its facts', async () => {
    const lines: [string, unknown][] = []
    const log = (message: string, given: object) => void lines.push([message, given])
    await told([reply(503, {}), reply(200, {})], { logger: { debug: log, warn: log, error: log } })
    expect(lines.length).toBeGreaterThan(0)
    for (const [message, given] of lines) {
      expect(message).toMatch(/^[^\n]{1,200}$/)
      expect(given).toEqual(expect.any(Object))
    }
  })

  test('is told of answers as debug and of repetitions as warn', async () => {
    const lines: unknown[] = []
    const tell = (level: string) => (message: string, given: object) => void lines.push([level, message, given])
    const logger = { debug: tell('debug'), warn: tell('warn'), error: tell('error') }
    await told([reply(503, { message: 'busy' }), reply(200, {})], { logger })
    expect(lines).toEqual([
      ['debug', 'GET /pets/{petId} answered 503', expect.objectContaining({ ...facts, attempt: 1, status: 503 })],
      ['warn', expect.stringContaining('busy'), { ...facts, attempt: 1, delayMs: expect.any(Number) }],
      ['debug', 'GET /pets/{petId} answered 200', expect.objectContaining({ ...facts, attempt: 2, status: 200 })],
    ])
  })

  test('is told of no failure where there are no hooks', async () => {
    const failures: unknown[] = []
    const { fetch } = stubFetch([reply(503, {}), reply(200, {})])
    const clock = fakeClock()
    await clock.run(
      petsClient({ clock, fetch, logger: { error: (...given) => void failures.push(given) } }).getPet('7'),
    )
    expect(failures).toEqual([])
  })

  const broken = () => {
    throw new Error('of a logger')
  }
  const loggers: [string, Logger][] = [
    ['throws', { debug: broken, warn: broken, error: broken }],
    ['rejects', { debug: async () => broken(), warn: async () => broken(), error: async () => broken() }],
    ['has no levels', {}],
    ['has only one', { error: () => {} }],
  ]
  test.each(loggers)('that %s does not disturb the call', async (_, logger) => {
    const { settled } = await told([reply(503, {}), reply(200, { name: 'Rex' })], { logger, onRequest: broken })
    expect(settled).toEqual({ status: 'fulfilled', value: { name: 'Rex' } })
    await turns(5)
  })

  test('whose promise rejects leaves no rejection that nobody handles', async () => {
    const logger = { debug: async () => broken(), warn: async () => broken(), error: async () => broken() }
    const run = () => told([reply(503, {}), reply(200, {})], { logger, onRequest: async () => broken() })
    expect(await unhandledDuring(run)).toEqual([])
  })

  test('is called as a method of its own', async () => {
    const logger = {
      lines: 0,
      debug() {
        this.lines++
      },
      warn() {
        this.lines++
      },
    }
    await told([reply(503, {}), reply(200, {})], { logger })
    expect(logger.lines).toBeGreaterThan(0)
  })
})
