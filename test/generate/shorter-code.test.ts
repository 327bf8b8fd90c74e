import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samples } from '../../src/contract/sample.ts'
import type { Model } from '../../src/document/model.ts'
import { namesFor } from '../../src/document/names.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { compileValidators } from '../../src/generate/compile-validators.ts'
import { withoutSettledChecks } from '../../src/generate/settled-checks.ts'
import { shortened } from '../../src/generate/shorter-code.ts'
import { numberFormats, stringFormats } from '../../src/generate/validator-formats.ts'
import * as runtime from '../../src/generate/validator-runtime.js'
import { nearMisses } from '../near-misses.ts'
import { root } from '../workspace.ts'
import { importedValidators } from './imported-validators.ts'

type Validate = ((value: unknown) => boolean) & { errors?: unknown }

interface Pair {
  readonly name: string
  readonly key: string
  readonly ours: Validate
  readonly itself: Validate
}

const documents = join(root, 'test/fixtures/documents')

/** Each generated validator beside the function that ajv made of the same schema, before anything was shortened. */
async function pairs(spec: string): Promise<{ readonly model: Model; readonly pairs: readonly Pair[] }> {
  const generated = await importedValidators<Readonly<Record<string, Validate>>>(spec)
  const model = readModel((await readDocument(spec)).bundle)
  const { ajv, validators } = await compileValidators(model, namesFor(model), () => undefined, { areRunnable: true })
  checkFormats(ajv)
  const both = validators.flatMap(({ name, key }) => {
    const [ours, itself] = [generated[name], ajv.getSchema(key) as Validate | undefined]
    return ours && itself ? [{ name, key, ours, itself }] : []
  })
  expect(both).toHaveLength(validators.length)
  return { model, pairs: both }
}

/** ajv compiles with formats that accept everything, because the generated code brings its own checks. */
function checkFormats(ajv: Ajv2020): void {
  const checks: Readonly<Record<string, unknown>> = { ...runtime }
  for (const [format, check] of Object.entries({ ...stringFormats, ...numberFormats })) {
    const known = ajv.formats[format]
    if (typeof known === 'object') Object.assign(known, { validate: checks[check] })
  }
}

function expectSame({ name, ours, itself }: Pair, value: unknown): void {
  const verdicts = [ours, itself].map((validate) => [name, value, validate(value), validate.errors])
  expect(verdicts[0]).toEqual(verdicts[1])
}

describe('the shortened code gives the verdicts and the errors of ajv’s, to the letter', () => {
  test.each(readdirSync(documents).sort())('on the values of %s', async (name) => {
    const { pairs: both } = await pairs(join(documents, name, 'openapi.yaml'))
    const verdicts: [string, unknown][] = JSON.parse(readFileSync(join(documents, name, 'verdicts.json'), 'utf8'))
    const values = [
      ...verdicts.map(([, value]) => value),
      null,
      true,
      1.5,
      -1,
      '',
      'a',
      [],
      {},
      [{}],
      [1, 1],
      { a: [] },
    ]
    for (const pair of both) for (const value of values) expectSame(pair, value)
  })

  test('on random values for our document', async () => {
    const { model, pairs: both } = await pairs(join(root, 'spec/openapi.yaml'))
    for (const pair of both.filter(({ key }) => Object.hasOwn(model.schemas, key))) {
      const schema = model.schemas[pair.key] ?? true
      const bases = [...samples(model, schema, 'required'), ...samples(model, schema, 'all')]
      fc.assert(
        fc.property(nearMisses(bases), (value) => expectSame(pair, value)),
        { seed: 11, numRuns: 200 },
      )
    }
  })
})

