import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsPlugin, { type FormatsPlugin } from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as generated from '../../generated/validators.js'
import { samples } from '../../src/contract/sample.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import type { JsonSchema } from '../../src/document/model.ts'
import { namesFor, responseName } from '../../src/document/names.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { nearMisses } from '../near-misses.ts'
import { root, run } from '../workspace.ts'
import { importedValidators } from './imported-validators.ts'

const addFormats = addFormatsPlugin as unknown as FormatsPlugin

type Validate = ((value: unknown) => boolean) & { errors?: readonly { keyword: string; instancePath: string }[] | null }

const validators = generated as unknown as Record<string, Validate>
const { bundle } = await readDocument(join(root, 'spec/openapi.yaml'))
const model = readModel(bundle)
const names = namesFor(model)
const rules = schemaRules(model)

const schemas: [string, JsonSchema, unknown[]][] = Object.entries(model.schemas).map(([name, schema]) => [
  names.schemas.get(name) ?? '',
  schema,
  [...samples(model, schema, 'required'), ...samples(model, schema, 'all')],
])

const bodies = model.operations.flatMap((operation) => {
  const method = names.methods.get(operation.operationId) ?? ''
  const request = (operation.requestBody?.content ?? []).map((media) => ({ name: `${method}RequestBody`, media }))
  const responses = operation.responses.flatMap(({ status, content }) =>
    content.map((media) => ({ name: responseName(method, status), media })),
  )
  return [...request, ...responses].filter(({ media }) => media.isJson)
})

interface Row {
  readonly parameters?: Validate
  readonly responses?: Readonly<Record<string, Validate>>
}

/** The table of a fixture document. */
async function tableOf(name: string): Promise<Readonly<Record<string, Row>>> {
  const spec = join(root, 'test/fixtures/documents', name, 'openapi.yaml')
  const module = await importedValidators<{ readonly operationValidators: Readonly<Record<string, Row>> }>(spec)
  return module.operationValidators
}

/** A witness that shares no code with ours: ajv on the bundle as it is. */
const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false })
addFormats(ajv)
ajv.addSchema(bundle, 'openapi.json')

describe('the generated validators agree with the suite’s rules and with ajv on the bundle', () => {
  test.each(bodies.map(({ name, media }) => [name, media] as const))('on every example of %s', (name, media) => {
    expect(media.examples.length).toBeGreaterThan(0)
    for (const { name: example, value } of media.examples) {
      expect(rules.violations(media.schema, value), example).toEqual([])
      expect(validators[name]?.(value), example).toBe(true)
    }
  })

  const seed = 20260506

  test.each(schemas)('on 1,000 random values for %s', (name, schema, bases) => {
    const validate = validators[name]
    const itself = ajv.getSchema(`openapi.json#/components/schemas/${name}`)
    const verdicts = { valid: 0, invalid: 0 }
    const property = fc.property(nearMisses(bases), (value) => {
      const valid = rules.violations(schema, value).length === 0
      verdicts[valid ? 'valid' : 'invalid']++
      expect([validate?.(value), itself?.(value)]).toEqual([valid, valid])
    })
    fc.assert(property, { seed, numRuns: 1000 })
    expect(verdicts.invalid).toBeGreaterThan(0)
    expect(verdicts.valid).toBeGreaterThan(0)
  })
})

describe('a validator', () => {
  test('says why a value is refused, as ajv does, and forgets it on the next call', () => {
    const { createGatewayRequestBody } = generated
    expect(createGatewayRequestBody({ name: 'x'.repeat(39), zones: [], coreWeaveAuth: {}, pathBasedRouting: {} })).toBe(
      false,
    )
    expect(createGatewayRequestBody.errors).toMatchObject([
      {
        keyword: 'maxLength',
        instancePath: '/name',
        params: { limit: 38 },
        schemaPath: expect.any(String),
        message: expect.any(String),
      },
    ])
    expect(createGatewayRequestBody({ name: 'x', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} })).toBe(true)
    expect(createGatewayRequestBody.errors).toBeNull()
  })

  test('exists for every body, for the parameters of every operation that has any, and for every schema', () => {
    const parameters = model.operations.filter((operation) => operation.parameters.length > 0)
    const expected = [
      ...bodies.map(({ name }) => name),
      ...parameters.map(({ operationId }) => `${operationId}Parameters`),
      ...Object.keys(model.schemas),
      ...['operationValidators', 'requestValidators', 'responseValidators'],
    ]
    expect(Object.keys(generated).sort()).toEqual([...new Set(expected)].sort())
  })
})

