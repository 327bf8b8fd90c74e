import { describe, expect, test } from 'vitest'
import { phraseText } from '../../src/docs/phrase.ts'
import { type SchemaView, schemaTeller } from '../../src/docs/schema/schema-view.ts'
import type { JsonSchema } from '../../src/document/model.ts'

const schemas: { readonly [name: string]: JsonSchema } = {
  Name: { type: 'string', maxLength: 38, description: 'A name.' },
  Pet: { type: 'object', required: ['name'], properties: { name: { $ref: 'Name' }, age: { type: 'integer' } } },
  Dog: { allOf: [{ $ref: 'Pet' }, { type: 'object', required: ['age'], properties: { barks: { type: 'boolean' } } }] },
  Tree: {
    type: 'object',
    properties: { label: { type: 'string' }, children: { type: 'array', items: { $ref: 'Tree' } } },
  },
  Wrapped: { type: 'object', properties: { inner: { allOf: [{ $ref: 'Wrapped' }, { description: 'Again.' }] } } },
  named: { type: 'object', properties: { deep: { type: 'object', properties: { b: { $ref: 'Name' } } } } },
}

const told = (schema: JsonSchema) => schemaTeller({ schemas }).view(schema, 'request')

/** A view in lines: path, type, marks and constraints of each member and branch. */
function lines(view: SchemaView): string[] {
  return [
    ...view.members.flatMap(({ anchor, required, schema }) => [
      `${anchor}: ${[schema.type, ...(required ? ['required'] : []), ...schema.marks, ...schema.constraints.map(phraseText)].join('; ')}${schema.toldAt ? ` -> ${schema.toldAt}` : ''}`,
      ...lines(schema),
    ]),
    ...view.choices.flatMap(({ branches }) =>
      branches.flatMap(({ anchor, title, schema }) => [`${anchor} ${title}: ${schema.type}`, ...lines(schema)]),
    ),
  ]
}

test('a name that is required and described nowhere is told as any other name', () => {
  const schema = { type: 'object', required: ['ghost', 'kind'], properties: { kind: { type: 'string' } } }
  const open = { ...schema, additionalProperties: { type: 'integer' } }
  expect(lines(told(schema))).toEqual(['request.ghost: any; required', 'request.kind: string; required'])
  expect(lines(told(open)).slice(0, 1)).toEqual(['request.ghost: integer; required'])
})

describe('types', () => {
  test.each<[string, JsonSchema]>([
    ['string', { type: 'string' }],
    ['string or integer', { type: ['string', 'integer'] }],
    ['string or null', { type: ['string', 'null'] }],
    ['string or null', { anyOf: [{ $ref: 'Name' }, { type: 'null' }] }],
    ['object or null', { oneOf: [{ type: 'null' }, { $ref: 'Pet' }] }],
    ['string or integer', { oneOf: [{ type: 'string' }, { type: 'integer' }] }],
    ['array of string', { type: 'array', items: { $ref: 'Name' } }],
    ['array of array of object', { type: 'array', items: { type: 'array', items: { $ref: 'Pet' } } }],
    ['array of (string or integer)', { items: { type: ['string', 'integer'] } }],
    ['array', { type: 'array' }],
    ['object', { $ref: 'Dog' }],
    ['object', { properties: { a: true } }],
    ['string', { enum: ['a', 'b'] }],
    ['integer', { const: 7 }],
    ['any', true],
    ['any', {}],
    ['integer', { allOf: [{ type: ['string', 'integer'] }, { type: 'integer' }] }],
  ])('%s', (type, schema) => {
    expect(told(schema).type).toBe(type)
  })
})

