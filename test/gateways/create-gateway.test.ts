import { describe, expect, test } from 'vitest'
import { ApiError } from '../../src/index.ts'
import { failure } from '../client/fake-clock.ts'
import { lost, type Reply, reply } from '../client/pets.ts'
import { traces } from '../client/traces.ts'
import { apiKey, asked, exists, found, gateway, id, notFound, stubbed, withKey } from './gateways.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('createGateway', () => {
  test('adds a random UUID of version 4, another one for each call', async () => {
    const { gateways, bodies } = stubbed([found()])
    for (let count = 0; count < 50; count++) await gateways.createGateway(asked)
    const ids = bodies().map((body) => body.id)
    for (const one of ids) expect(one).toMatch(uuid)
    expect(new Set(ids).size).toBe(50)
    expect(bodies()[0]).toEqual({ ...asked, id: ids[0] })
  })

  test('does not change what it was given', async () => {
    const body = Object.freeze({ ...asked })
    await stubbed([found()]).gateways.createGateway(body)
    expect(body).toEqual(asked)
  })

  test('keeps the id over its retries', async () => {
    const { gateways, clock, bodies } = stubbed([reply(503, {}), reply(429, {}), found()])
    await clock.run(gateways.createGateway(asked))
    expect(bodies()).toHaveLength(3)
    expect(new Set(bodies().map((body) => body.id)).size).toBe(1)
  })

  test('keeps the id that it was given', async () => {
    const { gateways, clock, bodies } = stubbed([reply(503, {}), found()])
    await clock.run(gateways.createGateway({ ...asked, id }))
    expect(bodies()).toEqual(Array(2).fill({ ...asked, id }))
  })

  test('keeps the id through withResponse too', async () => {
    const { gateways, clock, bodies } = stubbed([reply(503, {}), found()])
    await expect(clock.run(gateways.withResponse.createGateway(asked))).resolves.toMatchObject({ status: 200 })
    expect(bodies()[0].id).toMatch(uuid)
    expect(bodies()[1]).toEqual(bodies()[0])
  })
})

/** Replies to the first attempt that leave open whether it took effect. */
const unknown: [string, Reply][] = [
  ['a lost connection', lost],
  ['a timeout', () => new Promise(() => {})],
  ['a 503', reply(503, {})],
  ['a 500', reply(500, {})],
  ['a 504', reply(504, {})],
  ['a 408', reply(408, {})],
]

