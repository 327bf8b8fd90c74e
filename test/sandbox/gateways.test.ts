import { describe, expect, test } from 'vitest'
import { idSource } from '../../src/sandbox/ids.ts'
import { gateways, id, otherId, secret, service, simple, withKey, without } from './service.ts'

const one = `${gateways}/${id}`
const body = simple

describe('a gateway', () => {
  test('is created, becomes ready, is changed, becomes ready again, is deleted and is gone', async () => {
    const { call, gateway, clock } = service()
    const progressing = { type: 'Progressing', status: 'True', zone: 'US-EAST-04A' }
    const created = await gateway('POST', gateways, { body })
    expect(created.status).toEqual({
      createdAt: '2026-05-06T09:30:00.000Z',
      updatedAt: '2026-05-06T09:30:00.000Z',
      status: 'STATUS_CREATING',
      conditions: [
        {
          ...progressing,
          reason: 'Creating',
          message: 'The gateway is being set up.',
          lastUpdateTime: '2026-05-06T09:30:00.000Z',
        },
      ],
    })
    clock.ms += 999
    expect(await gateway('GET', one)).toEqual(created)
    clock.ms += 1
    const ready = await gateway('GET', one)
    expect(ready.status).toEqual({
      createdAt: '2026-05-06T09:30:00.000Z',
      updatedAt: '2026-05-06T09:30:01.000Z',
      status: 'STATUS_READY',
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'Available',
          message: 'The gateway answers requests.',
          lastUpdateTime: '2026-05-06T09:30:01.000Z',
          zone: 'US-EAST-04A',
        },
      ],
      endpoints: ['https://support-chat-5f0c7f4e.gateways.example'],
    })
    const updated = await gateway('PATCH', one, { body })
    expect(updated.status).toMatchObject({
      createdAt: '2026-05-06T09:30:00.000Z',
      updatedAt: '2026-05-06T09:30:01.001Z',
      status: 'STATUS_UPDATING',
      conditions: [{ ...progressing, reason: 'Updating' }],
    })
    expect(updated.status.endpoints).toBeUndefined()
    clock.ms += 1_001
    expect((await gateway('GET', one)).state).toBe('STATUS_READY')
    const deleted = await gateway('DELETE', one)
    expect(deleted.status).toMatchObject({
      status: 'STATUS_DELETING',
      conditions: [{ ...progressing, reason: 'Deleting' }],
    })
    expect(await gateway('GET', one)).toEqual(deleted)
    expect((await call('GET')).body.items).toHaveLength(1)
    clock.ms += 1_001
    expect((await call('GET', one)).status).toBe(404)
    expect((await call('GET')).body).toEqual({ items: [] })
  })

  test('is updated later with every write, even in one millisecond', async () => {
    const { gateway, clock } = service()
    const moments = [(await gateway('POST', gateways, { body })).status.updatedAt]
    for (let write = 0; write < 3; write++) moments.push((await gateway('PATCH', one, { body })).status.updatedAt)
    clock.ms += 1_003
    moments.push((await gateway('GET', one)).status.updatedAt)
    moments.push((await gateway('DELETE', one)).status.updatedAt)
    expect(moments).toEqual([...new Set(moments)].sort())
  })

  test('is ready and gone at once when nothing takes time', async () => {
    const { call, gateway } = service({ readyAfterMs: 0 })
    expect((await gateway('POST', gateways, { body })).state).toBe('STATUS_READY')
    expect((await gateway('PATCH', one, { body })).state).toBe('STATUS_READY')
    expect((await gateway('DELETE', one)).state).toBe('STATUS_DELETING')
    expect((await call('DELETE', one)).status).toBe(404)
    expect((await gateway('POST', gateways, { body })).state).toBe('STATUS_READY')
  })

  test('has an https URL whatever its name, with a host that fits a certificate', async () => {
    for (const name of ['ü', '🙂 chat', 'n'.repeat(38), '--a--']) {
      const { gateway } = service({ readyAfterMs: 0 })
      const [url = ''] = (await gateway('POST', gateways, { body: { ...body, name } })).status.endpoints ?? []
      expect(url).toMatch(/^https:\/\/[a-z0-9][a-z0-9-]*\.gateways\.example$/)
      expect(new URL(url).host.length).toBeLessThanOrEqual(64)
    }
  })
})

