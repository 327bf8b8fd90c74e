import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'

/** The arguments that start a command of the project as its npm script does, without npm. */
export function ownScript(name: string, ...options: string[]): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ours.root, 'package.json'), 'utf8'))
  const [, ...args] = String(scripts[name]).split(' ')
  return [...args.map((word) => (/^(?:\.\/)?scripts\//.test(word) ? join(ours.root, word) : word)), ...options]
}
