import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { lockedPackages } from '../common/locked-packages.ts'

const { lock, modules, install } = lockedPackages('runtimes')

/**
 * Installs the packages that only this command needs, unless they are there already. Their own install scripts stay out:
 * the binaries lie in packages of their own, locked for each platform.
 *
 * @throws {CannotRunError} when they cannot be installed
 */
export function installTools(): Promise<void> {
  return install('the engines: several hundred megabytes, once', ['--ignore-scripts'])
}

/** The engine that runs this repository. */
export const ownNode = join(ours.root, 'node_modules/node/bin/node')

/** A file of an installed package; undefined where the package is none of those that are locked, for this platform. */
export function tool(path: string): string | undefined {
  if (!lock.includes(`"node_modules/${packageOf(path)}": {`)) return undefined
  const file = join(modules, path)
  if (!existsSync(file)) throw new Error(`${packageOf(path)} is locked, but npm has left it out`)
  return file
}

/** A script of an installed package that is the same on every platform. */
export function script(path: string): string {
  const file = tool(path)
  if (file === undefined) throw new Error(`${packageOf(path)} is not locked`)
  return file
}

function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}
