import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { type StoredGateway, sqliteStore } from '../../src/sandbox/store.ts'
import { temporaryFolder } from '../workspace.ts'
import { gateways, id, otherId, secret, service, simple, withKey, without } from './service.ts'

const gateway: StoredGateway = {
  id,
  spec: { id, name: '\ud800 ü', zones: [] },
  apiKey: secret,
  change: 'CREATING',
  createdAt: 1,
  changedAt: 1,
}
const later: StoredGateway = { ...gateway, apiKey: undefined, change: 'UPDATING', changedAt: 2 }

describe('a store', () => {
  test('gives back what it was given, in the order of the inserts', () => {
    const { insert, find, list, replace } = sqliteStore()
    const other: StoredGateway = { ...gateway, id: otherId }
    expect([find(id), list()]).toEqual([undefined, []])
    expect([insert(gateway), insert(other)]).toEqual([true, true])
    expect([find(id), list()]).toEqual([gateway, [gateway, other]])
    expect(replace(gateway, later)).toBe(true)
    expect([find(id), list()]).toEqual([later, [later, other]])
  })

  test('takes an id once', () => {
    const { insert, find } = sqliteStore()
    expect([insert(gateway), insert(later), find(id)]).toEqual([true, false, gateway])
  })

  test('changes and removes only the version that it was shown', () => {
    const { insert, find, replace, remove } = sqliteStore()
    insert(gateway)
    replace(gateway, later)
    expect([replace(gateway, { ...later, changedAt: 3 }), remove(gateway), find(id)]).toEqual([false, false, later])
    expect([remove(later), find(id), remove(later)]).toEqual([true, undefined, false])
  })
})

test('a store that takes nothing is an error, and no endless attempt', () => {
  const store = { ...sqliteStore(), insert: () => false, replace: () => false, find: () => gateway }
  const { handler } = service({ store })
  expect(() => handler({ ...patch(without(simple, 'id')), method: 'POST', url: gateways })).toThrow('takes no gateway')
  expect(() => handler(patch({ ...simple, name: gateway.spec.name }))).toThrow('takes no change')
})

describe('a file', () => {
  const file = () => join(temporaryFolder(), 'gateways.db')

  test('keeps gateways, their keys and their states', async () => {
    const path = file()
    const before = service({ store: sqliteStore(path) })
    const created = await before.gateway('POST', gateways, { body: withKey })
    before.store.close()
    const after = service({ store: sqliteStore(path) })
    expect(await after.gateway('GET', `${gateways}/${id}`)).toEqual(created)
    expect(after.store.find(id)?.apiKey).toBe(secret)
    after.clock.ms += 1_000
    expect((await after.gateway('GET', `${gateways}/${id}`)).state).toBe('STATUS_READY')
  })

  test('is shared: a write that another store overtook starts again from what is there', async () => {
    const path = file()
    const [mine, theirs] = [sqliteStore(path), sqliteStore(path)]
    const other = service({ store: theirs })
    await other.gateway('POST', gateways, { body: simple })
    let overtaken = 0
    const { gateway } = service({
      store: {
        ...mine,
        replace: (previous, next) => {
          const dns = { endpointConfiguration: { additionalDns: ['theirs.example'] } }
          if (overtaken++ === 0) other.handler(patch({ ...simple, ...dns }))
          return mine.replace(previous, next)
        },
      },
    })
    const body = { ...simple, endpointConfiguration: { additionalDns: ['mine.example'] } }
    const { spec } = await gateway('PATCH', `${gateways}/${id}`, { body })
    expect(spec.endpointConfiguration?.additionalDns).toEqual(['theirs.example', 'mine.example'])
    expect(overtaken).toBe(2)
  })

  test('that holds no database, or that of another program, is refused and left as it is', () => {
    const text = file()
    writeFileSync(text, 'no database, but long enough to be looked at as one'.repeat(100))
    expect(() => sqliteStore(text)).toThrow('file is not a database')
    const foreign = file()
    const database = new DatabaseSync(foreign)
    database.exec('CREATE TABLE theirs (id)')
    database.close()
    expect(() => sqliteStore(foreign)).toThrow('the database belongs to another program')
    expect(new DatabaseSync(foreign).prepare('SELECT name FROM sqlite_schema').all()).toMatchObject([
      { name: 'theirs' },
    ])
    expect(() => sqliteStore(join(foreign, 'x'))).toThrow('unable to open database file')
  })
})

function patch(body: unknown) {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
  return { method: 'PATCH', url: `${gateways}/${id}`, headers, body: Buffer.from(JSON.stringify(body)) }
}
