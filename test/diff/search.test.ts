import { expect, test } from 'vitest'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { search } from '../../src/diff/search/search.ts'
import type { Side } from '../../src/diff/search/side.ts'
import type { JsonSchema } from '../../src/document/model.ts'
import { readModel } from '../../src/document/read-model.ts'

const model = readModel({ openapi: '3.1.0', info: {}, paths: {} })

function side(schema: JsonSchema, more: Partial<Side> = {}): Side {
  return { model, rules: schemaRules(model), schema, examples: [], absent: 'readOnly', ...more }
}

const person = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', maxLength: 10 },
    age: { type: 'integer' },
    pets: { type: 'array', items: { type: 'object', properties: { kind: { enum: ['cat', 'dog'] } } } },
  },
}
const withName = (name: JsonSchema) => ({ ...person, properties: { ...person.properties, name } })

test('a witness is the smallest value that shows the difference', () => {
  const { differences, tried } = search(side(person), side(withName({ type: 'string', maxLength: 3 })))
  expect(differences).toMatchObject([
    { pointer: '#/name', witness: { name: expect.stringMatching(/^.{4}$/) }, violation: { keyword: 'maxLength' } },
  ])
  expect(tried).toBeGreaterThan(20)
})

test('what lies in lists is shown by one item', () => {
  const pets = { type: 'array', items: { type: 'object', properties: { kind: { enum: ['cat'] } } } }
  const { differences } = search(side(person), side({ ...person, properties: { ...person.properties, pets } }))
  expect(differences).toMatchObject([
    { pointer: '#/pets/0/kind', witness: { pets: [{ kind: 'dog' }] }, values: ['dog'] },
  ])
})

test('what both say tells nothing apart, and the same search finds the same', () => {
  expect(search(side(person), side({ allOf: [person] })).differences).toEqual([])
  const once = () => search(side(person), side(withName({ type: 'string', pattern: '^[a-z]+$' })))
  expect(once()).toEqual(once())
})

test('a name that is not documented is in no value, unless the object is a map', () => {
  const closed = { ...person, additionalProperties: false }
  expect(search(side(person), side(closed)).differences).toEqual([])
  const map = { type: 'object', additionalProperties: { type: 'string' } }
  const numbers = { type: 'object', additionalProperties: { type: 'integer' } }
  expect(search(side({ type: 'object' }), side(numbers)).differences).toEqual([])
  expect(search(side({ ...person, additionalProperties: true }), side(closed)).differences).toMatchObject([
    { violation: { keyword: 'additionalProperties' } },
  ])
  expect(search(side(map), side(numbers)).differences).toMatchObject([{ violation: { keyword: 'type' } }])
})

test('what travels as text is refused only when no reading of it is valid', () => {
  const text = (schema: JsonSchema) => side(schema, { isText: true })
  expect(search(text({ type: 'integer' }), text({ type: 'string' })).differences).toEqual([])
  expect(search(text({ type: 'string' }), text({ type: 'integer' })).differences).toMatchObject([
    { violation: { keyword: 'type' } },
  ])
})

test('where a value is of a wrong type, nothing else is said of it', () => {
  const { differences } = search(side(person), side(withName({ type: 'integer', enum: [1, 2], minimum: 1 })))
  expect(differences.map(({ violation }) => violation.keyword)).toEqual(['type'])
})