describe('the table of the validators that a client needs', () => {
  test('has for each operation those of what is sent and of what a success is', () => {
    const { operationValidators: table } = generated
    expect(Object.keys(table)).toEqual(model.operations.map(({ operationId }) => operationId))
    expect(table.listGateways).toEqual({
      parameters: generated.listGatewaysParameters,
      responses: { 200: generated.listGatewaysResponse200 },
    })
    expect(table.updateGateway).toEqual({
      parameters: generated.updateGatewayParameters,
      requestBody: generated.updateGatewayRequestBody,
      responses: { 200: generated.updateGatewayResponse200 },
    })
    expect(table.getGatewayParameters).toEqual({ responses: { 200: generated.getGatewayParametersResponse200 } })
    expect(table.updateGateway.parameters({ path: { id: 'none' } })).toBe(false)
  })

  test('is there in two halves too: what is sent, and what comes back', () => {
    const { requestValidators, responseValidators } = generated
    expect(requestValidators.updateGateway).toEqual({
      parameters: generated.updateGatewayParameters,
      requestBody: generated.updateGatewayRequestBody,
    })
    expect(responseValidators.updateGateway).toEqual({ responses: { 200: generated.updateGatewayResponse200 } })
    expect(Object.keys(requestValidators)).not.toContain('getGatewayParameters')
    expect(Object.keys(responseValidators)).toEqual(Object.keys(generated.operationValidators))
  })

  test('takes the default answer where no success is documented, and leaves out what is no JSON', async () => {
    const table = await tableOf('literal-siblings')
    const members = Object.entries(table).map(([id, row]) => [id, Object.keys(row), Object.keys(row.responses ?? {})])
    expect(
      members.filter(([id]) =>
        ['getPet', 'putPet', 'getBestToy', 'listLabels', 'getToy', 'headFile'].includes(String(id)),
      ),
    ).toEqual([
      ['headFile', ['parameters'], []],
      ['getPet', ['parameters', 'responses'], ['default']],
      ['putPet', ['parameters', 'requestBody', 'responses'], ['200', '2XX']],
      ['getToy', ['parameters', 'responses'], ['200']],
    ])
  })

  test('is there by operationId, whatever methods are called, and where there are no operations', async () => {
    const table = await tableOf('awkward-names')
    expect(Object.keys(table)).toEqual(expect.arrayContaining(['delete', 'methods', 'repos/list-for-user']))
    expect(table['repos/list-for-user']?.parameters).toBeTypeOf('function')
    expect(await tableOf('no-operations')).toEqual({})
  })
})

describe('validators.js', () => {
  const file = join(root, 'generated/validators.js')
  const code = readFileSync(file, 'utf8')

  test('imports nothing and evaluates no text', () => {
    expect(code).not.toMatch(/\brequire\s*\(|\beval\s*\(|\bnew Function\b|^\s*import\b|\bimport\s*\(/m)
  })

  const use =
    'v.createGatewayRequestBody({ name: "a", zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }) && !v.createGatewayRequestBody({})'

  test('runs where code from strings is forbidden', async () => {
    const script = `import(${JSON.stringify(file)}).then((v) => console.log(${use}))`
    const { stdout, stderr } = await run(process.execPath, ['--disallow-code-generation-from-strings', '-e', script])
    expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' })
  })

  test('runs in a worker', async () => {
    const script = `import(${JSON.stringify(file)}).then((v) => require('node:worker_threads').parentPort.postMessage(${use}))`
    const worker = new Worker(script, { eval: true })
    await expect(new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))).resolves.toBe(
      true,
    )
    await worker.terminate()
  })
})
