import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { npm } from '../common/tarball.ts'

/**
 * A fresh app whose only dependency is the tarball, with the program beside it. Answers its folder.
 *
 * @throws {CannotRunError} when the tarball cannot be installed
 */
export async function installed(tarball: string, folder: string): Promise<string> {
  if (!existsSync(tarball)) throw new CannotRunError(`There is no tarball ${tarball}.`)
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }')
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', tarball], app)
  cpSync(join(ours.root, 'scripts/runtimes/program'), join(app, 'program'), { recursive: true })
  return app
}
