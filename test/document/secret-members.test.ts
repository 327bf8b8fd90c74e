import { describe, expect, test } from 'vitest'
import type { JsonSchema } from '../../src/document/model.ts'
import { secretMembers } from '../../src/document/secret-members.ts'

const key: JsonSchema = { type: 'string', format: 'password' }
const schemas: { readonly [name: string]: JsonSchema } = {
  Key: key,
  Node: { properties: { next: { $ref: 'Node' }, pin: { writeOnly: true } } },
}

const rows: [schema: JsonSchema, names: string[]][] = [
  [{ properties: { a: key, b: { type: 'string' } } }, ['a']],
  [{ properties: { b: { writeOnly: true }, a: { $ref: 'Key' } } }, ['a', 'b']],
  [{ properties: { a: { allOf: [{}, { $ref: 'Key' }] } } }, ['a']],
  [{ items: { oneOf: [true, { properties: { a: key } }] } }, ['a']],
  [{ properties: { list: { items: key }, map: { additionalProperties: key } } }, ['list', 'map']],
  [{ properties: { map: { patternProperties: { '^x': key } } } }, ['map']],
  [{ $ref: 'Node' }, ['pin']],
  [{ if: { properties: { a: key } } }, ['a']],
  [key, []],
  [{ properties: { a: { not: key, examples: [key], default: key } }, $defs: { b: { properties: { c: key } } } }, []],
  [{ properties: { writeOnly: { type: 'boolean' }, properties: { properties: { a: {} } } } }, []],
]

describe('the members of a schema that hold secrets', () => {
  test.each(rows)('of %j', (schema, names) => {
    expect(secretMembers(schemas, [schema])).toEqual(names)
  })
})
