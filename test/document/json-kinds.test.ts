import { describe, expect, test } from 'vitest'
import { admittedKinds } from '../../src/document/json-kinds.ts'
import type { JsonSchema } from '../../src/document/model.ts'

const schemas: { readonly [name: string]: JsonSchema } = {
  Text: { type: 'string' },
  Loop: { allOf: [{ $ref: 'Loop' }, { type: ['object', 'null'] }] },
  Tree: { type: 'array', items: { $ref: 'Tree' } },
}

const rows: [schema: JsonSchema, kinds: readonly string[] | undefined][] = [
  [true, undefined],
  [{}, undefined],
  [{ properties: { a: {} } }, undefined],
  [{ $ref: 'Missing' }, undefined],
  [{ not: { type: 'string' } }, undefined],
  [{ if: { type: 'string' } }, undefined],
  [{ type: 'object' }, ['object']],
  [{ type: ['string', 'null'] }, ['null', 'string']],
  [{ type: 'number' }, ['number']],
  [{ type: ['number', 'integer'] }, ['number']],
  [{ type: 'number', allOf: [{ type: 'integer' }] }, ['integer']],
  [{ $ref: 'Text' }, ['string']],
  [{ $ref: 'Tree' }, ['array']],
  [{ $ref: 'Loop' }, ['null', 'object']],
  [{ $ref: 'Loop', type: 'object' }, ['object']],
  [{ oneOf: [{ $ref: 'Text' }, { type: 'integer' }] }, ['integer', 'string']],
  [{ anyOf: [{ type: 'null' }, { $ref: 'Text' }] }, ['null', 'string']],
  [{ anyOf: [{ $ref: 'Text' }, {}] }, undefined],
  [{ allOf: [{ minLength: 1 }, { $ref: 'Text' }] }, ['string']],
  [{ enum: ['a', 1, null] }, ['integer', 'null', 'string']],
  [{ const: [] }, ['array']],
  [{ allOf: [{ type: 'string' }, { type: 'object' }] }, undefined],
  [false, undefined],
]

describe('the kinds of JSON that a schema admits', () => {
  test.each(rows)('of %j', (schema, kinds) => {
    expect(admittedKinds(schemas, schema)).toEqual(kinds)
  })
})
