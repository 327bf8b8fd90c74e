import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { ownScript } from '../common/own-script.ts'
import { syntheticDocument } from './documents.ts'
import { type Run, type Tool, timed } from './processes.ts'
import { generating } from './regenerate/own.ts'
import type { Bench, Row } from './row.ts'
import { median } from './statistics.ts'
import type { Entry, Table } from './table.ts'
import { inTurns } from './turns.ts'

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

async function grown({ name, title, tool }: Work, { folder, runs }: Bench): Promise<Table> {
  const tools = sizes.map((size) => tool(syntheticDocument(folder, size), join(folder, `growth-${name}-${size}`)))
  const all = await inTurns(tools, runs, timed)
  const entries = sizes.map((size, index) => entry(size, all[index] ?? []))
  const perOperation = (size: number) => median(milliseconds(size, all[sizes.indexOf(size as 10)] ?? []))
  return {
    name: `growth-${name}`,
    title: `Growth: ${title}`,
    isOneTool: true,
    measures: [
      { label: 'time for an operation', unit: 'ms', better: 'less' },
      { label: 'memory for an operation', unit: 'KiB', better: 'less' },
      { label: 'time', unit: 's', better: 'less' },
      { label: 'peak', unit: 'MiB', better: 'less' },
    ],
    entries,
    targets: [
      {
        what: 'time for an operation of 5,000, beside one of 100',
        limit: 1.5,
        measured: perOperation(5000) / perOperation(100),
        better: 'less',
        unit: '×',
      },
    ],
  }
}

function entry(size: number, runs: readonly Run[]): Entry {
  const peaks = runs.map(({ mebibytes }) => mebibytes ?? Number.NaN)
  return {
    tool: `${size.toLocaleString('en')} operations`,
    makes: '',
    cells: [
      milliseconds(size, runs),
      peaks.map((peak) => (peak * 1024) / size),
      runs.map(({ seconds }) => seconds),
      peaks,
    ],
  }
}

function milliseconds(size: number, runs: readonly Run[]): number[] {
  return runs.map(({ seconds }) => (seconds * 1000) / size)
}
