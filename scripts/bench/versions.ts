import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'

/** The tables of a row, the first with a note of the versions that were measured: those of its lockfile, and of ours. */
export function withVersions(
  { peers, packages = [] }: Row,
  tables: readonly Table[],
  modules: string | undefined,
): readonly Table[] {
  const isSkipped = peers !== undefined && modules === undefined
  const installed = peers === undefined || isSkipped ? {} : dependencies(join(import.meta.dirname, peers))
  const project = dependencies(ours.root)
  const all = { ...Object.fromEntries(packages.map((name) => [name, project[name]])), ...installed }
  const told = Object.entries(all).map(([name, version]) => `${name} ${version}`)
  const notes = [
    ...(isSkipped ? ['Other peers skipped: they could not be installed.'] : []),
    ...(told.length > 0 ? [`Versions: ${told.join(', ')}.`] : []),
  ]
  const [first, ...others] = tables
  if (first === undefined || notes.length === 0) return tables
  return [{ ...first, notes: [...(first.notes ?? []), ...notes] }, ...others]
}

/** What a package asks for, exactly. */
function dependencies(folder: string): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { ...dependencies, ...devDependencies }
}
