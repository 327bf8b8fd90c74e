import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'

/** The arguments that start a command of the project as its npm script does, without npm. */
export function ownScript(name: string, ...options: string[]): readonly string[] {
  const cache = join(ours.root, 'scripts/compile-cache.cjs')
  return ['--require', cache, join(ours.root, `scripts/${name}.ts`), ...options]
}
