import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsPlugin, { type FormatsPlugin } from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/document/json.ts'
import { ruleKeywords } from '../../src/document/json-schema.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { withObjects } from '../../src/document/shape.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { typeErrors } from '../type-errors.ts'
import { root, temporaryFolder } from '../workspace.ts'
import { type Call, made } from './calls.ts'

const documents = join(root, 'test/fixtures/documents')
const names = readdirSync(documents).sort()

type Verdict = [validator: string, value: unknown, valid: boolean]

async function generated(name: string, folder: string, runtime?: string): Promise<string> {
  const out = join(folder, name)
  const { files } = await generate({ spec: join(documents, name, 'openapi.yaml'), out, runtime })
  mkdirSync(out, { recursive: true })
  for (const [file, text] of files) writeFileSync(join(out, file), text)
  return out
}

const addFormats = addFormatsPlugin as unknown as FormatsPlugin

/** Only from 3.1 on is a document's schema one that ajv reads by itself; it knows `nullable`, which 3.1 does not. */
function isJsonSchemaDocument(name: string): boolean {
  const text = readFileSync(join(documents, name, 'openapi.yaml'), 'utf8')
  return text.includes('openapi: 3.1') && !text.includes('nullable')
}

function fixture<T>(name: string, file: string): T {
  return JSON.parse(readFileSync(join(documents, name, file), 'utf8'))
}

describe('documents of every shape', () => {
  test('there are at least eight', () => {
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  test('everything that is generated compiles in one strict program, and so do the callers beside it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const name of names) {
      const out = await generated(name, folder)
      const caller = join(documents, name, 'caller.ts')
      if (existsSync(caller)) copyFileSync(caller, join(out, 'caller.ts'))
    }
    const files = names.flatMap((name) =>
      ['client.ts', 'operations.ts', 'types.ts', 'validators.d.ts', 'caller.ts'].map((file) =>
        join(folder, name, file),
      ),
    )
    expect(typeErrors(files.filter((file) => existsSync(file)))).toEqual([])
  })

  test.each(names)('the validators of %s give the expected verdicts', async (name) => {
    const out = await generated(name, temporaryFolder())
    const validators = await import(pathToFileURL(join(out, 'validators.js')).href)
    const verdicts = fixture<Verdict[]>(name, 'verdicts.json')
    expect(verdicts.map(([validator, value]) => [validator, value, validators[validator](value)])).toEqual(verdicts)
  })

  test('one of them shows every keyword that decides, with a value that is valid and one that is not', () => {
    const named = (keyword: string) => keyword.replace('$', '').toLowerCase()
    const verdicts = fixture<Verdict[]>('keywords', 'verdicts.json')
    const shown = (valid: boolean) => new Set(verdicts.filter(([, , is]) => is === valid).map(([name]) => named(name)))
    expect([...shown(true)].sort()).toEqual(ruleKeywords.map(named).sort())
    expect([...shown(false)].sort()).toEqual(ruleKeywords.map(named).sort())
  })

  test.each(names.filter((name) => isJsonSchemaDocument(name)))(
    'ajv itself, reading the bundle of %s as it is, gives the same verdicts on its schemas',
    async (name) => {
      const { bundle } = await readDocument(join(documents, name, 'openapi.yaml'))
      const ajv = new Ajv2020({ strict: false, validateSchema: false, ownProperties: true, logger: false })
      addFormats(ajv)
      ajv.addSchema(bundle, 'openapi.json')
      const schemas: object = Object(bundle.components).schemas ?? {}
      for (const [validator, value, valid] of fixture<Verdict[]>(name, 'verdicts.json')) {
        if (!Object.hasOwn(schemas, validator)) continue
        const validate = ajv.getSchema(`openapi.json#/components/schemas/${validator}`)
        expect([validator, value, validate?.(value)]).toEqual([validator, value, valid])
      }
    },
  )

  // What an extension holds is its own affair.
  test.each(names.filter((name) => name !== 'extensions'))(
    'every reference in the bundle of %s is one inside it',
    async (name) => {
      const { bundle } = await readDocument(join(documents, name, 'openapi.yaml'))
      withObjects(bundle, (object, isMap) => {
        const ref = isMap ? undefined : object.$ref
        if (ref !== undefined) expect(valueAt(bundle, String(ref)), String(ref)).toBeDefined()
        return object
      })
    },
  )

  test.each(names)('the client of %s sends each operation as the document says', async (name) => {
    const out = await generated(name, temporaryFolder(), join(root, 'src/client/index.ts'))
    const calls = fixture<Call[]>(name, 'calls.json')
    const really = []
    for (const { sent: _, headers: __, result: ___, ...one } of calls)
      really.push(await made(join(out, 'client.ts'), one))
    expect(really).toEqual(calls)
    const { operations } = await import(pathToFileURL(join(out, 'operations.ts')).href)
    expect([...new Set(calls.map(({ call: [method] }) => method))].sort()).toEqual(Object.keys(operations).sort())
  })
})
