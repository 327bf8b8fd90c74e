import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { namesFor } from '../../src/document/names.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { validatorFiles } from '../../src/generate/validators.ts'
import { writeFiles } from '../../src/generate/write-files.ts'
import { typeErrors } from '../type-errors.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

type Verdict = readonly [validator: string, value: unknown, isValid: boolean]

const fixtures = join(root, 'test/fixtures/documents')
const names = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'verdicts.json')))

test.each(names)('the validators of %s give the expected verdicts in files of their own, too', async (name) => {
  const { bundle, locate } = await readDocument(join(fixtures, name, 'openapi.yaml'))
  const model = readModel(bundle)
  const { files } = await validatorFiles(model, namesFor(model), locate, -1)
  const folder = temporaryFolder()
  written(folder, files)
  const validators = await load(folder, 'validators.js')
  const verdicts: Verdict[] = JSON.parse(readFileSync(join(fixtures, name, 'verdicts.json'), 'utf8'))
  expect(verdicts.map(([one, value]) => [one, value, validators[one](value)])).toEqual(verdicts)
  const ofOperations = [...files.keys()].filter((file) => /^validators\/[^/]+\.js$/.test(file))
  expect(ofOperations).toHaveLength(model.operations.length + 1)
})

/** Large enough for files of its own: each operation has a schema of its own, some refer to themselves and each other. */
function largeDocument(operations: number): string {
  const numbers = Array.from({ length: operations }, (_, index) => index)
  const json = (schema: object) => ({ content: { 'application/json': { schema } } })
  const ref = (number: number) => ({ $ref: `#/components/schemas/Thing${number}` })
  const thing = (number: number) => ({
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: `^[a-z]{1,${number + 1}}$` },
      kind: { enum: ['small', 'large', `of ${number}`] },
      createdAt: { type: 'string', format: 'date-time' },
      next: ref((number + 1) % operations),
      same: { type: 'array', items: ref(number) },
      ...Object.fromEntries(
        numbers
          .slice(0, 12)
          .map((one) => [`size${one}`, { oneOf: [{ type: 'integer', minimum: number }, { type: 'null' }] }]),
      ),
    },
  })
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths: Object.fromEntries(
      numbers.map((number) => [
        `/things${number}`,
        {
          post: {
            operationId: `make${number}`,
            requestBody: json(thing(number)),
            responses: { 204: { description: '' } },
          },
          get: {
            operationId: number === 0 ? 'MAKE1' : `take${number}`,
            responses: { 200: { description: '', ...json(ref(number)) } },
          },
        },
      ]),
    ),
    components: { schemas: Object.fromEntries(numbers.map((number) => [`Thing${number}`, thing(number)])) },
  })
}

test('a large document has a file for each operation, which loads little of the rest', async () => {
  const folder = temporaryFolder()
  const [spec, out] = [join(folder, 'openapi.json'), join(folder, 'generated')]
  const generate = (...options: string[]) => runScript('generate', ['--spec', spec, '--out', out, ...options])
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(spec, largeDocument(120))
  expect(await generate()).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(/\d{3} of them changed\.$/m),
  })

  const { make7RequestBody, operationValidators } = await load(out, 'validators/make7.js')
  expect(operationValidators).toEqual({ make7: { requestBody: make7RequestBody } })
  expect(make7RequestBody({ name: 'abc', next: { name: 'x', same: [{ name: 'y' }] } })).toBe(true)
  expect(make7RequestBody({ name: 'abc', next: { name: 'x', same: [{ name: 'Y' }] } })).toBe(false)
  expect(make7RequestBody.errors).toMatchObject([{ instancePath: '/next/same/0/name', keyword: 'pattern' }])
  const all = await load(out, 'validators.js')
  expect(all.make7RequestBody).toBe(make7RequestBody)
  expect(all.operationValidators.make7.requestBody).toBe(make7RequestBody)
  expect(Object.keys(all.operationValidators)).toHaveLength(240)

  const files = readdirSync(join(out, 'validators')).map((name) => name.toLowerCase())
  expect(new Set(files).size).toBe(files.length)
  writeFileSync(
    join(folder, 'caller.ts'),
    `import { make7RequestBody, operationValidators } from './generated/validators/make7.js'
import { operationValidators as all } from './generated/validators.js'
const value: unknown = {}
export const name: string = make7RequestBody(value) ? value.name : ''
export const same: typeof all.make7 = operationValidators.make7
// @ts-expect-error another operation is in another file
export const other = operationValidators.make8
`,
  )
  expect(typeErrors([join(folder, 'caller.ts')])).toEqual([])

  expect(await generate('--check')).toMatchObject({ code: 0 })
  expect(await generate('--check', '--full')).toMatchObject({ code: 0, stdout: '' })
  writeFileSync(join(out, 'validators/gone.js'), '')
  expect(await generate('--check')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/generated-file-stray\n.*validators\/gone\.js: nothing generates it/),
  })

  writeFileSync(spec, largeDocument(1))
  expect(await generate()).toMatchObject({ code: 0 })
  expect(readdirSync(join(out, 'validators'))).toEqual(['gone.js'])
  expect(Object.keys(await load(out, 'validators.js')).length).toBeGreaterThan(3)
})

