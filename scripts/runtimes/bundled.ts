import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { finished } from '../common/finished.ts'
import type { Bench } from './row.ts'
import { ownNode } from './tools.ts'

/** The program with the installed package in one file, as an app ships it. Answers its path. */
export async function bundled({ app }: Bench, entry: string): Promise<string> {
  const file = join(app, 'bundles', entry)
  const rolldown = join(ours.root, 'node_modules/rolldown/bin/cli.mjs')
  const input = join('program', entry)
  const options = ['--format', 'esm', '--platform', 'browser', '--minify', '--no-codeSplitting']
  const args = [rolldown, input, '--file', file, ...options]
  const { code, stdout, stderr } = await finished(ownNode, args, { cwd: app })
  if (code !== 0) throw new Error(`it cannot be bundled: ${stderr}${stdout}`)
  return file
}
