import { describe, expect, test } from 'vitest'
import { failure } from '../client/fake-clock.ts'
import { lost, type Reply, reply } from '../client/pets.ts'
import { found, gateway, id, notFound, stubbed } from './gateways.ts'

describe('deleteGateway', () => {
  test('resolves to the last state', async () => {
    const { gateways, requests } = stubbed([found('STATUS_DELETING')])
    await expect(gateways.deleteGateway(id)).resolves.toEqual({ gateway: gateway('STATUS_DELETING') })
    expect(requests()).toEqual([`DELETE /${id}`])
  })

  const open: [string, Reply][] = [
    ['was lost', lost],
    ['did not come', () => new Promise(() => {})],
    ['was a 503', reply(503, {})],
  ]
  test.each(open)('resolves when its first answer %s and its repeat finds nothing', async (_, first) => {
    const { gateways, clock, requests } = stubbed([first, notFound])
    await expect(clock.run(gateways.deleteGateway(id), { upTo: 10_000 })).resolves.toEqual({})
    expect(requests()).toEqual(Array(2).fill(`DELETE /${id}`))
  })

  test('fails when its first answer says that there is none', async () => {
    const { gateways } = stubbed([notFound])
    expect(await failure(gateways.deleteGateway(id))).toMatchObject({ name: 'ApiError', status: 404, attempts: 1 })
  })

  test.each([403, 409])('fails as the repeat was answered: %i', async (status) => {
    const { gateways, clock } = stubbed([lost, reply(status, {})])
    expect(await clock.run(failure(gateways.deleteGateway(id)))).toMatchObject({
      name: 'ApiError',
      status,
      attempts: 2,
    })
  })
})
