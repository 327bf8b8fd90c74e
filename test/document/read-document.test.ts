import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textAt } from '../../src/document/json.ts'
import { operationsIn } from '../../src/document/operation-id.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import type { Finding } from '../../src/report/finding.ts'
import { textReport } from '../../src/report/text-reporter.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

const broken = join(root, 'test/fixtures/broken')

/** Folder → every finding as `id line pointer`. */
const problems: Record<string, string[]> = {
  'broken-yaml': ['not-yaml 5 #'],
  'swagger-2': ['openapi-version 1 #/swagger'],
  'openapi-4': ['openapi-version 2 #/openapi'],
  'no-version': ['openapi-version 1 #/openapi'],
  'unresolved-reference': [
    'no-unresolved-refs 13 #/paths/~1a/get/responses/200/content/application~1json/schema',
    'no-unresolved-refs 15 #/paths/~1a/get/responses/200/content/application~1json/examples/200',
    'no-unresolved-refs 17 #/paths/~1a/get/responses/404',
  ],
  'remote-reference': ['no-unresolved-refs 5 #/paths/~1a'],
  'outside-reference': ['no-unresolved-refs 5 #/paths/~1a'],
  'duplicate-operation-id': ['operation-id-unique 7 #/paths/~1b/get/operationId'],
  'bad-pattern': ['schema-pattern 8 #/components/schemas/Text/pattern'],
  'self-reference': ['self-reference 6 #/components/schemas/Self'],
  'uncompilable-schema': [
    'schema-compiles 10 #/paths/~1a/post/requestBody/content/application~1json/schema',
    'schema-compiles 16 #/components/schemas/Wrong',
  ],
  'wrong-keywords': [
    'schema-keyword 6 #/components/schemas/RequiredTwice/required',
    'schema-keyword 7 #/components/schemas/DependentTwice/dependentRequired',
    'schema-keyword 8 #/components/schemas/TypeTwice/type',
    'schema-keyword 9 #/components/schemas/NoType/type',
    'schema-keyword 10 #/components/schemas/NoBranch/allOf',
    'schema-keyword 11 #/components/schemas/NoName/enum',
    'schema-keyword 12 #/components/schemas/NoStep/multipleOf',
    'struct 13 #/components/schemas/NegativeLength/minLength',
    'struct 14 #/components/schemas/NoSuchType/type',
    'schema-pattern 15 #/components/schemas/WrongPatternProperty/patternProperties',
  ],
  'several-problems': [
    'operation-id-unique 5 #/paths/~1b/get/operationId',
    'no-unresolved-refs 5 #/paths/~1b/get/responses/200',
    'no-unresolved-refs 9 #/components/parameters/Lost/schema',
    'schema-pattern 11 #/components/schemas/Pattern/pattern',
    'self-reference 12 #/components/schemas/Loop',
    'self-reference 13 #/components/schemas/Back',
    'schema-compiles 14 #/components/schemas/Uncompilable',
  ],
  'wrong-structure': [
    'struct 2 #/info',
    'struct 6 #/paths/~1a/get/responses',
    'path-params-defined 8 #/paths/~1b~1{id}/get/parameters',
  ],
}

describe('a document that cannot be used', () => {
  test.each(Object.entries(problems))(
    '%s is refused with every problem and its place, and nothing is written',
    async (name, expected) => {
      const out = join(temporaryFolder(), 'out')
      const spec = join('test/fixtures/broken', name, 'openapi.yaml')
      const error = await generate({ spec, out }).catch((cause) => cause)
      expect(error).toBeInstanceOf(CannotRunError)
      const found = [...textReport(error.findings).matchAll(/^error (\S+) {2}(\S+):(\d+) (#.*)$/gm)]
      expect(found.map(([, id, , line, pointer]) => `${id} ${line} ${pointer}`)).toEqual(expected)
      expect(found.map(([, , file]) => file)).toEqual(expected.map(() => spec))
      expect(error.message).toContain(`${spec} has ${expected.length} problem`)
      expect(existsSync(out)).toBe(false)
    },
  )

  test.each([[[]], [['--check']]])(
    'ends the command with exit code 2 and everything on stderr: %j',
    async (options) => {
      const out = join(temporaryFolder(), 'out')
      const spec = 'test/fixtures/broken/several-problems/openapi.yaml'
      const { code, stdout, stderr } = await runScript('generate', ['--spec', spec, '--out', out, ...options])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr.match(/^error /gm)).toHaveLength(problems['several-problems']?.length ?? 0)
      expect(stderr).toContain(`${spec} has 7 problems and cannot be used.`)
      expect(existsSync(out)).toBe(false)
    },
  )

  test('a schema that refers to itself through another file is refused with its reason', async () => {
    const folder = temporaryFolder()
    const schemas = { A: { $ref: './other.json#/B' } }
    const document = { openapi: '3.1.0', info: { title: 'Loop', version: '1' }, paths: {}, components: { schemas } }
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ B: { $ref: './openapi.json#/components/schemas/A' } }))
    const error = await readDocument(join(folder, 'openapi.json')).catch((cause) => cause)
    expect(error.message).toMatch(/cannot be checked: Self-referencing circular pointer/)
    const places = error.findings.map(({ id, location }: Finding) => [id, location?.file, location?.pointer])
    expect(places).toEqual([
      ['self-reference', join(folder, 'openapi.json'), '#/components/schemas/A'],
      ['self-reference', join(folder, 'other.json'), '#/B'],
    ])
  })

  test('contract refuses a document with a schema that cannot be compiled', async () => {
    const { code, stderr } = await runScript('contract', ['--spec', join(broken, 'uncompilable-schema/openapi.yaml')])
    expect(stderr).toContain('cannot be compiled: reference "Wrong#twice" resolves to more than one schema')
    expect(code).toBe(2)
  })

  test('a file that does not exist is named', async () => {
    await expect(readDocument('no/such/file.yaml')).rejects.toThrow(
      new CannotRunError('Cannot read no/such/file.yaml: there is no such file.'),
    )
  })

  test('a folder is not read', async () => {
    await expect(readDocument(broken)).rejects.toThrow(/Expected a file but received a folder/)
  })

  test('a symbolic link does not lead out of the document’s folder', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'inside'))
    writeFileSync(join(folder, 'secret.yaml'), 'type: string\n')
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'inside/link.yaml'))
    const document = {
      openapi: '3.1.0',
      info: { title: 'Link', version: '1' },
      paths: {},
      components: { schemas: { A: { $ref: './link.yaml' } } },
    }
    writeFileSync(join(folder, 'inside/openapi.json'), JSON.stringify(document))
    const error = await readDocument(join(folder, 'inside/openapi.json')).catch((cause) => cause)
    expect(error).toBeInstanceOf(CannotRunError)
    expect(error.findings).toMatchObject([
      { id: 'no-unresolved-refs', message: expect.stringContaining('outside the document’s folder') },
    ])
  })
})

