import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import * as bare from '../../src/bare.ts'
import * as full from '../../src/index.ts'
import { failure, fakeClock } from '../client/fake-clock.ts'
import { reply, stubFetch } from '../client/pets.ts'
import { traces } from '../client/traces.ts'
import { apiKey, asked, base, found, id, stubbed, token, withKey } from './gateways.ts'

describe('the client of gateways', () => {
  test('has one method for each operation, with its answer too', () => {
    const { gateways } = stubbed([])
    for (const name of Object.keys(operations) as (keyof typeof operations)[]) {
      expect([name, typeof gateways[name], typeof gateways.withResponse[name]]).toEqual([name, 'function', 'function'])
    }
    expect([typeof gateways.waitUntilReady, typeof gateways.waitUntilDeleted]).toEqual(['function', 'function'])
  })

  test('calls the service that the document names, with the token', async () => {
    const { gateways, sent } = stubbed([found()])
    await gateways.listGateways({ query: { updatedAfter: '2026-05-06T09:30:00Z' } })
    await gateways.getGatewayParameters().catch(() => {})
    await gateways.getGateway(id)
    expect(sent.map(({ url }) => url)).toEqual([
      `${base}?updatedAfter=2026-05-06T09%3A30%3A00Z`,
      `${base}/parameters`,
      `${base}/${id}`,
    ])
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${token}`))
  })

  test.each(['parameters', '', '..', 'p%61rameters', '5f0c7f4e\n'])('takes no "%s" for an id', async (wrong) => {
    const { gateways, sent } = stubbed([found()], { validate: 'off' })
    for (const call of [
      gateways.getGateway,
      gateways.deleteGateway,
      (one: string) => gateways.updateGateway(one, asked),
    ]) {
      expect(await failure(call(wrong))).toMatchObject({ name: 'InvalidRequestError' })
    }
    expect(sent).toEqual([])
  })

  test('works without options and without a token', async () => {
    const { fetch, sent } = stubFetch([found()])
    await full.createGatewaysClient({ fetch }).getGateway(id)
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
    expect(() => full.createGatewaysClient()).not.toThrow()
  })

  test.each([undefined, ''])('is not made with a token that is given and is none: %j', (none) => {
    const make = () => full.createGatewaysClient({ token: none as string })
    expect(make).toThrow(full.ConfigurationError)
    expect(make).toThrow(/token/)
  })

  test('does not show its token or the key that it sent', async () => {
    const { gateways } = stubbed([found()])
    await gateways.createGateway(withKey)
    for (const text of [inspect(gateways, { showHidden: true, depth: 10 }), traces(gateways)]) {
      expect(text).not.toContain(token)
      expect(text).not.toContain(apiKey)
    }
    expect(Object.keys(gateways)).not.toContain('token')
  })
})

/** Says that it is one of these, in whatever order. */
function oneOf(...names: string[]): RegExp {
  return new RegExp(`exactly one of ${names.map((name) => `(?=.*\\b${name}\\b)`).join('')}`)
}

describe('a request is checked against the document before it is sent', () => {
  const both = { ...asked, weightsAndBiasesAuth: {} }
  const { coreWeaveAuth: _, ...neither } = asked
  const rows: [string, object, object, RegExp][] = [
    [
      'a name that is too long',
      { ...asked, name: 'x'.repeat(39) },
      { pointer: '/name', keyword: 'maxLength' },
      /\/name/,
    ],
    ['no zones', { ...asked, zones: undefined }, { keyword: 'required' }, /zones/],
    ['zones that are no list', { ...asked, zones: 'US-EAST-04A' }, { pointer: '/zones', keyword: 'type' }, /\/zones/],
    ['no authentication', neither, { pointer: '', keyword: 'oneOf' }, oneOf('coreWeaveAuth', 'weightsAndBiasesAuth')],
    ['both authentications', both, { pointer: '', keyword: 'oneOf' }, oneOf('coreWeaveAuth', 'weightsAndBiasesAuth')],
    [
      'two routings',
      { ...asked, bodyBasedRouting: {} },
      { pointer: '', keyword: 'oneOf' },
      oneOf('bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting'),
    ],
  ]

  test.each(rows)('%s', async (_, body, facts, message) => {
    const { gateways, sent } = stubbed([found()])
    const error = await failure(gateways.createGateway(body as never))
    expect(error).toBeInstanceOf(full.ValidationError)
    expect(error).toMatchObject({ direction: 'request', operationId: 'createGateway', ...facts })
    expect((error as Error).message).toMatch(message)
    expect(sent).toEqual([])
  })

  test('without a word of the key', async () => {
    const body = { ...withKey, weightsAndBiasesAuth: { apiKey: 'a'.repeat(10_000), serverUrl: 7 } }
    const error = await failure(stubbed([found()]).gateways.createGateway(body as never))
    expect(error).toBeInstanceOf(full.ValidationError)
    expect(traces(error)).not.toContain('aaaaaaaa')
  })

  test('unless that is switched off', async () => {
    const { gateways, bodies } = stubbed([found()], { validate: 'off' })
    await gateways.createGateway({ ...both, id } as never)
    expect(bodies()).toEqual([{ ...both, id }])
  })
})

describe('the bare client', () => {
  test('has the same names', () => {
    expect(Object.keys(bare).sort()).toEqual(Object.keys(full).sort())
  })

  test('does not validate, and says so when it is asked to', async () => {
    const { fetch, sent } = stubFetch([found()])
    const gateways = bare.createGatewaysClient({ fetch, clock: fakeClock() })
    await gateways.createGateway({ ...asked, name: 'x'.repeat(39) })
    expect(sent).toHaveLength(1)
    for (const validate of ['requests', 'all'] as const) {
      expect(() => bare.createGatewaysClient({ validate } as never)).toThrow(bare.ConfigurationError)
    }
    expect(() => bare.createGatewaysClient({ validate: 'off' } as object)).not.toThrow()
  })

  test('fails with the same errors', async () => {
    const { fetch } = stubFetch([reply(404, { code: 5, message: 'gone' })])
    const error = await failure(bare.createGatewaysClient({ fetch, clock: fakeClock() }).getGateway(id))
    expect(error).toBeInstanceOf(full.ApiError)
    expect(error).toMatchObject({ code: 'not_found' })
  })
})