describe('when an answer was lost and the repeat says that the gateway exists', () => {
  test.each(unknown)('the gateway that was asked for is returned as created: %s', async (_, first) => {
    const { gateways, clock, requests } = stubbed([first, exists, found('STATUS_CREATING')])
    const created = await clock.run(gateways.createGateway({ ...asked, id }), { upTo: 10_000 })
    expect(created).toEqual({ gateway: gateway('STATUS_CREATING') })
    expect(requests()).toEqual(['POST ', 'POST ', `GET /${id}`])
  })

  test('withResponse returns it too', async () => {
    const { gateways, clock } = stubbed([lost, exists, found('STATUS_CREATING')])
    const result = await clock.run(gateways.withResponse.createGateway({ ...asked, id }))
    expect(result).toMatchObject({ data: { gateway: gateway('STATUS_CREATING') }, status: 200 })
  })

  /** What was asked for, what is stored, and whether that is the same. */
  const contents: [string, object, object, boolean][] = [
    ['the same', {}, {}, true],
    ['in another order', {}, { zones: ['US-EAST-04A'], name: 'demo' }, true],
    ['with what the service adds', {}, { organizationId: 'o', unknown: 1, weightsAndBiasesAuth: undefined }, true],
    ['with what the service adds within', {}, { coreWeaveAuth: { unknown: 1 } }, true],
    [
      'with empty lists for what was left out',
      {},
      { endpointConfiguration: { additionalDns: [], allowedSourceIpRanges: [] } },
      true,
    ],
    ['without empty lists that were sent', { endpointConfiguration: { additionalDns: [] } }, {}, true],
    ['with an id in capitals', {}, { id: id.toUpperCase() }, true],
    ['with a zone in another case', { zones: ['us-east-04a'] }, {}, true],
    ['with null for what is not chosen', {}, { weightsAndBiasesAuth: null, headerBasedRouting: null }, true],
    ['another name', {}, { name: 'other' }, false],
    ['another zone', {}, { zones: ['US-WEST-01A'] }, false],
    ['another routing', {}, { pathBasedRouting: undefined, headerBasedRouting: { headerName: 'X-Model' } }, false],
    ['another authentication', {}, { coreWeaveAuth: undefined, weightsAndBiasesAuth: {} }, false],
    [
      'another DNS name',
      { endpointConfiguration: { additionalDns: ['a.example.org'] } },
      { endpointConfiguration: { additionalDns: ['b.example.org'] } },
      false,
    ],
    ['another member that only the service knows', { newMember: 1 }, { newMember: 2 }, false],
    ['another member within', { coreWeaveAuth: { newMember: 'a' } }, { coreWeaveAuth: { newMember: 'b' } }, false],
    ['no DNS name', { endpointConfiguration: { additionalDns: ['a.example.org'] } }, {}, false],
    [
      'one more address range',
      { endpointConfiguration: { allowedSourceIpRanges: ['203.0.113.0/24'] } },
      { endpointConfiguration: { allowedSourceIpRanges: ['203.0.113.0/24', '0.0.0.0/0'] } },
      false,
    ],
  ]

  test.each(contents)('content decides: %s', async (_, more, stored, isSame) => {
    const { gateways, clock, requests } = stubbed([lost, exists, found('STATUS_CREATING', stored)])
    const [settled] = await clock.run(Promise.allSettled([gateways.createGateway({ ...asked, ...more, id })]))
    expect(requests()).toEqual(['POST ', 'POST ', `GET /${id}`])
    if (isSame)
      expect(settled).toMatchObject({
        status: 'fulfilled',
        value: { gateway: { status: { status: 'STATUS_CREATING' } } },
      })
    else
      expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'ApiError', status: 409, resourceId: id } })
  })

  test('a key is not compared, because no read returns it', async () => {
    const { apiKey: _, ...stored } = withKey.weightsAndBiasesAuth
    const spec = { coreWeaveAuth: undefined, weightsAndBiasesAuth: stored }
    const { gateways, clock } = stubbed([lost, exists, found('STATUS_CREATING', spec)])
    await expect(clock.run(gateways.createGateway({ ...withKey, id }))).resolves.toMatchObject({
      gateway: { spec: { id } },
    })
  })

  test('the conflict is the error where the gateway is absent', async () => {
    const { gateways, clock, requests } = stubbed([lost, exists, notFound])
    const error = await clock.run(failure(gateways.createGateway({ ...asked, id })))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 409, code: 'already_exists', resourceId: id })
    expect(requests()).toEqual(['POST ', 'POST ', ...Array(3).fill(`GET /${id}`)])
  })

  test('a read that lags behind is repeated for a while', async () => {
    const { gateways, clock, requests } = stubbed([lost, exists, notFound, found('STATUS_CREATING')])
    const created = await clock.run(gateways.createGateway({ ...asked, id }))
    expect(created).toEqual({ gateway: gateway('STATUS_CREATING') })
    expect(requests()).toEqual(['POST ', 'POST ', `GET /${id}`, `GET /${id}`])
  })

  test.each([403, 503])('an error names the gateway that cannot be read: %i', async (status) => {
    const { gateways, clock } = stubbed([lost, exists, reply(status, {})])
    const error = await clock.run(failure(gateways.createGateway({ ...asked, id })))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ resourceId: id })
  })
})

test('a conflict of the first attempt is the caller’s: nothing is read', async () => {
  const { gateways, requests } = stubbed([exists, found()])
  const error = await failure(gateways.createGateway({ ...asked, id }))
  expect(error).toMatchObject({ name: 'ApiError', status: 409, resourceId: id, attempts: 1 })
  expect(requests()).toEqual(['POST '])
})

test('a conflict after an attempt that the service refused for its rate is read and compared as well or is the error', async () => {
  const { gateways, clock } = stubbed([reply(429, {}), exists, found('STATUS_READY', { name: 'other' })])
  const error = await clock.run(failure(gateways.createGateway({ ...asked, id })))
  expect(error).toMatchObject({ status: 409, resourceId: id })
})

const bodiless: [string, Reply][] = [
  ['204', reply(204)],
  ['201 with null', reply(201, null)],
  ['206 with a text', reply(206, '"x"', { 'content-type': 'application/json' })],
]
test.each(bodiless)('a success without a gateway is none: %s', async (_, answer) => {
  const error = await failure(stubbed([answer]).gateways.createGateway({ ...asked, id }))
  expect(error).toMatchObject({ name: 'UnexpectedResponseError', resourceId: id })
})

describe('an error of createGateway names the id that was sent', () => {
  const rows: [string, Reply, object][] = [
    ['an error status', reply(400, {}), {}],
    ['an outage', reply(503, {}), {}],
    ['a lost connection', lost, {}],
    ['a timeout', () => new Promise(() => {}), {}],
    ['an answer that is none', reply(200, '<html>'), {}],
    ['a redirect', reply(302, {}), {}],
  ]

  test.each(rows)('after %s', async (_, answer) => {
    const { gateways, clock, bodies } = stubbed([answer])
    const error = await clock.run(failure(gateways.createGateway(asked)), { upTo: 10_000 })
    expect(error).toMatchObject({ resourceId: bodies()[0].id })
    expect(bodies()[0].id).toMatch(uuid)
  })

  test('and not the key', async () => {
    const { gateways, clock } = stubbed([reply(400, { message: `bad key ${apiKey}` })])
    const error = await clock.run(failure(gateways.createGateway(withKey)))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining('[redacted]') })
    expect(traces(error)).not.toContain(apiKey)
  })
})