describe('a document that can be used', () => {
  test('a keyword that nobody knows is a warning in 3.1', async () => {
    const { warnings } = await readDocument('test/fixtures/documents/unknown-keywords/openapi.yaml')
    const found = warnings.map(({ id, message, location }) => [id, location?.line, message.split(' ')[0]])
    expect(found.sort(([, a], [, b]) => Number(a) - Number(b))).toEqual([
      ['unknown-keyword', 16, 'maxLenght'],
      ['unknown-keyword', 17, 'nullable'],
    ])
  })

  test.each([
    ['never-sent', ['never-sent 9 name', 'never-sent 12 requestBody', 'never-sent 16 name']],
    ['loose-patterns', ['loose-pattern 6 pattern', 'loose-pattern 7 pattern']],
    ['extensions', []],
    ['short-forms', []],
  ])('what is left out or read with indulgence in %s is a warning with its place', async (name, expected) => {
    const { warnings } = await readDocument(`test/fixtures/documents/${name}/openapi.yaml`)
    const found = warnings.map(({ id, location }) => `${id} ${location?.line} ${location?.pointer.split('/').at(-1)}`)
    expect(found.sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]))).toEqual(expected)
  })

  test('a path item that several paths share gives each of them operations of their own', async () => {
    const { bundle, warnings } = await readDocument('test/fixtures/documents/shared-path-items/openapi.yaml')
    expect(operationsIn(bundle).map(({ method, item }) => textAt(item[method], 'operationId'))).toEqual([
      ...['getThing', 'postA', 'getB', 'postB'],
      ...['getC', 'putOne', 'getD', 'putD'],
    ])
    expect(warnings.map(({ message }) => message.split(';')[0])).toContain(
      'GET /b shares the operationId getThing with another path',
    )
  })

  test('an operation without an operationId gets one, and a warning that says where', async () => {
    const { bundle, warnings } = await readDocument('test/fixtures/documents/unnamed-operations/openapi.yaml')
    expect(JSON.stringify(bundle)).toContain('"operationId":"getPetsByPetIdToys2"')
    const derived = warnings.filter(({ id }) => id === 'operation-id-missing')
    expect(derived.map(({ severity, location }) => [severity, location?.line, location?.pointer])).toEqual([
      ['warning', 14, '#/paths/~1pets~1{petId}.toys/get'],
      ['warning', 11, '#/paths/~1pets~1{petId}~1name/get'],
      ['warning', 7, '#/paths/~1pets~1{petId}~1toys/get'],
    ])
  })

  test('every file that it is made of is an input', async () => {
    const { inputs } = await readDocument('test/fixtures/documents/multi-file/openapi.yaml')
    expect(inputs.map(({ name }) => name)).toEqual([
      'openapi.yaml',
      'schemas/one-user.json',
      'schemas/parameters.json',
      'schemas/user.yaml',
      'users.yaml',
    ])
  })

  test('a place in the bundle is traced to the file that it was written in', async () => {
    const { locate } = await readDocument('test/fixtures/documents/multi-file/openapi.yaml')
    expect(locate('#/components/schemas/User/properties/address')).toEqual({
      file: 'test/fixtures/documents/multi-file/schemas/user.yaml',
      line: 6,
      pointer: '#/User/properties/address',
    })
  })
})
