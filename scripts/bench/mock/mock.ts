import { spread } from '../report/numbers.ts'
import type { Row } from '../row.ts'
import { type Server, type Serving, serving } from '../serving.ts'
import { median } from '../statistics.ts'
import { type Cell, type Entry, type Measure, samples, type Table, type Target } from '../table.ts'
import { triedEntries } from '../tried.ts'
import { type Usage, usageOf } from '../usage.ts'
import { type Asked, connections, invalid, load, valid } from './load.ts'
import { bareServer, cached, openapiBackend, prism, sandbox, silentPrism } from './servers.ts'

/** How soon a mock answers, and how much it takes. */
export const mock: Row = {
  name: 'mock',
  peers: 'mock',
  packages: ['@stoplight/prism-cli'],
  answer: async ({ runs, folder, modules }) => {
    const backends = modules === undefined ? [] : [openapiBackend(modules)]
    const servers = [sandbox, prism, silentPrism, ...backends]
    const peers = [prism, ...backends]
    const starters = [bareServer(200), sandbox, ...peers, ...peers.map((server) => cached(server, folder))]
    const [bare, ...starts] = await starting(starters, runs)
    const notes = [
      `A bare server, which gives the same answer to everything, answers after ${spread(bare?.cells[0] ?? '', 'ms')}: what Node itself takes.`,
      'The sandbox keeps the engine’s compile cache. “Cached” are peers to whom NODE_COMPILE_CACHE gives one too.',
    ]
    const [bareValid, ...valids] = await loaded([bareServer(200), ...servers], valid, runs)
    const [bareInvalid, ...invalids] = await loaded([bareServer(400), ...servers], invalid, runs)
    return [
      { ...start(starts), notes },
      {
        ...rates('mock-valid', 'Mock: creates that are valid', valids),
        targets: targets(valids),
        notes: loadNotes(bareValid),
      },
      { ...rates('mock-invalid', 'Mock: creates that are refused', invalids), notes: loadNotes(bareInvalid) },
    ]
  },
}

function loadNotes(bare: Entry | undefined): readonly string[] {
  const most = spread(bare?.cells[0] ?? '', '/s')
  return [
    `Each is one process for all of the table. To a bare server the client sends ${most}, on the same processors: near that, the CPU tells servers apart, not the requests.`,
  ]
}

const startMeasures: readonly Measure[] = [
  { label: 'first answer after', unit: 'ms', better: 'less' },
  { label: 'CPU', unit: 'ms', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
]

function start(entries: readonly Entry[]): Table {
  const measured = median(samples(entries[0]?.cells[0]))
  const target: Target = { what: 'the sandbox answers after', limit: 150, measured, better: 'less', unit: 'ms' }
  return {
    name: 'mock-start',
    title: 'Mock: from its start to its first answer',
    measures: startMeasures,
    entries,
    targets: [target],
  }
}

const loadMeasures: readonly Measure[] = [
  { label: 'requests', unit: '/s', better: 'more' },
  { label: 'p99', unit: 'ms', better: 'less' },
  { label: 'CPU, 1,000 requests', unit: 'ms', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
]

function rates(name: string, title: string, entries: readonly Entry[]): Table {
  return { name, title: `${title}, ${connections} connections`, measures: loadMeasures, entries }
}

function targets([own, , peer]: readonly Entry[]): readonly Target[] {
  const [rate = Number.NaN, p99 = Number.NaN] = [0, 1].map((index) => median(samples(own?.cells[index])))
  const limit = median(samples(peer?.cells[1]))
  return [
    { what: 'validated requests', limit: 5000, measured: rate, better: 'more', unit: '/s' },
    { what: 'p99, with that of a silent Prism as the limit', limit, measured: p99, better: 'less', unit: 'ms' },
  ]
}

function starting(servers: readonly Server[], runs: number): Promise<Entry[]> {
  return triedEntries(servers, runs, {
    take: async (server) => {
      const { readyMs, pid, stop } = await serving(server)
      const usage = usageOf(pid)
      await stop()
      return { readyMs, usage }
    },
    measures: startMeasures,
    cells: (starts) => [starts.map(({ readyMs }) => readyMs), ...usageCells(starts)],
  })
}

/** The servers in turns, each a process of its own that is warm before it counts. */
async function loaded(servers: readonly Server[], asked: Asked, runs: number): Promise<Entry[]> {
  const started = new Map<Server, Serving>()
  const startedOnce = async (server: Server) => {
    const one = started.get(server) ?? (await serving(server))
    started.set(server, one)
    return one
  }
  try {
    return await triedEntries(servers, runs, {
      take: async (server) => {
        const { baseUrl, pid } = await startedOnce(server)
        const before = usageOf(pid)
        const taken = await load(baseUrl, asked, 2)
        const after = usageOf(pid)
        const cpuSeconds = (((after?.cpuSeconds ?? 0) - (before?.cpuSeconds ?? 0)) / taken.requests) * 1000
        return { ...taken, usage: after && { ...after, cpuSeconds } }
      },
      measures: loadMeasures,
      cells: (loads) => [loads.map(({ rate }) => rate), loads.map(({ p99 }) => p99), ...usageCells(loads)],
    })
  } finally {
    await Promise.all([...started.values()].map(({ stop }) => stop()))
  }
}

/** The processor's time, in milliseconds, and the peak. */
function usageCells(samples: readonly { readonly usage: Usage | undefined }[]): readonly Cell[] {
  const usages = samples.flatMap(({ usage }) => usage ?? [])
  if (usages.length < samples.length) return ['not told', 'not told']
  return [usages.map(({ cpuSeconds }) => cpuSeconds * 1000), usages.map(({ mebibytes }) => mebibytes)]
}
