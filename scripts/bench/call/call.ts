import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRunError } from '../../../src/report/cannot-run-error.ts'
import { finished } from '../../common/finished.ts'
import { peerModules } from '../peers.ts'
import { quantity } from '../report/numbers.ts'
import type { Row } from '../row.ts'
import { median, ratios } from '../statistics.ts'
import { bare, openapiFetch, ownName } from './call-contenders.ts'
import { loadableClients } from './generated-clients.ts'

/** Of one contender, before it is another's turn: enough that a pause of the machine does not decide. */
const callsPerBatch = 2000

/** How many times the overhead of openapi-fetch ours may be. */
const budget = 1.5

/** What one call costs beyond bare `fetch`, with a stub instead of a network. */
export const call: Row = {
  name: 'call',
  answer: async ({ runs, folder }) => {
    const modules = await peerModules('call')
    const clients = join(folder, 'clients')
    mkdirSync(clients)
    if (modules !== undefined) await loadableClients(clients, modules)
    const times = await timesOf(runs, clients, modules)
    const base = times.get(bare.name) ?? []
    const more = (name: string) => (times.get(name) ?? []).map((taken, round) => taken - (base[round] ?? Number.NaN))
    const names = [...times.keys()].filter((name) => name !== bare.name)
    const beside = (peer: string, limit: number) => ({
      what: `what is more than bare fetch, beside ${peer}`,
      ...({
        limit,
        measured: median(ratios(more(ownName), more(peer))),
        better: 'less',
        unit: '×',
      } as const),
    })
    const targets = [
      beside(openapiFetch.name, budget),
      ...['ky', 'axios, its fetch adapter'].filter((name) => times.has(name)).map((name) => beside(name, 1)),
    ]
    return [
      {
        name: 'call',
        title: 'Call: one create with a stub instead of a network, beyond bare fetch',
        measures: [{ label: 'more a call', unit: 'µs', better: 'less' }],
        entries: names.map((tool) => ({ tool, makes: '', cells: [more(tool)] })),
        targets,
        notes: [
          `bare fetch: ${quantity(median(base), 'µs')} a call; ${callsPerBatch} calls of each in turn`,
          ...(modules === undefined ? ['Other peers skipped: they could not be fetched from the registry.'] : []),
        ],
      },
    ]
  },
}

/** The microseconds of a call in each round, by contender; measured in a process that does nothing else. */
async function timesOf(
  rounds: number,
  clients: string,
  modules: string | undefined,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const program = join(import.meta.dirname, 'call-rounds.ts')
  const args = ['--expose-gc', program, String(rounds), String(callsPerBatch), ...(modules ? [modules, clients] : [])]
  const { code, stdout, stderr } = await finished(process.execPath, args, { cwd: clients, longestMs: 1_800_000 })
  if (code !== 0) throw new CannotRunError(`The calls ended with ${code}:\n${stderr}`)
  return new Map(JSON.parse(stdout))
}
