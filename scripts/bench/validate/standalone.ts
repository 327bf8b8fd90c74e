import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { JsonObject } from '../../../src/document/json.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import { ours } from '../../../src/generate/options.ts'

/** The schema of a gateway with all that it refers to, and what stock ajv emits of it with ajv-formats. */
export async function writeStandalone(folder: string): Promise<void> {
  const { bundle } = await readDocument(ours.spec)
  const schema = selfContained(bundle)
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema))
  const require = createRequire(import.meta.url)
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const addFormats = require('ajv-formats') as typeof import('ajv-formats')
  const { default: standaloneCode } = require('ajv/dist/standalone') as typeof import('ajv/dist/standalone/index.js')
  const ajv = new Ajv2020({ code: { source: true }, strict: false })
  addFormats.default(ajv)
  const code = standaloneCode(ajv, ajv.compile(schema))
  // Its `require`s are resolved from where it stands.
  const home = join(folder, 'stock')
  mkdirSync(home)
  symlinkSync(join(ours.root, 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(home, 'ajv-standalone.cjs'), code)
}

function selfContained(bundle: JsonObject): JsonObject {
  // Some tools refuse what is no keyword of JSON Schema.
  const text = JSON.stringify(bundle.components, (key, value) => (key.startsWith('x-') ? undefined : value))
  const { schemas } = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))
  return { $ref: '#/$defs/Gateway', $defs: schemas }
}
