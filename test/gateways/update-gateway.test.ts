import { describe, expect, test } from 'vitest'
import { InvalidRequestError } from '../../src/index.ts'
import { failure } from '../client/fake-clock.ts'
import { reply } from '../client/pets.ts'
import { apiKey, asked, found, gateway, id, stubbed, withKey } from './gateways.ts'

/** As the service stores a key: it returns all but the key. */
const stored = gateway('STATUS_READY', {
  coreWeaveAuth: undefined,
  weightsAndBiasesAuth: { serverUrl: 'https://api.wandb.ai', enableUsageReports: true },
})
const { apiKey: _, ...withoutKey } = withKey.weightsAndBiasesAuth

describe('updateGateway by id', () => {
  test.each([{ ...asked }, { ...asked, id }])('sends the full specification with the id: %j', async (body) => {
    const { gateways, requests, bodies } = stubbed([found('STATUS_UPDATING')])
    await expect(gateways.updateGateway(id, body)).resolves.toMatchObject({ gateway: { spec: { id } } })
    expect(requests()).toEqual([`PATCH /${id}`])
    expect(bodies()).toEqual([{ ...asked, id }])
  })

  test('refuses a body with another id', async () => {
    const { gateways, sent } = stubbed([found()])
    const error = await failure(gateways.updateGateway(id, { ...asked, id: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9' }))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(sent).toEqual([])
  })

  test('is repeated, because it replaces the whole', async () => {
    const { gateways, clock, bodies } = stubbed([reply(503, {}), found('STATUS_UPDATING')])
    await clock.run(gateways.updateGateway(id, asked))
    expect(bodies()).toEqual(Array(2).fill({ ...asked, id }))
  })
})

describe('updateGateway of a gateway as it was read', () => {
  test('lays the changes over it and sends the full specification, without the organization', async () => {
    const { gateways, requests, bodies } = stubbed([found('STATUS_UPDATING')])
    const read = gateway('STATUS_READY', { endpointConfiguration: { additionalDns: ['a.example.org'] } })
    await gateways.updateGateway(read, { zones: [] })
    expect(requests()).toEqual([`PATCH /${id}`])
    expect(bodies()).toEqual([{ ...asked, id, zones: [], endpointConfiguration: { additionalDns: ['a.example.org'] } }])
    expect(read.spec).toMatchObject({ organizationId: 'org-1', zones: ['US-EAST-04A'] })
  })

  test('keeps what is stored of what is undefined in the changes', async () => {
    const endpointConfiguration = { additionalDns: ['a.example.org'] }
    const { gateways, bodies } = stubbed([found('STATUS_UPDATING')])
    const changes = { endpointConfiguration: undefined, zones: undefined, weightsAndBiasesAuth: undefined }
    await gateways.updateGateway(gateway('STATUS_READY', { endpointConfiguration }), changes as object)
    expect(bodies()).toEqual([{ ...asked, id, endpointConfiguration }])
  })

  const switches: [string, object, object, string[]][] = [
    ['the authentication', {}, { weightsAndBiasesAuth: withKey.weightsAndBiasesAuth }, ['coreWeaveAuth']],
    ['the routing', {}, { headerBasedRouting: { headerName: 'X-Model' } }, ['pathBasedRouting']],
    ['the routing again', {}, { bodyBasedRouting: {} }, ['pathBasedRouting']],
    [
      'the routing from headers',
      { pathBasedRouting: undefined, headerBasedRouting: { headerName: 'X-Model' } },
      { pathBasedRouting: {} },
      ['headerBasedRouting'],
    ],
  ]
  test.each(switches)('drops the other one when %s is switched', async (_, spec, changes, dropped) => {
    const { gateways, bodies } = stubbed([found()])
    await gateways.updateGateway(gateway('STATUS_READY', spec), changes)
    expect(bodies()[0]).toMatchObject({ id, name: 'demo', ...changes })
    for (const name of dropped) expect(bodies()[0]).not.toHaveProperty(name)
  })

  test('needs no key when it leaves the authentication with one', async () => {
    const { gateways, bodies } = stubbed([found()])
    await gateways.updateGateway(stored, { coreWeaveAuth: {} })
    expect(bodies()).toEqual([{ ...asked, id }])
  })

  test('refuses a gateway without an id', async () => {
    const { gateways, sent } = stubbed([found()])
    const error = await failure(gateways.updateGateway({ spec: asked }, { zones: [] }))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(sent).toEqual([])
  })
})

describe('a stored key is not dropped silently', () => {
  type Gateways = ReturnType<typeof stubbed>['gateways']
  type Update = (gateways: Gateways, options?: { keepApiKey?: 'unknown' }) => Promise<unknown>
  const updates: [string, Update][] = [
    ['changes of another member', (gateways, options) => gateways.updateGateway(stored, { zones: [] }, options)],
    [
      'changes of the same member',
      (gateways, options) => gateways.updateGateway(stored, { weightsAndBiasesAuth: withoutKey }, options),
    ],
    [
      'a full specification',
      (gateways, options) => gateways.updateGateway(id, { ...withKey, weightsAndBiasesAuth: withoutKey }, options),
    ],
    [
      'a full specification with nothing about it',
      (gateways, options) => gateways.updateGateway(id, { ...withKey, weightsAndBiasesAuth: {} }, options),
    ],
  ]

  test.each(updates)('by %s: it is refused with what to do, and nothing is sent', async (_, update) => {
    const { gateways, sent } = stubbed([found()])
    const error = await failure(update(gateways))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(error).toMatchObject({ operationId: 'updateGateway', attempts: 0 })
    expect((error as Error).message).toMatch(/apiKey/)
    expect((error as Error).message).toMatch(/keepApiKey: 'unknown'/)
    expect(sent).toEqual([])
  })

  test.each(updates)('by %s: it is sent when the caller says that it is unknown', async (_, update) => {
    const { gateways, bodies } = stubbed([found()])
    await update(gateways, { keepApiKey: 'unknown' })
    expect(bodies()).toMatchObject([{ id, name: 'demo', weightsAndBiasesAuth: expect.any(Object) }])
    expect(bodies()[0]).not.toHaveProperty('keepApiKey')
    expect(bodies()[0].weightsAndBiasesAuth).not.toHaveProperty('apiKey')
  })

  test('and is sent again when the caller passes it', async () => {
    const { gateways, bodies } = stubbed([found()])
    await gateways.updateGateway(id, withKey)
    await gateways.updateGateway(stored, { weightsAndBiasesAuth: { ...withoutKey, apiKey } })
    expect(bodies().map((body) => body.weightsAndBiasesAuth.apiKey)).toEqual([apiKey, apiKey])
  })

  const noKeys: [string, object][] = [
    ['an empty one', { apiKey: '' }],
    ['null', { apiKey: null }],
    ['a number', { apiKey: 7 }],
    ['an object', { apiKey: { apiKey } }],
    ['an inherited one', Object.create({ apiKey })],
  ]
  test.each(noKeys)('by what is no key: %s', async (_, auth) => {
    const { gateways, sent } = stubbed([found()])
    const changes = { weightsAndBiasesAuth: auth } as object
    for (const call of [
      gateways.updateGateway(id, { ...withKey, ...changes }),
      gateways.updateGateway(stored, changes),
    ]) {
      const error = await failure(call)
      expect(error).toBeInstanceOf(InvalidRequestError)
      expect((error as Error).message).toContain("keepApiKey: 'unknown'")
    }
    expect(sent).toEqual([])
  })

  test.each([apiKey, '', 'of-somebody-else'])('by a service that returns it: "%s"', async (returned) => {
    const spec = { coreWeaveAuth: undefined, weightsAndBiasesAuth: { ...withoutKey, apiKey: returned } }
    const { gateways, bodies } = stubbed([found('STATUS_READY', spec)])
    const { gateway: read } = await gateways.createGateway({ ...withKey, id })
    expect(read?.spec?.weightsAndBiasesAuth).toEqual(withoutKey)
    const again = await gateways.withResponse.getGateway(id)
    expect(again.data.gateway?.spec?.weightsAndBiasesAuth).toEqual(withoutKey)
    expect(await gateways.waitUntilReady(id)).toEqual(read)
    expect(await failure(gateways.updateGateway(read, { zones: [] }))).toBeInstanceOf(InvalidRequestError)
    await gateways.updateGateway(read, { zones: [] }, { keepApiKey: 'unknown' })
    expect(bodies().at(-1)).toEqual({
      ...withKey,
      coreWeaveAuth: undefined,
      id,
      zones: [],
      weightsAndBiasesAuth: withoutKey,
    })
  })
})
