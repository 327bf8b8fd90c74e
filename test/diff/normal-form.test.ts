import { expect, test } from 'vitest'
import { normalForm } from '../../src/diff/search/normal-form.ts'
import type { JsonSchema, Model } from '../../src/document/model.ts'
import { readModel } from '../../src/document/read-model.ts'

const named = {
  Name: { type: 'string', minLength: 1 },
  Tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
}
const model: Model = readModel({ openapi: '3.1.0', info: {}, paths: {}, components: { schemas: named } })

const same: [string, JsonSchema, JsonSchema][] = [
  ['a wrap', { type: 'string' }, { allOf: [{ type: 'string' }] }],
  ['a reference and what it names', { $ref: 'Name' }, { type: 'string', minLength: 1 }],
  [
    'a rule beside a reference, and in its place',
    { $ref: 'Name', maxLength: 3 },
    { type: 'string', minLength: 1, maxLength: 3 },
  ],
  ['the narrower of two limits', { allOf: [{ minimum: 1 }, { minimum: 3 }] }, { minimum: 3 }],
  ['a constant and an enum of one', { const: 'a' }, { enum: ['a'] }],
  ['an enum within its type', { type: 'string', enum: ['a', 1] }, { enum: ['a'] }],
  [
    'types that two parts have in common',
    { allOf: [{ type: ['string', 'integer'] }, { type: 'number' }] },
    { type: 'integer' },
  ],
  ['whole numbers above and from', { type: 'integer', exclusiveMinimum: 0 }, { type: 'integer', minimum: 1 }],
  ['what is never', false, { not: {} }],
  ['a double negation', { not: { not: { type: 'string' } } }, { type: 'string' }],
  ['a property that must not be', { type: 'object', properties: { a: false } }, { not: { required: ['a'] } }],
  [
    'branches in another order',
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    { oneOf: [{ type: 'null' }, { type: 'string' }] },
  ],
  ['a schema that contains itself, opened once', { $ref: 'Tree' }, { $ref: 'Tree' }],
  ['explanations', { type: 'string', title: 'A', default: 'b', examples: ['c'] }, { type: 'string' }],
]

test.each(same)('%s say the same', (_, one, other) => {
  expect(normalForm(model, one)).toBe(normalForm(model, other))
})

const different: [string, JsonSchema, JsonSchema][] = [
  ['a member that is required and one that is not', { required: ['a'] }, { properties: { a: {} } }],
  ['one of and any of', { oneOf: [{ minimum: 1 }, { maximum: 3 }] }, { anyOf: [{ minimum: 1 }, { maximum: 3 }] }],
  [
    'a branch twice among which one must hold',
    { oneOf: [{ type: 'string' }, { type: 'string' }] },
    { oneOf: [{ type: 'string' }, {}] },
  ],
  ['numbers above and from', { type: 'number', exclusiveMinimum: 0 }, { type: 'number', minimum: 1 }],
  [
    'a member that must not be, of any value and of objects',
    { properties: { a: false } },
    { not: { required: ['a'] } },
  ],
  [
    'an object closed beside and around its properties',
    { properties: { a: {} }, additionalProperties: false },
    { allOf: [{ properties: { a: {} } }, { additionalProperties: false }] },
  ],
  ['two patterns', { pattern: 'a' }, { pattern: 'b' }],
  [
    'items behind a first one, and all',
    { prefixItems: [{}], items: { type: 'string' } },
    { items: { type: 'string' } },
  ],
  [
    'a schema that contains itself and one that does not',
    { $ref: 'Tree' },
    { type: 'object', properties: { children: { type: 'array', items: { type: 'object' } } } },
  ],
  ['null and no null', { type: ['string', 'null'] }, { type: 'string' }],
]

test.each(different)('%s do not', (_, one, other) => {
  expect(normalForm(model, one)).not.toBe(normalForm(model, other))
})
