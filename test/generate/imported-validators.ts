import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generate } from '../../src/generate/pipeline.ts'
import { root, temporaryFolder } from '../workspace.ts'

/** The module of validators that is generated for a document. */
export async function importedValidators<Module>(spec: string): Promise<Module> {
  const { files } = await generate({ spec, out: join(root, 'generated') })
  const file = join(temporaryFolder(), 'validators.mjs')
  writeFileSync(file, files.get('validators.js') ?? '')
  return import(pathToFileURL(file).href)
}
