import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { chart } from './report/chart.ts'
import { isOurs } from './report/comparison.ts'
import { markdown } from './report/markdown.ts'
import { verdict } from './report/numbers.ts'
import { type Entry, isMeasured, type Machine, type Measured, type Table } from './table.ts'

function thisMachine(): Machine {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cpus: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  }
}

/**
 * Makes sure that results can be written there, before anything is measured.
 *
 * @throws {CannotRunError} when it is no folder, or has another `bench.json`
 */
export function checkPlace(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new CannotRunError(`--out ${folder} cannot be a folder: ${error instanceof Error ? error.message : error}`)
  }
  measuredIn(folder)
}

/** What was left out because this machine lacks it, what of ours fails, and targets that have no number. */
export function notMeasured(tables: readonly Table[]): readonly string[] {
  return tables.flatMap(({ title, notes = [], entries, targets = [] }) => {
    const reasonsOf = (some: readonly Entry[]) =>
      some.flatMap(({ tool, cells: [cell] }) => (typeof cell === 'string' ? [`${tool} ${cell}`] : []))
    const skipped = [...notes, ...reasonsOf(entries)].filter((line) => /\bskipped\b/.test(line))
    const failing = reasonsOf(entries.filter(isOurs)).filter((line) => line.includes(' fails: '))
    const open = targets.filter((target) => !isMeasured(target)).map(verdict)
    return [...skipped, ...failing, ...open].map((line) => `${title}: ${line}`)
  })
}

/**
 * Writes `bench.json`, `bench.md` and a chart for each table. Tables that others have measured on this machine stay, and
 * so does all else in the folder but the charts of tables that have gone.
 */
export function writeMeasured(folder: string, tables: readonly Table[], order: readonly string[]): void {
  const machine = thisMachine()
  const rowOf = ({ name }: Table) => order.findIndex((row) => name === row || name.startsWith(`${row}-`))
  const fresh = new Set(tables.map(rowOf))
  const before = measuredIn(folder)
  const isSame = before !== undefined && JSON.stringify(before.machine) === JSON.stringify(machine)
  const kept = isSame ? before.tables.filter((table) => !fresh.has(rowOf(table)) && rowOf(table) >= 0) : []
  const all = { machine, tables: [...kept, ...tables].sort((a, b) => rowOf(a) - rowOf(b)) }
  for (const { name } of before?.tables ?? []) rmSync(join(folder, `${name}.svg`), { force: true })
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(join(folder, 'bench.md'), markdown(all))
  for (const table of all.tables) writeFileSync(join(folder, `${table.name}.svg`), chart(table))
}

function measuredIn(folder: string): Measured | undefined {
  const file = join(folder, 'bench.json')
  if (!existsSync(file)) return undefined
  try {
    const { machine, tables }: Measured = JSON.parse(readFileSync(file, 'utf8'))
    return { machine, tables: tables.filter(({ name }) => typeof name === 'string') }
  } catch {
    throw new CannotRunError(`${file} is none of ours; name another folder with --out, or move it away.`)
  }
}
