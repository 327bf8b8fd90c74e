import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { ownScript } from '../common/own-script.ts'
import { syntheticDocument } from './documents.ts'
import { type Run, type Tool, timed } from './processes.ts'
import { generating } from './regenerate/own.ts'
import type { Bench, Row } from './row.ts'
import { median } from './statistics.ts'
import { type Cell, type Entry, type Measure, samples, type Table, type Target } from './table.ts'
import { reasonCells, triedInTurns } from './tried.ts'

const sizes = [10, 100, 1000, 5000] as const

/** How the cost of an operation grows with their number, in all that is made of a document. */
export const growth: Row = {
  name: 'growth',
  answer: async (bench) => {
    const tables: Table[] = []
    for (const work of [generate, cases, docs]) tables.push(await grown(work, bench))
    return tables
  },
}

interface Work {
  readonly name: string
  readonly title: string
  readonly tool: (spec: string, out: string) => Tool
}

const generate: Work = { name: 'generate', title: 'generate, everything', tool: generating }

const cases: Work = {
  name: 'cases',
  title: 'all cases of the contract suite, made and not sent',
  tool: (spec) => program('cases', [join(import.meta.dirname, 'growth-cases.ts'), spec]),
}

const docs: Work = {
  name: 'docs',
  title: 'the reference site',
  tool: (spec, out) => program('docs', ownScript('docs', '--no-redoc', '--spec', spec, '--out', out)),
}

function program(name: string, args: readonly string[]): Tool {
  return { name, makes: '', command: [process.execPath, ...args], cwd: ours.root }
}

const measures: readonly Measure[] = [
  { label: 'time for an operation', unit: 'ms', better: 'less' },
  { label: 'memory for an operation', unit: 'KiB', better: 'less' },
  { label: 'time for each that is more', unit: 'ms', better: 'less' },
  { label: 'time', unit: 's', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
]

async function grown({ name, title, tool }: Work, { folder, runs }: Bench): Promise<Table> {
  const tools = sizes.map((size) => tool(syntheticDocument(folder, size), join(folder, `growth-${name}-${size}`)))
  const all = await triedInTurns(tools, runs, timed)
  const smaller = (index: number): Grown | undefined => {
    const [size, outcome] = [sizes[index - 1], all[index - 1]]
    return size === undefined || typeof outcome !== 'object' ? undefined : { size, runs: outcome }
  }
  const entries = sizes.map((size, index): Entry => {
    const runs = all[index] ?? []
    const cells = typeof runs === 'string' ? reasonCells(runs, measures) : grownCells({ size, runs }, smaller(index))
    return { tool: `${size.toLocaleString('en')} operations`, makes: '', cells }
  })
  const [, hundred, thousand, most] = entries.map(({ cells }) => cells.map((cell) => median(samples(cell))))
  const target = (what: string, [least = Number.NaN, most = Number.NaN]: readonly (number | undefined)[]): Target => {
    return { what, limit: 1.5, measured: most / least, better: 'less', unit: '×' }
  }
  return {
    name: `growth-${name}`,
    title: `Growth: ${title}`,
    isOneTool: true,
    measures,
    entries,
    targets: [
      target('time for an operation of 5,000, beside one of 100', [hundred?.[0], most?.[0]]),
      target('time for each from 1,000 to 5,000, beside each from 100 to 1,000', [thousand?.[2], most?.[2]]),
    ],
    notes: ['“More” are those that the line above has not: they do not share the time that every start takes.'],
  }
}

/** The runs of a document of one size. */
interface Grown {
  readonly size: number
  readonly runs: readonly Run[]
}

function grownCells({ size, runs }: Grown, smaller: Grown | undefined): readonly Cell[] {
  const seconds = runs.map(({ seconds }) => seconds)
  const peaks = runs.map(({ mebibytes }) => mebibytes ?? Number.NaN)
  const more = smaller?.runs.map((run, round) => {
    return (((seconds[round] ?? Number.NaN) - run.seconds) * 1000) / (size - smaller.size)
  })
  return [
    seconds.map((value) => (value * 1000) / size),
    peaks.map((peak) => (peak * 1024) / size),
    more ?? '',
    seconds,
    peaks,
  ]
}