test('what a manifest names outside of its folders is not removed', async () => {
  const folder = temporaryFolder()
  const [spec, out] = [join(folder, 'openapi.json'), join(folder, 'generated')]
  writeFileSync(spec, largeDocument(1))
  const generate = () => runScript('generate', ['--spec', spec, '--out', out])
  expect(await generate()).toMatchObject({ code: 0 })
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  symlinkSync(elsewhere, join(out, 'linked'))
  for (const file of ['kept.js', 'elsewhere/kept.js']) writeFileSync(join(folder, file), '')
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  for (const name of ['../kept.js', 'validators/../../kept.js', 'linked/kept.js']) manifest.outputs[name] = ''
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(spec, largeDocument(2))
  expect(await generate()).toMatchObject({ code: 0 })
  for (const file of ['kept.js', 'elsewhere/kept.js']) expect(existsSync(join(folder, file)), file).toBe(true)
})

test('words of a document that look like names of the code are left alone', async () => {
  const folder = temporaryFolder()
  const schema = (...words: string[]) => ({ enum: [...words, words] })
  const long = 'x'.repeat(245)
  const spec = join(folder, 'openapi.json')
  const paths = Object.fromEntries(
    [long, `${long}y`, 'con'].map((operationId) => [
      `/${operationId}`,
      { get: { operationId, responses: { 200: { description: '', ...content({ $ref: '#/components/schemas/A' }) } } } },
    ]),
  )
  const schemas = {
    A: { properties: { b: { $ref: '#/components/schemas/B' }, own: schema('schema0', 'schema1', 'schema2') } },
    B: {
      properties: { own: schema('schema1', 'schema0', 'validate0', 'validate99'), text: { pattern: '^pattern0$' } },
    },
  }
  writeFileSync(
    spec,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'W', version: '1' }, paths, components: { schemas } }),
  )
  const { bundle, locate } = await readDocument(spec)
  const model = readModel(bundle)
  const { files } = await validatorFiles(model, namesFor(model), locate, -1)
  written(folder, files)
  const { A } = await load(folder, 'validators.js')
  expect(A({ b: { own: 'validate99', text: 'pattern0' }, own: ['schema0', 'schema1', 'schema2'] })).toBe(true)
  expect(A({ b: { own: 'schema2' } })).toBe(false)
  const longest = Math.max(...[...files.keys()].map((name) => name.length))
  expect(longest).toBeLessThan(130)
  expect(files.has('validators/con.js')).toBe(false)
  expect(files.has('validators/con-2.js')).toBe(true)
})

test('a file of somebody else in the folder of the validators is not overwritten', async () => {
  const folder = temporaryFolder()
  const [spec, out] = [join(folder, 'openapi.json'), join(folder, 'generated')]
  writeFileSync(spec, largeDocument(120))
  const generate = () => runScript('generate', ['--spec', spec, '--out', out])
  mkdirSync(join(out, 'validators'), { recursive: true })
  writeFileSync(join(out, 'validators/make7.js'), 'mine')
  expect(await generate()).toMatchObject({ code: 2, stderr: expect.stringContaining('validators/make7.js') })
  expect(readFileSync(join(out, 'validators/make7.js'), 'utf8')).toBe('mine')
})

function content(schema: object) {
  return { content: { 'application/json': { schema } } }
}

function written(folder: string, files: ReadonlyMap<string, string>): void {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFiles(folder, files)
}

function load(folder: string, name: string) {
  return import(pathToFileURL(join(folder, name)).href)
}
