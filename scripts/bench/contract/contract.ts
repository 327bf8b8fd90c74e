import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { processCells } from '../processes.ts'
import type { Bench, Row } from '../row.ts'
import { median } from '../statistics.ts'
import type { Entry, Measure, Table } from '../table.ts'
import { inTurns } from '../turns.ts'
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
    const table = await speeds([...suites, ...targets(bench)], bench.runs)
    return [{ ...table, notes }, await faultsFound(suites)]
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

function targets({ folder }: Bench): readonly Suite[] {
  return [builtIn(folder, 'sandbox'), builtIn(folder, 'prism')]
}

const measures: readonly Measure[] = [
  { label: 'whole run', unit: 's', better: 'less' },
  { label: 'cases', unit: '', better: 'more' },
  { label: '100 cases', unit: 's', better: 'less' },
  { label: 'CPU', unit: 's', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
]

async function speeds(suites: readonly Suite[], runs: number): Promise<Table> {
  const samples = await inTurns(suites, runs, (suite) => runSuite(suite))
  const sandbox = samples[suites.findIndex(({ name }) => name.endsWith('sandbox'))] ?? []
  const rate = median(sandbox.map(({ run, told }) => told.cases / run.seconds))
  return {
    name: 'contract',
    title: 'Contract: a service held to our document',
    measures,
    entries: suites.map((suite, index) => entry(suite, samples[index] ?? [])),
    targets: [{ what: 'cases against the sandbox', limit: 150, measured: rate, better: 'more', unit: '/s' }],
  }
}

function entry({ name, makes }: Suite, samples: readonly SuiteRun[]): Entry {
  const [seconds = '', cpu = '', peak = ''] = processCells(samples.map(({ run }) => run))
  const cases = samples.map(({ told }) => told.cases)
  const perHundred = samples.map(({ run, told }) => (run.seconds / told.cases) * 100)
  return { tool: name, makes, cells: [seconds, cases, perHundred, cpu, peak] }
}
