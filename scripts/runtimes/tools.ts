import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { say } from '../../src/report/command.ts'
import { finished } from './finished.ts'

const own = join(ours.root, 'scripts/runtimes')
const cache = join(ours.root, 'node_modules/.cache/runtimes')
const modules = join(cache, 'node_modules')
const lock = readFileSync(join(own, 'package-lock.json'), 'utf8')

/**
 * Installs the packages that only this command needs, unless they are there already. Their own install scripts stay out:
 * the binaries lie in packages of their own, locked for each platform.
 *
 * @throws {CannotRunError} when they cannot be installed
 */
export async function installTools(): Promise<void> {
  if (isInstalled()) return
  say('Installing the engines: several hundred megabytes, once …')
  mkdirSync(cache, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(own, name), join(cache, name))
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const { code, stderr } = await finished('npm', args, { cwd: cache, longestMs: 1_800_000 })
  if (code !== 0)
    throw new CannotRunError(`The engines could not be installed: npm ci in ${cache} ended with ${code}:\n${stderr}`)
}

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

function isInstalled(): boolean {
  const copy = join(cache, 'package-lock.json')
  return existsSync(join(modules, '.package-lock.json')) && existsSync(copy) && readFileSync(copy, 'utf8') === lock
}
