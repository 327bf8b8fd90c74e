import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { commonPrefix, keptOperations } from '../../src/upstream/kept-operations.ts'
import { root } from '../workspace.ts'

const answer = (schema: string) => ({
  200: {
    description: 'An answer.',
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  },
})

const whole: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'All', version: '1' },
  security: [{ token: [] }],
  tags: [{ name: 'Pets' }, { name: 'Shops' }],
  paths: {
    '/v1/pets': { get: { tags: ['Pets'], responses: answer('Pet') } },
    '/v1/pets/{id}': { get: { tags: ['Pets'], security: [{ key: [] }], responses: answer('Pet') } },
    '/v1/petshops': { get: { tags: ['Shops'], responses: answer('Shop') } },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'kind', mapping: { dog: 'Dog' } },
      },
      Cat: { properties: { kitten: { $ref: '#/components/schemas/Cat' } } },
      Dog: { type: 'object' },
      Shop: { type: 'object' },
    },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, key: { type: 'apiKey' }, other: { type: 'apiKey' } },
    parameters: { Unused: { name: 'x', in: 'query' } },
  },
}

describe('the operations that are kept', () => {
  test('are those below the prefix, in whole segments, with what they reach and their tags', () => {
    const { paths, tags, components } = keptOperations(whole, '/v1/pets')
    expect(Object.keys(Object(paths))).toEqual(['/v1/pets', '/v1/pets/{id}'])
    expect(tags).toEqual([{ name: 'Pets' }])
    const { schemas, securitySchemes, ...others } = Object(components)
    expect(Object.keys(schemas)).toEqual(['Pet', 'Cat', 'Dog'])
    expect(Object.keys(securitySchemes)).toEqual(['token', 'key'])
    expect(others).toEqual({})
  })

  test('are all of them under a slash', () => {
    expect(Object.keys(Object(keptOperations(whole, '/').paths))).toHaveLength(3)
  })

  test('are refused when there are none', () => {
    expect(() => keptOperations(whole, '/v2')).toThrow(
      new CannotRunError(
        'The document has no path below /v2: it has 3, such as /v1/pets, /v1/pets/{id}, /v1/petshops. Say with --paths PREFIX which are meant.',
      ),
    )
  })

  test('are refused when they refer into another operation', () => {
    const schema = { $ref: '#/paths/~1v1~1petshops/get' }
    const paths = { '/v1/pets': { get: { responses: { 200: schema } } } }
    expect(() => keptOperations({ ...whole, paths }, '/v1/pets')).toThrow(
      'refers to #/paths/~1v1~1petshops/get, which is no component',
    )
  })

  test('of a whole published document are the whole of it', async () => {
    const { bundle } = await readDocument(join(root, 'test/fixtures/vendor-move/june.yaml'))
    expect(keptOperations(bundle, commonPrefix(bundle))).toEqual(bundle)
  })
})

describe('what all paths begin with', () => {
  const rows: [readonly string[], string][] = [
    [['/v1/pets', '/v1/pets/{id}'], '/v1/pets'],
    [['/v1/pets', '/v1/petshops'], '/v1'],
    [['/pets', '/shops'], '/'],
    [['/v1/{tenant}/pets', '/v1/{tenant}/shops'], '/v1'],
    [['/v1/pets'], '/v1/pets'],
    [[], '/'],
  ]
  test.each(rows)('of %j is %s', (paths, prefix) => {
    expect(commonPrefix({ paths: Object.fromEntries(paths.map((path) => [path, {}])) })).toBe(prefix)
  })
})
