import { rmSync } from 'node:fs'
import { ours } from '../../../src/generate/options.ts'
import { ownScript } from '../../common/own-script.ts'
import type { Tool } from '../processes.ts'

/** Everything that this project generates from a document, into a folder where nothing is yet. */
export function generating(spec: string, out: string): Tool {
  const again = generatingAgain(spec, out)
  return {
    ...again,
    makes: 'structure check, bundle, types, operations, client, validators and their types, manifest',
    prepare: () => rmSync(out, { recursive: true, force: true }),
  }
}

/** The same where the files are: what the manifest proves to be unchanged is not made again. */
export function generatingAgain(spec: string, out: string, ...options: string[]): Tool {
  return {
    name: 'ours',
    makes: 'nothing: the manifest proves that nothing has changed',
    command: [process.execPath, ...ownScript('generate', '--spec', spec, '--out', out, ...options)],
    cwd: ours.root,
  }
}
