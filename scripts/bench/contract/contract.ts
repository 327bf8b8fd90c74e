import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { ownCache, processCells } from '../processes.ts'
import type { Bench, Row } from '../row.ts'
import { median } from '../statistics.ts'
import { type Cell, type Measure, samples, type Table } from '../table.ts'
import { triedEntries } from '../tried.ts'
import { dredd } from './dredd.ts'
import { faultsFound } from './faults.ts'
import { builtIn, own } from './own.ts'
import { portman } from './portman.ts'
import { hasJava, specmatic } from './specmatic.ts'
import { runSuite, type Suite, type SuiteRun } from './suite.ts'

/** How long it takes to hold a service to its document, and what is found. */
export const contract: Row = {
  name: 'contract',
  peers: 'contract',
  packages: ['@stoplight/prism-cli'],
  answer: async (bench) => {
    const { suites, notes } = contenders(bench)
    const table = await speeds(
      [...suites, builtIn(bench.folder, 'sandbox'), builtIn(bench.folder, 'prism')],
      bench.runs,
    )
    return [{ ...table, notes: [...notes, ownCache] }, await faultsFound(suites)]
  },
}

const document = join(ours.out, 'openapi.json')

function contenders({ folder, modules }: Bench): {
  readonly suites: readonly Suite[]
  readonly notes: readonly string[]
} {
  if (modules === undefined) return { suites: [own(folder)], notes: [] }
  const suites = [own(folder), dredd(modules, folder, document), portman(modules, folder, document)]
  return hasJava()
    ? { suites: [...suites, specmatic(modules, folder, document)], notes: [] }
    : { suites, notes: ['Specmatic skipped: there is no Java on the path.'] }
}

const measures: readonly Measure[] = [
  { label: 'whole run', unit: 's', better: 'less' },
  { label: 'cases', unit: '', better: 'more' },
  { label: '100 cases', unit: 's', better: 'less' },
  { label: 'CPU', unit: 's', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
]

async function speeds(suites: readonly Suite[], runs: number): Promise<Table> {
  const entries = await triedEntries(suites, runs, { take: (suite) => runSuite(suite), measures, cells: runCells })
  const perHundred = entries.find(({ tool }) => tool.endsWith('sandbox'))?.cells[2]
  return {
    name: 'contract',
    title: 'Contract: a service held to our document',
    measures,
    entries,
    targets: [
      {
        ...({ what: 'cases against the sandbox', limit: 150, better: 'more', unit: '/s' } as const),
        measured: 100 / median(samples(perHundred)),
      },
    ],
  }
}

function runCells(runs: readonly SuiteRun[]): readonly Cell[] {
  const [seconds = '', cpu = '', peak = ''] = processCells(runs.map(({ run }) => run))
  const cases = runs.map(({ told }) => told.cases)
  // A few cases would bear the start of a whole process.
  const perHundred = median(cases) < 100 ? 'fewer' : runs.map(({ run, told }) => (run.seconds / told.cases) * 100)
  return [seconds, cases, perHundred, cpu, peak]
}
