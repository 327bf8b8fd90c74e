import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { finished } from './finished.ts'

/** What the tarball is made from. */
const sources = [
  ...['generated', 'scripts', 'src', 'package.json', 'tsconfig.json'],
  ...['CHANGELOG.md', 'LICENSE', 'README.md'],
]

/**
 * Packs the package as `npm publish` would, from a copy: packing compiles, and must not pull `dist/package` away from
 * under another command. Answers the tarball's path.
 *
 * @throws {CannotRunError} when it does not compile
 */
export async function packed(folder: string): Promise<string> {
  const copy = join(folder, 'sources')
  for (const name of sources) cpSync(join(ours.root, name), join(copy, name), { recursive: true })
  symlinkSync(join(ours.root, 'node_modules'), join(copy, 'node_modules'))
  const stdout = await npm(['pack', '--json', '--pack-destination', folder], copy)
  const [, name] = /"filename": *"([^"]+)"/.exec(stdout) ?? []
  if (name === undefined) throw new CannotRunError(`npm pack names no tarball: ${stdout}`)
  return join(folder, name)
}

/**
 * Puts the package, as it is published, and what it depends on where programs in the folder find them. Answers the
 * folder of the modules.
 *
 * @throws {CannotRunError} when it does not compile
 */
export async function publishedIn(folder: string): Promise<string> {
  const modules = join(folder, 'node_modules')
  const own = join(modules, 'inference-gateways')
  mkdirSync(own, { recursive: true })
  const args = ['-xzf', await packed(folder), '-C', own, '--strip-components', '1']
  const { code, stderr } = await finished('tar', args, { cwd: folder })
  if (code !== 0) throw new CannotRunError(`The package cannot be unpacked: ${stderr}`)
  symlinkSync(join(ours.root, 'node_modules/openapi-fetch'), join(modules, 'openapi-fetch'))
  return modules
}

/**
 * Runs npm in a folder and answers what it says.
 *
 * @throws {CannotRunError} when it fails
 */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await finished('npm', args, { cwd })
  if (code === 0) return stdout
  throw new CannotRunError(`npm ${args[0]} ended with ${code}:\n${stderr}${stdout}`)
}
