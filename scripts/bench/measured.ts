import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { chart } from './report/chart.ts'
import { markdown } from './report/markdown.ts'
import type { Table } from './table.ts'

/** What `bench.json` holds. */
export interface Measured {
  readonly machine: Machine
  readonly tables: readonly Table[]
}

interface Machine {
  readonly node: string
  readonly platform: string
  readonly cpus: string
}

export function thisMachine(): Machine {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cpus: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  }
}

/** Writes `bench.json`, `bench.md` and a chart for each table. Tables that others have measured on this machine stay. */
export function writeMeasured(folder: string, tables: readonly Table[], order: readonly string[]): Measured {
  mkdirSync(folder, { recursive: true })
  const machine = thisMachine()
  const rowOf = ({ name }: Table) => order.findIndex((row) => name === row || name.startsWith(`${row}-`))
  const fresh = new Set(tables.map(rowOf))
  const kept = measuredIn(folder, machine).filter((table) => !fresh.has(rowOf(table)) && rowOf(table) >= 0)
  const all = { machine, tables: [...kept, ...tables].sort((a, b) => rowOf(a) - rowOf(b)) }
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(join(folder, 'bench.md'), markdown(all))
  for (const table of all.tables) writeFileSync(join(folder, `${table.name}.svg`), chart(table))
  return all
}

function measuredIn(folder: string, machine: Machine): readonly Table[] {
  const file = join(folder, 'bench.json')
  if (!existsSync(file)) return []
  const before: Measured = JSON.parse(readFileSync(file, 'utf8'))
  return JSON.stringify(before.machine) === JSON.stringify(machine) ? before.tables : []
}
