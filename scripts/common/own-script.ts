import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'

/**
 * The arguments that start a command of the project as its npm script does, without npm.
 *
 * @throws {Error} when there is no such script: Node alone would end well, and a bench would time that
 */
export function ownScript(name: string, ...options: string[]): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ours.root, 'package.json'), 'utf8'))
  if (typeof scripts[name] !== 'string') throw new Error(`package.json has no script ${name}`)
  const [, ...args] = scripts[name].split(' ')
  return [...args.map((word) => (/^(?:\.\/)?scripts\//.test(word) ? join(ours.root, word) : word)), ...options]
}
