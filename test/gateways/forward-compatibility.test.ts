import { describe, expect, test } from 'vitest'
import { failure } from '../client/fake-clock.ts'
import { reply } from '../client/pets.ts'
import { gateway, id, stubbed } from './gateways.ts'

/** Answers of a service that is newer, or leaves out what is zero. */
const gateways: [string, unknown][] = [
  ['unknown members', { ...gateway(), unknown: { a: [1, null] }, spec: { ...gateway().spec, unknown: true } }],
  ['an unknown status', gateway('STATUS_PAUSED')],
  ['a status by number', gateway(2)],
  ['a number that nobody knows', gateway(4711)],
  ['no status', gateway(null)],
  [
    'a condition by number',
    gateway('STATUS_READY', {}, { conditions: [{ type: 'New', status: 1 }, { status: 'Maybe' }, {}] }),
  ],
  [
    'an unknown API type',
    gateway('STATUS_READY', { pathBasedRouting: undefined, bodyBasedRouting: { apiType: 'API_TYPE_NEW' } }),
  ],
  ['an API type by number', gateway('STATUS_READY', { pathBasedRouting: undefined, bodyBasedRouting: { apiType: 7 } })],
  ['another way to authenticate', gateway('STATUS_READY', { coreWeaveAuth: undefined, newAuth: { a: 1 } })],
  ['another routing', gateway('STATUS_READY', { pathBasedRouting: undefined, newRouting: {} })],
  ['no zones', gateway('STATUS_READY', { zones: undefined })],
  ['only what is not zero', { spec: { id }, status: {} }],
  ['nothing', {}],
]

describe('an answer resolves and is kept, checked or not', () => {
  for (const validate of ['off', 'requests', 'all'] as const) {
    test.each(gateways)(`with validate ${validate}: %s`, async (_, one) => {
      const kept = JSON.parse(JSON.stringify(one))
      const { gateways } = stubbed([reply(200, { gateway: one, unknown: 1 })], { validate })
      await expect(gateways.getGateway(id)).resolves.toEqual({ gateway: kept, unknown: 1 })
    })
  }

  test.each([{}, { items: [] }, { items: [{}], nextPageToken: 'a' }])('a list: %j', async (list) => {
    const { gateways } = stubbed([reply(200, list)], { validate: 'all' })
    await expect(gateways.listGateways()).resolves.toEqual(list)
  })

  test('an answer without a gateway', async () => {
    const { gateways } = stubbed([reply(200, {})], { validate: 'all' })
    await expect(gateways.getGateway(id)).resolves.toEqual({})
  })
})

describe('an answer that is against the document', () => {
  const wrong: [string, object, string][] = [
    ['a name that is a number', { gateway: { spec: { name: 7 } } }, '/gateway/spec/name'],
    ['conditions that are no list', { gateway: { status: { conditions: {} } } }, '/gateway/status/conditions'],
  ]
  test.each(wrong)('is told where validate is all: %s', async (_, body, pointer) => {
    const { gateways } = stubbed([reply(200, body)], { validate: 'all' })
    const error = await failure(gateways.getGateway(id))
    expect(error).toMatchObject({ name: 'ValidationError', direction: 'response', pointer, keyword: 'type' })
    expect((error as { body: unknown }).body).toEqual(body)
  })

  test.each(wrong)('resolves elsewhere: %s', async (_, body) => {
    await expect(stubbed([reply(200, body)]).gateways.getGateway(id)).resolves.toEqual(body)
  })
})
