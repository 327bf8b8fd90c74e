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

/** What says nothing about a value; some tools refuse what is no keyword of JSON Schema. */
function isAnnotation(key: string): boolean {
  return /^(?:x-|title$|description$|examples?$)/.test(key)
}

function selfContained({ components }: JsonObject): JsonObject {
  const { schemas } = JSON.parse(JSON.stringify(components, (key, value) => (isAnnotation(key) ? undefined : value)))
  const used = new Set(['Gateway'])
  // What is added while the set is walked through is walked through too.
  for (const name of used)
    for (const [, other = ''] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      used.add(other)
  const text = JSON.stringify(Object.fromEntries([...used].map((name) => [name, schemas[name]])))
  return { $ref: '#/$defs/Gateway', $defs: JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) }
}
