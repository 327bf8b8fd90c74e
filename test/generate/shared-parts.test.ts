import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { generate } from '../../src/generate/pipeline.ts'
import { withSharedParts } from '../../src/generate/shared-parts.ts'
import { temporaryFolder } from '../workspace.ts'

/** Large enough to be worth a function, with an inner object that is, too. */
const address = {
  type: 'object',
  required: ['street'],
  properties: Object.fromEntries(
    ['street', 'place', 'code', 'country', 'description', 'properties'].map((name) => [
      name,
      { type: 'string', minLength: 1, maxLength: 100, pattern: '^[^<>]*$' },
    ]),
  ),
}
const person = { type: 'object', required: ['home'], properties: { home: address, work: address } }

const sharedOf = (schemas: object) => withSharedParts(new Map(Object.entries(schemas)))

test('what several schemas spell out alike becomes one schema, that they refer to', () => {
  const { schemas, parts } = sharedOf({ Order: { properties: { to: address } }, Bill: { items: address } })
  const [name = ''] = parts.keys()
  expect([...parts]).toEqual([[name, address]])
  expect(schemas.get('Order')).toEqual({ properties: { to: { $ref: name } } })
  expect(schemas.get('Bill')).toEqual({ items: { $ref: name } })
})

test('a part of a part is one of its own only where it stands elsewhere too', () => {
  const once = sharedOf({
    A: { items: { properties: { inner: person } } },
    B: { items: { properties: { inner: person } } },
  })
  expect(once.parts.size).toBe(2)
  const elsewhere = sharedOf({ A: { items: person }, B: { items: person }, C: { items: address } })
  expect([...elsewhere.parts.values()]).toContainEqual(address)
})

test.each([
  ['what only explains', { ...address, title: 'Where to', examples: [{ street: 'x' }] }],
  ['what a property of that name does not', { ...address, default: {} }],
])('%s makes no difference', (_, other) => {
  expect(sharedOf({ A: { items: address }, B: { items: other } }).parts.size).toBe(1)
})

test.each([
  ['another rule', { ...address, minProperties: 1 }],
  ['another rule further in', { ...address, properties: { ...address.properties, code: { type: 'string' } } }],
  ['a property called like an explanation', { ...address, properties: { ...address.properties, title: true } }],
])('%s makes one', (_, other) => {
  expect(sharedOf({ A: { items: address }, B: { items: other } }).parts.size).toBe(0)
})

test.each(['allOf', 'anyOf', 'oneOf'])('what stands in %s looks at the same value, and stays', (keyword) => {
  const { schemas, parts } = sharedOf({ A: { [keyword]: [address] }, B: { [keyword]: [address] } })
  expect(parts.size).toBe(0)
  expect(schemas.get('A')).toEqual({ [keyword]: [address] })
})

test('a small schema stays where it is', () => {
  const small = { type: 'string', minLength: 1 }
  expect(sharedOf({ A: { items: small }, B: { items: small } }).parts.size).toBe(0)
})

test('the validators of a document give the errors of each place, and the code holds the part once', async () => {
  const folder = temporaryFolder()
  const json = (schema: object) => ({ content: { 'application/json': { schema } } })
  const document = {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    paths: {
      '/orders': {
        post: {
          operationId: 'order',
          requestBody: json({ type: 'object', properties: { from: address, to: { type: 'array', items: address } } }),
          responses: { 200: { description: 'Done', ...json({ type: 'object', properties: { to: address } }) } },
        },
      },
    },
  }
  const spec = join(folder, 'openapi.json')
  writeFileSync(spec, JSON.stringify(document))
  const { files } = await generate({ spec, out: folder })
  const code = files.get('validators.js') ?? ''
  expect(code.match(/data\.country !== undefined/g)).toHaveLength(1)
  const file = join(folder, 'validators.mjs')
  writeFileSync(file, code)
  const { orderRequestBody } = await import(pathToFileURL(file).href)
  const right = { street: 'High Street' }
  expect(orderRequestBody({ from: right, to: [right] })).toBe(true)
  expect(orderRequestBody({ from: right, to: [right, { ...right, code: '' }] })).toBe(false)
  expect(orderRequestBody.errors).toMatchObject([{ instancePath: '/to/1/code', keyword: 'minLength' }])
  expect(orderRequestBody({ from: {} })).toBe(false)
  expect(orderRequestBody.errors).toMatchObject([{ instancePath: '/from', keyword: 'required' }])
})