describe('create', () => {
  test('keeps an id in lower case, and finds it in any', async () => {
    const { gateway } = service()
    const created = await gateway('POST', gateways, { body: { ...body, id: id.toUpperCase() } })
    expect(created.spec.id).toBe(id)
    expect(await gateway('GET', `${gateways}/${id.toUpperCase()}`)).toEqual(created)
    expect(await gateway('GET', `${gateways}/urn:uuid:${id}`)).toEqual(created)
    expect((await gateway('PATCH', one, { body: { ...body, id: id.toUpperCase() } })).spec.id).toBe(id)
  })

  test('chooses an id when it gets none, and the same ones for the same seed', async () => {
    const ids = async (seed?: number) => {
      const { gateway } = service({ newId: idSource(seed) })
      const create = async () => (await gateway('POST', gateways, { body: without(body, 'id') })).spec.id
      return [await create(), await create()]
    }
    const chosen = await ids(7)
    expect(new Set([...chosen, ...(await ids(8)), ...(await ids()), ...(await ids())]).size).toBe(8)
    expect(await ids(7)).toEqual(chosen)
    for (const id of chosen) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('takes the next id of its seed when one is taken', async () => {
    const { gateway, store } = service({ newId: idSource(7) })
    const first = await gateway('POST', gateways, { body: without(body, 'id') })
    const again = service({ newId: idSource(7), store })
    expect((await again.gateway('POST', gateways, { body: without(body, 'id') })).spec.id).not.toBe(first.spec.id)
    expect(store.list()).toHaveLength(2)
  })

  test('refuses an id that exists, also while that gateway is being deleted, and changes nothing', async () => {
    const { call, gateway, clock } = service()
    await gateway('POST', gateways, { body })
    const again = () => call('POST', gateways, { body: { ...body, name: 'another', id: id.toUpperCase() } })
    const taken = {
      status: 409,
      body: { code: 6, details: [{ '@type': 'type.googleapis.com/google.rpc.ResourceInfo', resourceName: id }] },
    }
    expect(await again()).toMatchObject(taken)
    await gateway('DELETE', one)
    expect(await again()).toMatchObject(taken)
    expect((await gateway('GET', one)).spec.name).toBe('support-chat')
    clock.ms += 1_001
    expect(await again()).toMatchObject({ status: 200, body: { gateway: { spec: { name: 'another' } } } })
  })

  test('stores a zone as it is on offer, and none as none', async () => {
    const { call, gateway } = service()
    expect((await call('GET', `${gateways}/parameters`)).body).toEqual({ zones: ['US-EAST-04A'] })
    expect((await gateway('POST', gateways, { body: { ...body, zones: ['us-East-04a'] } })).spec.zones).toEqual([
      'US-EAST-04A',
    ])
    const everywhere = await gateway('POST', gateways, { body: { ...body, id: otherId, zones: [] } })
    expect(everywhere.spec.zones).toEqual([])
    expect(everywhere.status.conditions).toMatchObject([{ zone: 'US-EAST-04A' }])
  })
})

describe('update', () => {
  test('replaces the specification, but adds DNS names to those that are stored', async () => {
    const { gateway } = service()
    const first = { additionalDns: ['b.example', 'a.example'], allowedSourceIpRanges: ['203.0.113.0/24'] }
    await gateway('POST', gateways, { body: { ...body, endpointConfiguration: first } })
    const asked = { ...withKey, zones: [], endpointConfiguration: { additionalDns: ['c.example', 'b.example'] } }
    const { spec } = await gateway('PATCH', one, { body: asked })
    expect(spec).toEqual({
      id,
      organizationId: 'org-sandbox',
      name: 'support-chat',
      zones: [],
      weightsAndBiasesAuth: { serverUrl: 'https://api.wandb.ai' },
      pathBasedRouting: {},
      endpointConfiguration: { additionalDns: ['b.example', 'a.example', 'c.example'] },
    })
    const kept = await gateway('PATCH', one, { body })
    expect(kept.spec.endpointConfiguration).toEqual(spec.endpointConfiguration)
  })

  test('stores the key of the body, and drops it when there is none', async () => {
    const { gateway, store } = service()
    await gateway('POST', gateways, { body: withKey })
    expect(store.find(id)?.apiKey).toBe(secret)
    const other = { ...withKey, weightsAndBiasesAuth: { ...withKey.weightsAndBiasesAuth, apiKey: `${secret} 2` } }
    await gateway('PATCH', one, { body: other })
    expect(store.find(id)?.apiKey).toBe(`${secret} 2`)
    await gateway('PATCH', one, { body: { ...withKey, weightsAndBiasesAuth: {} } })
    expect(store.find(id)?.apiKey).toBeUndefined()
  })

  test('refuses another name', async () => {
    const { call, gateway } = service()
    const created = await gateway('POST', gateways, { body })
    expect(await call('PATCH', one, { body: { ...body, name: 'another' } })).toMatchObject({
      status: 400,
      body: { code: 9, details: [{ '@type': 'type.googleapis.com/google.rpc.PreconditionFailure' }] },
    })
    expect(await gateway('GET', one)).toEqual(created)
  })

  test('of a gateway that is being deleted is 409, of one that is gone 404', async () => {
    const { call, gateway, clock } = service()
    expect(await call('PATCH', one, { body })).toMatchObject({ status: 404, body: { code: 5 } })
    await gateway('POST', gateways, { body })
    await gateway('DELETE', one)
    expect(await call('PATCH', one, { body })).toMatchObject({ status: 409, body: { code: 10 } })
    clock.ms += 1_001
    expect(await call('PATCH', one, { body })).toMatchObject({ status: 404, body: { code: 5 } })
  })
})

test('delete answers again while it goes on, and with 404 when the gateway is gone', async () => {
  const { call, gateway, clock } = service()
  await gateway('POST', gateways, { body })
  const first = await gateway('DELETE', one)
  clock.ms += 500
  expect(await gateway('DELETE', one)).toEqual(first)
  clock.ms += 501
  expect(await call('DELETE', one)).toMatchObject({ status: 404, body: { code: 5 } })
})

describe('list', () => {
  test('names every gateway, or those updated strictly after a moment of any offset', async () => {
    const { call, gateway, clock } = service({ readyAfterMs: 60_000 })
    await gateway('POST', gateways, { body })
    clock.ms += 1_000
    await gateway('POST', gateways, { body: { ...body, id: otherId } })
    const listed = async (query = '') => {
      const { body: answer } = await call('GET', gateways + query)
      return JSON.stringify(answer).match(/(?<="id":")[^"]+/g) ?? []
    }
    expect(await listed()).toEqual([id, otherId])
    expect(await listed('?unknown=1')).toEqual([id, otherId])
    expect(await listed('?updatedAfter=2026-05-06T09:29:59.999Z')).toEqual([id, otherId])
    expect(await listed('?updatedAfter=2026-05-06T09:30:00Z')).toEqual([otherId])
    expect(await listed('?updatedAfter=2026-05-06T15:00:00%2B05:30')).toEqual([otherId])
    expect(await listed('?updatedAfter=2026-05-06T15:00:00+05:30')).toEqual([otherId])
    expect(await listed('?updatedAfter=2026-05-06t04:30:00.5-05:00')).toEqual([otherId])
    expect(await listed('?updatedAfter=2026-05-06T09:30:01z')).toEqual([])
    expect(await listed('?updatedAfter=2016-12-31T23:59:60Z')).toEqual([id, otherId])
    clock.ms += 59_000
    expect(await listed('?updatedAfter=2026-05-06T09:30:01Z')).toEqual([id])
  })
})
