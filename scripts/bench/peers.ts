import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { say } from '../../src/report/command.ts'
import { lockedPackages } from '../common/locked-packages.ts'

/** Where the peers of a row are, installed on first use as its lockfile says; undefined where they cannot be, which is said. */
export async function peerModules(row: string): Promise<string | undefined> {
  const { modules, install } = lockedPackages(`bench/${row}`)
  try {
    await install(`the peers of ${row}`, ['--ignore-scripts', '--fetch-retries=0', '--legacy-peer-deps'])
    return modules
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error
    say(error.message)
    return undefined
  }
}

/** A package of which single files are wanted, without all that it depends on. */
export interface Tarball {
  readonly name: string
  readonly version: string
  /** As a lockfile has it. */
  readonly integrity: string
}

/**
 * The folder of a package, fetched into `cache` on first use; undefined where the registry is out of reach.
 *
 * @throws {CannotRunError} when what was fetched is another than was locked
 */
export function unpacked({ name, version, integrity }: Tarball, cache: string): string | undefined {
  const folder = join(cache, `${name.replaceAll(/\W+/g, '-')}-${version}`)
  const inside = join(folder, 'package')
  if (existsSync(join(inside, 'package.json'))) return inside
  // Another name until all of it is there: what was stopped half way is no package.
  const partly = `${folder}.part`
  rmSync(partly, { recursive: true, force: true })
  mkdirSync(partly, { recursive: true })
  const spawned = spawnSync('npm', ['pack', `${name}@${version}`, '--silent', '--fetch-retries=0'], {
    cwd: partly,
    encoding: 'utf8',
  })
  const file = spawned.stdout.trim().split('\n').at(-1)
  if (spawned.status !== 0 || !file) return undefined
  const hash = createHash('sha512')
    .update(readFileSync(join(partly, file)))
    .digest('base64')
  if (`sha512-${hash}` !== integrity)
    throw new CannotRunError(`${name}@${version} has the checksum sha512-${hash}, which is not the locked one.`)
  if (spawnSync('tar', ['-xzf', file], { cwd: partly }).status !== 0) return undefined
  rmSync(folder, { recursive: true, force: true })
  renameSync(partly, folder)
  return inside
}
