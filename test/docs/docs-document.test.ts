import { expect, test } from 'vitest'
import { docsDocument } from '../../src/docs/redoc/docs-document.ts'

const choice = [
  { title: 'A', type: 'object', description: 'a', required: ['a'], properties: { a: { description: 'a' }, b: false } },
  { title: 'B', required: ['b'], properties: { a: false, b: {} } },
]

test('a choice of presence is taken out and said in words, where it stands and where it is used', () => {
  const document = {
    paths: {
      '/x': {
        post: {
          requestBody: {
            description: 'The body.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Whole' } } },
          },
        },
      },
    },
    components: {
      schemas: {
        One: { description: 'One of them.', oneOf: choice },
        Whole: {
          description: 'Whole.',
          properties: { a: { type: 'string' }, b: { type: 'string' } },
          allOf: [{ $ref: '#/components/schemas/One' }],
        },
      },
    },
  }
  const words = 'Exactly one of `a`, `b` must be present.'
  expect(docsDocument(document)).toEqual({
    paths: {
      '/x': {
        post: {
          requestBody: {
            description: `The body.\n\n${words}`,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Whole' } } },
          },
        },
      },
    },
    components: {
      schemas: {
        One: { description: `One of them.\n\n${words}` },
        Whole: { description: `Whole.\n\n${words}`, properties: { a: { type: 'string' }, b: { type: 'string' } } },
      },
    },
  })
})

test('a choice that is more than one of each is said to be one of combinations', () => {
  const oneOf = [{ required: ['a', 'b'], properties: { a: {}, b: {} } }, { properties: { a: false } }]
  expect(docsDocument({ components: { schemas: { S: { properties: { a: {} }, oneOf } } } })).toEqual({
    components: {
      schemas: { S: { properties: { a: {} }, description: 'Only certain combinations of `a`, `b` are accepted.' } },
    },
  })
})

test('an example is shown as it was written, whatever it looks like', () => {
  const example = { additionalProperties: true, oneOf: choice, 'x-extensible-enum': ['a'] }
  const document = { components: { schemas: { S: { type: 'object', properties: { example: { example } }, example } } } }
  expect(docsDocument(document)).toEqual(document)
})

test('words that name every member already are left as they are', () => {
  const schema = { description: 'Give `a` or `b`.', properties: { a: { type: 'string' }, b: {} }, oneOf: choice }
  const { oneOf: _, ...rest } = schema
  expect(docsDocument({ components: { schemas: { S: schema } } })).toEqual({
    components: { schemas: { S: rest } },
  })
})

test('a choice between real alternatives stays', () => {
  const document = {
    components: {
      schemas: {
        S: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
        T: { oneOf: [{ required: ['a'], properties: { a: { type: 'string' } } }, { required: ['b'] }] },
      },
    },
  }
  expect(docsDocument(document)).toEqual(document)
})