describe('constraints', () => {
  test.each<[string, JsonSchema]>([
    ['1 to 38 characters', { minLength: 1, maxLength: 38 }],
    ['exactly 1 character', { minLength: 1, maxLength: 1 }],
    ['at least 2 items', { minItems: 2 }],
    ['0 to 50 items', { minItems: 0, maxItems: 50 }],
    ['from 0 to 9', { minimum: 0, maximum: 9 }],
    ['at least 0, less than 1', { minimum: 0, exclusiveMaximum: 1 }],
    ['a multiple of 5', { multipleOf: 5 }],
    ['matches ^a', { pattern: '^a' }],
    ['no item twice', { uniqueItems: true }],
    ['always true', { const: true }],
    ['one of a, 1, null', { enum: ['a', 1, null] }],
    ['known values: A, B; others may appear', { 'x-extensible-enum': ['A', 'B'] }],
    ['no other members', { additionalProperties: false }],
    ['a needs b, c', { dependentRequired: { a: ['b', 'c'] } }],
    ['default []', { default: [] }],
    ['for example {"a":1}', { examples: [{ a: 1 }] }],
    ['holds image/png, base64', { contentMediaType: 'image/png', contentEncoding: 'base64' }],
    ['further rules stand in the document', { not: { type: 'string' } }],
    ['each item: at most 3 characters', { type: 'array', items: { type: 'string', maxLength: 3 } }],
  ])('%s', (text, schema) => {
    expect(told(schema).constraints.map(phraseText)).toEqual([text])
  })
})

describe('members', () => {
  test.each<[string, JsonSchema, string[]]>([
    [
      'come from all parts, the required first',
      { $ref: 'Dog' },
      [
        'request.age: integer; required',
        'request.name: string; required; at most 38 characters',
        'request.barks: boolean',
      ],
    ],
    [
      'of a list are those of its items',
      { type: 'array', items: { $ref: 'Pet' } },
      ['request[].name: string; required; at most 38 characters', 'request[].age: integer'],
    ],
    [
      'that lead back are told once',
      { $ref: 'Tree' },
      ['request.children: array of object -> request', 'request.label: string'],
    ],
    [
      'that lead back through several parts are told once',
      { $ref: 'Wrapped' },
      ['request.inner: object', 'request.inner.inner: object -> request.inner'],
    ],
    [
      'without a fixed name say which names are meant',
      { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: { type: 'integer' } },
      ['request.names_like_^x-: string', 'request.any_other_name: integer'],
    ],
    ['that are forbidden are none', { properties: { a: true }, allOf: [{ properties: { a: false } }] }, []],
    [
      'by their place',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
      ['request.item_1: string', 'request.item_2: integer'],
    ],
    [
      'of branches stand below them',
      { oneOf: [{ $ref: 'Pet' }, { title: 'Text', type: 'string' }] },
      [
        'request.oneOf-1 Pet: object',
        'request.oneOf-1.name: string; required; at most 38 characters',
        'request.oneOf-1.age: integer',
        'request.oneOf-2 Text: string',
      ],
    ],
    [
      'of what may be null stand where they are',
      { oneOf: [{ $ref: 'Pet' }, { type: 'null' }] },
      ['request.name: string; required; at most 38 characters', 'request.age: integer'],
    ],
    [
      'say what is only read, only written or deprecated',
      {
        properties: { a: { type: 'string', readOnly: true }, b: { type: 'string', writeOnly: true, deprecated: true } },
      },
      ['request.a: string; read only', 'request.b: string; write only; deprecated'],
    ],
    [
      'that differ in spaces keep places of their own',
      { properties: { 'a b': true, a_b: true } },
      ['request.a_b: any', 'request.a_b~2: any'],
    ],
  ])('%s', (_, schema, expected) => {
    expect(lines(told(schema))).toEqual(expected)
  })

  test('of a schema that was told before on the page are not told again', () => {
    const teller = schemaTeller({ schemas })
    expect(teller.view({ $ref: 'Pet' }, 'request').toldAt).toBeUndefined()
    const again = teller.view({ $ref: 'Pet', description: 'The stored one.' }, 'response')
    expect(again).toMatchObject({ toldAt: 'request', members: [], description: 'The stored one.', name: 'Pet' })
    expect(teller.view({ $ref: 'Name' }, 'other')).toMatchObject({ toldAt: undefined, type: 'string' })
  })
})

test('what stands nearest is the description: beside the reference, else behind it', () => {
  expect(told({ $ref: 'Name' }).description).toBe('A name.')
  expect(told({ $ref: 'Name', description: 'Mine.' }).description).toBe('Mine.')
})
