import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRunError } from '../../../src/report/cannot-run-error.ts'
import { finished } from '../../common/finished.ts'
import { environment } from '../processes.ts'
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
  peers: 'call',
  packages: ['openapi-fetch', '@redocly/cli'],
  answer: async ({ runs, folder, modules }) => {
    const clients = join(folder, 'clients')
    mkdirSync(clients)
    if (modules !== undefined) await loadableClients(clients, modules)
    const processes: (readonly Called[])[] = []
    for (let run = 0; run < runs; run++) processes.push(await called(clients, modules))
    const times = (name: string) =>
      processes.map((all) => all.find((one) => one.name === name)?.microseconds ?? Number.NaN)
    const base = times(bare.name)
    const more = (name: string) => times(name).map((taken, run) => taken - (base[run] ?? Number.NaN))
    const others = (processes[0] ?? []).filter(({ name }) => name !== bare.name)
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
      ...['ky', 'axios with its fetch adapter']
        .filter((name) => others.some((one) => one.name === name))
        .map((name) => beside(name, 1)),
    ]
    return [
      {
        name: 'call',
        title: 'Call: one create with a stub instead of a network, beyond bare fetch',
        measures: [{ label: 'more a call', unit: 'µs', better: 'less' }],
        entries: others.map(({ name, makes }) => ({ tool: name, makes, cells: [more(name)] })),
        targets,
        notes: [
          `bare fetch: ${quantity(median(base), 'µs')} a call; ${runs} processes, in each the median of rounds of ${callsPerBatch} calls of each in turn`,
        ],
      },
    ]
  },
}

/** What a process tells of one contender. */
export interface Called {
  readonly name: string
  readonly makes: string
  readonly microseconds: number
}

/** What the calls take in a process that does nothing else. */
async function called(clients: string, modules: string | undefined): Promise<readonly Called[]> {
  const program = join(import.meta.dirname, 'call-rounds.ts')
  const args = ['--expose-gc', program, String(callsPerBatch), ...(modules ? [modules, clients] : [])]
  const options = { cwd: clients, env: environment(), longestMs: 600_000 }
  const { code, stdout, stderr } = await finished(process.execPath, args, options)
  if (code !== 0) throw new CannotRunError(`The calls ended with ${code}:\n${stderr}`)
  return JSON.parse(stdout)
}