const rows: [what: string, before: string[], after: string[]][] = [
  [
    'an error is made by a call',
    [
      'const err0 = {instancePath:instancePath+"/a",schemaPath:"#/x/type",keyword:"type",params:{type: "string"},message:"must be string"};',
    ],
    ['const err0 = validationError(instancePath+"/a", "#/x/", "type", {type: "string"}, "must be string");'],
  ],
  [
    'text of the document that looks like code stays in its place',
    [
      String.raw`validate0.errors = [{instancePath:instancePath+"/\",schemaPath:\"#\"",schemaPath:"#/,message:/const",keyword:"const",params:{allowedValue: "},message:"},message:"must"}];`,
      String.raw`if(!(validate1(data[",parentData:data,parentDataProperty:i0,rootData}"], {instancePath:"",parentData:data,parentDataProperty:",rootData\"}",rootData}))){`,
    ],
    [
      String.raw`validate0.errors = [validationError(instancePath+"/\",schemaPath:\"#\"", "#/,message:/", "const", {allowedValue: "},message:"}, "must")];`,
      'if(!(validate1(data[",parentData:data,parentDataProperty:i0,rootData}"], {instancePath:""}))){',
    ],
  ],
  [
    'an error that is not like the others stays as it is',
    [
      'const err0 = {instancePath,schemaPath:"#/x",keyword:"type",params:{},message:"m"};',
      'const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{},message:"m",propertyName:key0};',
    ],
    [
      'const err0 = {instancePath,schemaPath:"#/x",keyword:"type",params:{},message:"m"};',
      'const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{},message:"m",propertyName:key0};',
    ],
  ],
  [
    'the place of a value is made where an error needs it',
    [
      'function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){',
      'if(!(validate1(data["{instancePath:instancePath+"], {instancePath:instancePath+"/instancePath" + i0,parentData:data,parentDataProperty:i0,rootData}))){',
      'if(!(wrapper0.validate(data.instancePath, {instancePath,parentData,parentDataProperty,rootData}))){',
      'const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{},message:"m",propertyName:key0};',
    ],
    [
      'function validate0(data){',
      'if(!(validate1(data["{instancePath:instancePath+"]) || failedAt(validate1, "/instancePath" + i0))){',
      'if(!(wrapper0.validate(data.instancePath))){',
      'const err0 = {instancePath:"",schemaPath:"#/type",keyword:"type",params:{},message:"m",propertyName:key0};',
    ],
  ],
  [
    'of a schema stays what is read',
    [
      'const schema0 = {"enum":["a","schema1"],"title":"t","properties":{"a.b":{"const":{"c":1},"type":"object"},"d":{}}};',
      'const schema1 = {"oneOf":[{"title":"t"},{"enum":["e"]}]};',
      'const schema2 = {"title":"unread"};',
      'const schema3 = {"const":{"title":"t"}};',
      'for(const v0 of schema0.enum.slice(0, schema0.enum.length)){',
      'use(schema0.properties["a.b"].const, schema1.oneOf[1].enum, schema3.const, schema3)',
    ],
    [
      'const schema0 = {"enum":["a","schema1"],"properties":{"a.b":{"const":{"c":1}}}};',
      'const schema1 = {"oneOf":{"1":{"enum":["e"]}}};',
      'const schema3 = {"const":{"title":"t"}};',
      'for(const v0 of schema0.enum.slice(0, schema0.enum.length)){',
      'use(schema0.properties["a.b"].const, schema1.oneOf[1].enum, schema3.const, schema3)',
    ],
  ],
]

test.each(rows)('%s', (_, before, after) => {
  expect(shortened(before.join('\n')).split('\n')).toEqual(after)
})

describe('a check is left out', () => {
  const check = ['var valid0 = _errs1 === errors;', '}', 'else {', 'var valid0 = true;', '}', 'if(valid0){']

  test('where nothing before it counts an error', () => {
    const lines = ['const _errs1 = errors;', 'validate0.errors = [err0];', 'return false;', ...check]
    expect(withoutSettledChecks(lines).slice(3)).toEqual(['}', 'var valid0 = true;', 'if(true){'])
  })

  test.each(['errors++;', 'errors = vErrors.length;', 'for(let i0=0; i0<len0; i0++){'])('but not after %s', (line) => {
    expect(withoutSettledChecks(['const _errs1 = errors;', line, ...check]).slice(2)).toEqual(check)
  })

  test('and not where another function remembered the count', () => {
    const lines = ['const _errs1 = errors;', 'function validate1(data){', ...check]
    expect(withoutSettledChecks(lines)).toEqual(lines)
  })
})
