import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { say } from '../../src/report/command.ts'
import { finished } from './finished.ts'

/** Packages that one command alone needs: locked in its folder of `scripts/`, installed on first use. */
export interface LockedPackages {
  /** The text of the lockfile. */
  readonly lock: string
  /** Where they are once they are installed: below the project's own packages, which they can use as peers. */
  readonly modules: string
  /**
   * Installs them, unless they are there already.
   *
   * @param what they are, for who waits
   * @param flags for npm, beside the usual ones
   * @throws {CannotRunError} when they cannot be installed
   */
  readonly install: (what: string, flags?: readonly string[]) => Promise<void>
}

export function lockedPackages(command: string): LockedPackages {
  const own = join(ours.root, 'scripts', command)
  const cache = join(ours.root, 'node_modules/.cache', command)
  const modules = join(cache, 'node_modules')
  const lock = readFileSync(join(own, 'package-lock.json'), 'utf8')
  const isInstalled = () => {
    const copy = join(cache, 'package-lock.json')
    return existsSync(join(modules, '.package-lock.json')) && existsSync(copy) && readFileSync(copy, 'utf8') === lock
  }
  const install = async (what: string, flags: readonly string[] = []) => {
    if (isInstalled()) return
    say(`Installing ${what} …`)
    mkdirSync(cache, { recursive: true })
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(own, name), join(cache, name))
    const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', ...flags]
    const { code, stderr } = await finished('npm', args, { cwd: cache, longestMs: 1_800_000 })
    if (code !== 0)
      throw new CannotRunError(`What scripts/${command} locks is not installed: npm ci ended with ${code}:\n${stderr}`)
  }
  return { lock, modules, install }
}
