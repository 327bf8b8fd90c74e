import { spread } from '../report/numbers.ts'
import type { Bench, Row } from '../row.ts'
import { type Server, serving } from '../serving.ts'
import { median } from '../statistics.ts'
import type { Cell, Entry, Measure, Table, Target } from '../table.ts'
import { inTurns } from '../turns.ts'
import { type Asked, connections, invalid, load, valid } from './load.ts'
import { bareServer, openapiBackend, prism, sandbox, silentPrism } from './servers.ts'

/** How soon a mock answers, and how much it takes. */
export const mock: Row = {
  name: 'mock',
  peers: 'mock',
  packages: ['@stoplight/prism-cli'],
  answer: async ({ runs, modules }) => {
    const backends = modules === undefined ? [] : [openapiBackend(modules)]
    const servers = [sandbox, prism, silentPrism, ...backends]
    const [bare, ...starts] = await starting([bareServer, sandbox, prism, ...backends], runs)
    const notes = [
      `A bare server, which gives the same answer to everything, answers after ${spread(bare?.cells[0] ?? '', 'ms')}: what Node itself takes.`,
    ]
    const [most, ...valids] = await loaded([bareServer, ...servers], valid, runs)
    const invalids = await loaded(servers, invalid, runs)
    return [
      { ...start(starts), notes },
      {
        ...rates('mock-valid', 'Mock: creates that are valid', valids),
        targets: targets(valids),
        notes: [
          `${eachOne} The client sends ${spread(most?.cells[0] ?? '', '/s')} to a bare server: it cannot show more.`,
        ],
      },
      { ...rates('mock-invalid', 'Mock: creates that are refused', invalids), notes: [eachOne] },
    ]
  },
}

const eachOne = 'Each is one process for all of the table.'

const startMeasures: readonly Measure[] = [{ label: 'first answer after', unit: 'ms', better: 'less' }]

function start(entries: readonly Entry[]): Table {
  const measured = medianOf(entries[0]?.cells[0])
  const target: Target = { what: 'the sandbox answers after', limit: 150, measured, better: 'less', unit: 'ms' }
  return {
    name: 'mock-start',
    title: 'Mock: from its start to its first answer',
    measures: startMeasures,
    entries,
    targets: [target],
  }
}

function rates(name: string, title: string, entries: readonly Entry[]): Table {
  const measures: readonly Measure[] = [
    { label: 'requests', unit: '/s', better: 'more' },
    { label: 'p99', unit: 'ms', better: 'less' },
  ]
  return { name, title: `${title}, ${connections} connections`, measures, entries }
}

function targets([own, , peer]: readonly Entry[]): readonly Target[] {
  return [
    { what: 'validated requests', limit: 5000, measured: medianOf(own?.cells[0]), better: 'more', unit: '/s' },
    {
      what: 'p99, with that of a silent Prism as the limit',
      limit: medianOf(peer?.cells[1]),
      measured: medianOf(own?.cells[1]),
      better: 'less',
      unit: 'ms',
    },
  ]
}

function medianOf(cell: Cell | undefined): number {
  return typeof cell === 'object' ? median(cell) : Number.NaN
}

async function starting(servers: readonly Server[], runs: number): Promise<Entry[]> {
  const times = await inTurns(servers, runs, async (server) => {
    const { readyMs, stop } = await serving(server)
    await stop()
    return readyMs
  })
  return servers.map(({ name, makes }, index) => ({ tool: name, makes, cells: [times[index] ?? []] }))
}

/** The servers in turns, each a process of its own that is warm before it counts. */
async function loaded(servers: readonly Server[], asked: Asked, runs: Bench['runs']): Promise<Entry[]> {
  const started = await Promise.all(servers.map(serving))
  try {
    const all = await inTurns(started, runs, ({ baseUrl }) => load(baseUrl, asked, 2))
    return servers.map(({ name, makes }, index) => {
      const loads = all[index] ?? []
      return { tool: name, makes, cells: [loads.map(({ rate }) => rate), loads.map(({ p99 }) => p99)] }
    })
  } finally {
    await Promise.all(started.map(({ stop }) => stop()))
  }
}
