import { expect, test } from 'vitest'
import { compareDocuments, foundChanges } from '../../src/diff/compare-documents.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { asRevision } from './revisions.ts'

type Schema = JsonObject | boolean

/** A document with one operation. */
function document(request: Schema, answer: Schema = true, operation: JsonObject = {}): JsonObject {
  const json = (schema: Schema) => ({ description: 'x', content: { 'application/json': { schema } } })
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {
      '/pets': {
        post: { operationId: 'createPet', requestBody: json(request), responses: { 200: json(answer) }, ...operation },
      },
    },
    components: {
      schemas: {
        Tree: { type: 'object', properties: { v: { maxLength: 9 }, next: { $ref: '#/components/schemas/Tree' } } },
      },
    },
  }
}

const object = (properties: JsonObject, more: JsonObject = {}) => ({ type: 'object', properties, ...more })
const asked = (before: Schema, after: Schema) => [document(before), document(after)] as const
const answered = (before: Schema, after: Schema) => [document(true, before), document(true, after)] as const
const query = (before: JsonObject, after: JsonObject) =>
  [before, after].map((one) =>
    document(true, true, { parameters: [{ name: 'q', in: 'query', ...one }] }),
  ) as unknown as readonly [JsonObject, JsonObject]
const map = (others: Schema) => ({ type: 'object', additionalProperties: others })
const texts = { type: 'array', items: { type: 'string' } }

const breaking: [string, readonly [JsonObject, JsonObject]][] = [
  [
    'a tuple',
    asked({ type: 'array', prefixItems: [{ type: 'string' }] }, { type: 'array', prefixItems: [{ type: 'integer' }] }),
  ],
  ['a map in a map', asked(object({ m: map(map({ maximum: 9 })) }), object({ m: map(map({ maximum: 5 })) }))],
  ['names of a map', asked(map({ type: 'string' }), { ...map({ type: 'string' }), propertyNames: { pattern: '^x' } })],
  ['a branch of any of', asked({ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { anyOf: [{ type: 'string' }] })],
  [
    'two members together',
    asked(object({ a: {}, b: {} }), object({ a: {}, b: {} }, { dependentRequired: { a: ['b'] } })),
  ],
  [
    'one of two members',
    asked(object({ a: {}, b: {} }), object({ a: {}, b: {} }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] })),
  ],
  ['fewer members', asked(object({ a: {}, b: {} }), object({ a: {}, b: {} }, { maxProperties: 1 }))],
  ['a value of an enum taken out', asked({ enum: ['a', 'b'] }, { enum: ['a', 'b'], not: { const: 'b' } })],
  ['null among names', asked({ enum: ['a', null] }, { enum: ['a'] })],
  [
    'lists in lists',
    asked({ type: 'array', items: { ...texts, maxItems: 4 } }, { type: 'array', items: { ...texts, maxItems: 2 } }),
  ],
  ['one item that must be', asked(texts, { ...texts, contains: { const: 'x' } })],
  ['a pattern within another', asked({ type: 'string', pattern: '^[a-z]+$' }, { type: 'string', pattern: '^[a-c]+$' })],
  ['a member of any kind', asked(object({ a: {} }), object({ a: { type: 'object' } }))],
  ['numbers up to and below', asked({ type: 'number', maximum: 5 }, { type: 'number', exclusiveMaximum: 5 })],
  [
    'a promised member that the service sets',
    answered(
      object({ id: { type: 'string', readOnly: true } }, { required: ['id'] }),
      object({ id: { type: 'string', readOnly: true } }),
    ),
  ],
  [
    'a further branch of answers',
    answered({ oneOf: [{ type: 'string' }] }, { oneOf: [{ type: 'string' }, { type: 'integer' }] }),
  ],
  ['values of a map in answers', answered(map({ type: 'string' }), map({ type: ['string', 'integer'] }))],
  ['a list in a query, joined', query({ schema: texts }, { schema: texts, explode: false })],
  ['yes and no in a query as a number', query({ schema: { type: 'boolean' } }, { schema: { type: 'integer' } })],
  [
    'an object in a query',
    query(
      { style: 'deepObject', schema: object({ a: {} }) },
      { style: 'deepObject', schema: object({ a: {} }, { required: ['a'] }) },
    ),
  ],
  [
    'JSON in a query',
    query(
      { content: { 'application/json': { schema: object({ a: { type: 'string' } }) } } },
      { content: { 'application/json': { schema: object({ a: { type: 'integer' } }) } } },
    ),
  ],
]

test.each(breaking)('%s: who did right before is refused, or gets what could not come', (_, [before, after]) => {
  const { changes } = foundChanges(asRevision(before), asRevision(after))
  expect(
    changes.filter(({ rating, witness }) => rating === 'breaking' && (witness || changes.length === 1)),
  ).not.toEqual([])
})

const harmless: [string, readonly [JsonObject, JsonObject]][] = [
  ['whole numbers among all', asked({ type: 'integer' }, { type: 'number' })],
  [
    'a member that only the service sets',
    asked(object({ a: {} }), object({ a: {}, id: { readOnly: true } }, { required: ['id'] })),
  ],
  ['a number in a query as a text', query({ schema: { type: 'integer' } }, { schema: { type: 'string' } })],
  ['another default', asked(object({ a: { default: 1 } }), object({ a: { default: 2 } }))],
  [
    'what refers to itself, named twice',
    asked({ $ref: '#/components/schemas/Tree' }, { allOf: [{ $ref: '#/components/schemas/Tree' }] }),
  ],
]

test.each(harmless)('%s: nobody is hurt', (_, [before, after]) => {
  const { changes } = foundChanges(asRevision(before), asRevision(after))
  expect(changes.filter(({ rating }) => rating === 'breaking')).toEqual([])
})

test('what is not searched, such as callbacks, is left to redocly diff', async () => {
  const born = (maxLength: number) => ({
    callbacks: {
      born: {
        '{$request.body#/url}': {
          post: {
            requestBody: { content: { 'application/json': { schema: { type: 'string', maxLength } } } },
            responses: { 200: { description: 'x' } },
          },
        },
      },
    },
  })
  const [before, after] = [9, 5].map((length) => asRevision(document(true, true, born(length))))
  if (!before || !after) throw new Error('There are two documents')
  const { changes, falseAlarms } = await compareDocuments(before, after)
  expect(falseAlarms).toEqual([])
  expect(changes.every(({ id, rating }) => id.startsWith('redocly/') && rating === 'breaking')).toBe(true)
})
