import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type JsonObject, objectAt, objectFrom } from '../../../src/document/json.ts'
import { reachedSchemas } from '../../../src/document/reached-schemas.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import { readModel } from '../../../src/document/read-model.ts'
import { type ObjectChange, withObjects } from '../../../src/document/shape.ts'
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
const annotation = /^(?:x-|title$|description$|examples?$)/

function selfContained(bundle: JsonObject): JsonObject {
  const model = readModel(bundle)
  const named = objectAt(bundle.components, 'schemas')
  const used = ['Gateway', ...reachedSchemas(model, [model.schemas.Gateway])]
  const withoutAnnotations: ObjectChange = (object, isMap) =>
    isMap ? object : objectFrom(Object.entries(object).filter(([key]) => !annotation.test(key)))
  const schemas = withObjects(objectFrom(used.map((name) => [name, named[name]])), withoutAnnotations, true)
  const text = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/')
  return { $ref: '#/$defs/Gateway', $defs: JSON.parse(text) }
}
