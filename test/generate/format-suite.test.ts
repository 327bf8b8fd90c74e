import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsPlugin, { type FormatsPlugin } from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { stringFormats } from '../../src/generate/validator-formats.ts'
import { root, temporaryFolder } from '../workspace.ts'
import { importedValidators } from './imported-validators.ts'

const addFormats = addFormatsPlugin as unknown as FormatsPlugin

interface Group {
  readonly schema: { readonly format: string }
  readonly tests: readonly { readonly description: string; readonly data: unknown }[]
}

/** All of tests/draft2020-12/optional/format of JSON-Schema-Test-Suite at its commit 47958f8. */
const suite = join(root, 'test/fixtures/json-schema-test-suite')
const groups: readonly Group[] = readdirSync(suite)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(suite, name), 'utf8')))
const cases = groups.flatMap(({ schema: { format }, tests }) => tests.map((one) => ({ of: format, ...one })))
const suiteFormats = [...new Set(groups.map(({ schema }) => schema.format))]
const formats = [...new Set([...suiteFormats, ...Object.keys(stringFormats)])]

type Validate = (value: unknown) => boolean

/** The validators that are generated for a document with one schema for each format. */
async function generated(): Promise<Readonly<Record<string, Validate>>> {
  const spec = join(temporaryFolder(), 'openapi.json')
  const schemas = Object.fromEntries(formats.map((format, index) => [`Format${index}`, { format }]))
  const info = { title: 'Formats', version: '1.0.0' }
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info, paths: {}, components: { schemas } }))
  return await importedValidators(spec)
}

describe('the format section of JSON-Schema-Test-Suite', () => {
  test('has every format whose check is ours, but three of ajv and OpenAPI', () => {
    expect(cases).toHaveLength(467)
    const missing = Object.keys(stringFormats).filter((format) => !suiteFormats.includes(format))
    expect(missing).toEqual(['byte', 'iso-date-time', 'iso-time'])
  })

  test('has the verdicts of ajv-formats, each value by each format', async () => {
    const validators = await generated()
    const ajv = new Ajv2020({ strict: false, logger: false })
    addFormats(ajv)
    const verdicts = (format: string, judge: Validate | undefined) =>
      cases.map(({ of, description, data }) => ({ format, of, description, data, valid: judge?.(data) }))
    for (const [index, format] of formats.entries())
      expect(verdicts(format, validators[`Format${index}`])).toEqual(verdicts(format, ajv.compile({ format })))
  })
})
