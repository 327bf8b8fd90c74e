import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../generate/options.ts'
import type { Change } from '../change.ts'
import { compile } from './compile.ts'
import type { Use } from './use.ts'

/** Generated files, by their names. */
export type GeneratedFiles = ReadonlyMap<string, string>

/** What became of the uses of one revision with what is generated from another. */
export interface TriedUses {
  /** How many compile with their own revision; the others show nothing. */
  readonly uses: number
  /** How many of these compile no more. */
  readonly broken: number
  readonly changes: readonly Change[]
}

/** Where the compiler finds what is generated. */
export const usesFolder = join(ours.root, 'dist/uses')

/** Uses, and what to compile them with. */
export interface UsesToTry {
  readonly uses: readonly Use[]
  readonly base: GeneratedFiles
  readonly revision: GeneratedFiles
  /** Whether the document is ours, so that what this package builds on it is tried, too. */
  readonly isOurs: boolean
}

/** Compiles uses with what is generated from the base, then those that compile with what is generated from the revision. */
export function brokenUses({ uses, base, revision, isOurs }: UsesToTry): TriedUses {
  const all = isOurs ? [...uses, ...packageUses()] : uses
  const before = compile(filesOf(all), program(all, base, isOurs))
  const working = all.filter(({ file }) => !before.has(file))
  const after = compile(filesOf(working), program(working, revision, isOurs))
  const broken = working.filter(({ file }) => after.has(file))
  const byError = Map.groupBy(broken, ({ file }) => after.get(file)?.[0] ?? '')
  return {
    uses: working.length,
    broken: broken.length,
    changes: [...byError].map(([error, own]) => change(error, own)),
  }
}

function filesOf(uses: readonly Use[]): string[] {
  return uses.map(({ file }) => file)
}

/** What this package builds on its generated files, and releases with them. */
function packageUses(): Use[] {
  const names = readdirSync(join(ours.root, 'src'), { recursive: true }).map((name) => join('src', String(name)))
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => ({ name, file: join(ours.root, name) }))
  return files
    .filter(({ file }) => /from '(\.\.\/)+generated\//.test(readFileSync(file, 'utf8')))
    .map(({ name, file }) => ({ name, operationId: undefined, file, code: '' }))
}

function program(uses: readonly Use[], generated: GeneratedFiles, isOurs: boolean): ReadonlyMap<string, string> {
  const places = [join(usesFolder, 'generated'), ...(isOurs ? [ours.out] : [])]
  const files = places.flatMap((place) => [...generated].map(([name, text]) => [join(place, name), text] as const))
  return new Map([
    ...files.filter(([file]) => file.endsWith('.ts')),
    ...uses.filter(({ code }) => code !== '').map(({ file, code }) => [file, code] as const),
  ])
}

function change(error: string, uses: readonly Use[]): Change {
  return {
    id: 'use-compiles-no-more',
    audience: 'types',
    rating: 'breaking',
    message: error,
    operations: [...new Set(uses.flatMap(({ operationId }) => operationId ?? []))],
    where: uses.map(({ name }) => name),
    places: {},
  }
}
