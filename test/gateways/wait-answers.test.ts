import { describe, expect, test } from 'vitest'
import { type Reply, reply } from '../client/pets.ts'
import { found, gateway, notFound } from './gateways.ts'
import { waiting } from './waits.ts'

const json = { 'content-type': 'application/json' }
const readied = { type: 'Ready', status: { toString: 1 } }

/** What engines read and cannot write. */
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
const deepConditions = (status: string) =>
  reply(200, `{"gateway":{"status":{"status":"${status}","conditions":${deep}}}}`, json)

/** Answers that say neither that a gateway serves nor that it is gone. */
const strange: [string, Reply][] = [
  ['conditions that hold null', found('STATUS_CREATING', {}, { conditions: [null] })],
  ['conditions that are no list', found('STATUS_CREATING', {}, { conditions: {} })],
  ['a number with conditions that hold null', found(3, {}, { conditions: [null, 7, 'Ready'] })],
  ['a number with conditions that are no list', found(3, {}, { conditions: {} })],
  ['a number with a condition whose status is no text', found(3, {}, { conditions: [readied] })],
  ['conditions that are nested deep', deepConditions('STATUS_CREATING')],
  ['a status that is no text', found({ toString: 1 } as never)],
  ['204', reply(204)],
  ['201 with null', reply(201, 'null', json)],
  ['200 with null', reply(200, 'null', json)],
  ['200 with a gateway that is null', reply(200, { gateway: null })],
  ['206 with a text', reply(206, '"x"', json)],
  ['a page', reply(200, '<html>busy</html>', { 'content-type': 'text/html' })],
  ['JSON that is cut off', reply(200, '{"gateway":{"spec"', json)],
  ['an empty body', reply(200, '', json)],
]

describe('an answer that says nothing about the gateway ends no wait', () => {
  test.each(strange)('until ready: %s', async (_, answer) => {
    const { result, polls } = waiting('waitUntilReady', [answer, answer, found('STATUS_READY')])
    await expect(result()).resolves.toEqual(gateway('STATUS_READY'))
    expect(polls()).toHaveLength(3)
  })

  test.each(strange)('until deleted: %s', async (_, answer) => {
    const { result, polls } = waiting('waitUntilDeleted', [answer, answer, notFound])
    await expect(result()).resolves.toBeUndefined()
    expect(polls()).toHaveLength(3)
  })

  test.each(strange)('but its time does: %s', async (_, answer) => {
    for (const wait of ['waitUntilReady', 'waitUntilDeleted'] as const) {
      const { error } = waiting(wait, [answer], { timeoutMs: 12_000 })
      expect(await error()).toMatchObject({ name: 'WaitError', reason: 'timeout' })
    }
  })
})

describe('a gateway that failed ends a wait, whatever its conditions are', () => {
  const silent = { toString: 1 }
  const conditions: unknown[] = [
    ...[[null], {}, [readied], [{ status: 1 }], 'none', 7, null],
    ...[[{ status: 'False', reason: silent }], [{ status: 'False', zone: [silent], message: Object.create(null) }]],
  ]
  test.each(conditions)('%j', async (given) => {
    const failed = found('STATUS_FAILED', {}, { conditions: given })
    for (const [wait, replies] of [
      ['waitUntilReady', [failed]],
      ['waitUntilDeleted', [found('STATUS_DELETING'), failed]],
    ] as const) {
      const { error } = waiting(wait, replies)
      expect(await error()).toMatchObject({
        ...{ name: 'WaitError', reason: 'failed', message: expect.stringContaining('STATUS_FAILED') },
        wait: { last: gateway('STATUS_FAILED', {}, { conditions: given }) },
      })
    }
  })
})

test('a gateway that failed ends a wait although its conditions are nested deep', async () => {
  const { error } = waiting('waitUntilReady', [deepConditions('STATUS_FAILED')])
  expect(await error()).toMatchObject({ name: 'WaitError', reason: 'failed' })
})

test('of the conditions of a gateway that failed, those are told that are text', async () => {
  const conditions = [{ status: 'False', zone: 'US-EAST-04A', reason: 7, message: 'no GPUs' }]
  const { error } = waiting('waitUntilReady', [found('STATUS_FAILED', {}, { conditions })])
  expect(await error()).toMatchObject({ message: expect.stringMatching(/ is STATUS_FAILED US-EAST-04A, no GPUs$/) })
})
