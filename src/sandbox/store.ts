import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import type { GatewaySpec } from '../../generated/types.ts'

/** What the last write began. */
export type Change = 'CREATING' | 'UPDATING' | 'DELETING'

export interface StoredGateway {
  readonly id: string
  /** As reads return it, without the key. */
  readonly spec: GatewaySpec
  readonly apiKey: string | undefined
  readonly change: Change
  /** Milliseconds since 1970, like `changedAt`. */
  readonly createdAt: number
  /** When the last write was; later with every write, so that it also tells one version from the next. */
  readonly changedAt: number
}

/**
 * Where gateways are kept. It knows no rules: what a gateway's state is and who may change it is the operations' part.
 * A write that builds on a version that is no longer stored answers false and changes nothing.
 */
export interface Store {
  readonly find: (id: string) => StoredGateway | undefined
  /** All of them, in the order in which they were inserted. */
  readonly list: () => readonly StoredGateway[]
  /** False when the id is taken. */
  readonly insert: (gateway: StoredGateway) => boolean
  readonly replace: (previous: StoredGateway, next: StoredGateway) => boolean
  readonly remove: (gateway: StoredGateway) => boolean
  readonly close: () => void
}

/** Marks a file as ours ("gatw"), so that nobody's other database gets a table of gateways. */
const applicationId = 0x67_61_74_77

/**
 * Keeps gateways in SQLite. A write is one statement: it is there in full or not at all, and another process on the
 * same file waits for it. Throws when the file cannot be opened or holds something else.
 */
export function sqliteStore(file = ':memory:'): Store {
  const database = open(file)
  const same = 'id = ? AND created_at = ? AND changed_at = ?'
  const find = database.prepare('SELECT * FROM gateways WHERE id = ?')
  const list = database.prepare('SELECT * FROM gateways ORDER BY rowid')
  const insert = database.prepare('INSERT INTO gateways VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const replace = database.prepare(
    `UPDATE gateways SET spec = ?, api_key = ?, change = ?, changed_at = ? WHERE ${same}`,
  )
  const remove = database.prepare(`DELETE FROM gateways WHERE ${same}`)
  const version = ({ id, createdAt, changedAt }: StoredGateway) => [id, createdAt, changedAt] as const
  return {
    find: (id) => {
      const row = find.get(id)
      return row && stored(row)
    },
    list: () => list.all().map(stored),
    insert: ({ id, spec, apiKey, change, createdAt, changedAt }) =>
      insert.run(id, JSON.stringify(spec), apiKey ?? null, change, createdAt, changedAt).changes === 1,
    replace: (previous, { spec, apiKey, change, changedAt }) =>
      replace.run(JSON.stringify(spec), apiKey ?? null, change, changedAt, ...version(previous)).changes === 1,
    remove: (gateway) => remove.run(...version(gateway)).changes === 1,
    close: () => database.close(),
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  try {
    refuseForeign(database)
    // With a write-ahead log, NORMAL loses nothing when the process dies, only when the machine does.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; ${schema}; COMMIT`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const schema = `CREATE TABLE IF NOT EXISTS gateways (
  id TEXT PRIMARY KEY, spec TEXT NOT NULL, api_key TEXT, change TEXT NOT NULL,
  created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT`

function refuseForeign(database: DatabaseSync): void {
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count
  const owner = database.prepare('PRAGMA application_id').get()?.application_id
  if (tables !== 0 && owner !== applicationId) throw new Error('the database belongs to another program')
}

function stored(row: Record<string, SQLOutputValue>): StoredGateway {
  return {
    id: String(row.id),
    spec: JSON.parse(String(row.spec)),
    apiKey: row.api_key === null ? undefined : String(row.api_key),
    change: changes[String(row.change)] ?? 'UPDATING',
    createdAt: Number(row.created_at),
    changedAt: Number(row.changed_at),
  }
}

const changes: Readonly<Record<string, Change>> = {
  CREATING: 'CREATING',
  UPDATING: 'UPDATING',
  DELETING: 'DELETING',
}
