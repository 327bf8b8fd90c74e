import { describe, expect, test } from 'vitest'
import { casesFor } from '../../src/contract/plan.ts'
import { curlLine, requestText } from '../../src/contract/request.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { contextOf } from '../../src/contract/strategy.ts'
import { validRequests } from '../../src/contract/valid-requests.ts'
import type { JsonObject } from '../../src/document/json.ts'
import type { Model, Parameter } from '../../src/document/model.ts'
import { parameterText } from '../../src/document/parameter-text.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { oneOperation } from './one-operation.ts'

function validRequestOf(model: Model) {
  const [operation] = model.operations
  if (!operation) throw new Error('The document has no operation')
  const valid = validRequests(model, schemaRules(model))(operation)
  return valid && requestText(operation, valid.parts)
}

const body = (mediaType: string, schema: JsonObject) => ({
  requestBody: { required: true, content: { [mediaType]: { schema } } },
})
const text = { type: 'object', properties: { a: { type: 'string', examples: ['b c'] } } }

describe('a valid request', () => {
  test('of a form or a text is sent in its media type', () => {
    const form = validRequestOf(oneOperation(body('application/x-www-form-urlencoded', text)))
    expect(form).toMatchObject({ body: 'a=b+c', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    const parts = validRequestOf(oneOperation(body('multipart/form-data', text)))
    expect(parts?.headers['content-type']).toBe('multipart/form-data; boundary=contract-boundary')
    expect(parts?.body).toBe(
      '--contract-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb c\r\n--contract-boundary--\r\n',
    )
    const plain = validRequestOf(oneOperation(body('text/plain', { type: 'string', examples: ['hello'] })))
    expect(plain).toMatchObject({ body: 'hello', headers: { 'content-type': 'text/plain' } })
  })

  test('asks for every documented media type', () => {
    const content = { 'text/csv': {}, 'application/problem+json': {} }
    const request = validRequestOf(oneOperation({ responses: { 200: { description: 'Rows', content } } }))
    expect(request?.headers.accept).toBe('text/csv, application/problem+json')
  })

  test('is made of values that the schema accepts, and is not made where there is none', () => {
    const parameter = (schema: JsonObject) => ({ parameters: [{ name: 'list', in: 'query', required: true, schema }] })
    const list = { type: 'array', items: { type: 'string', enum: ['a'] } }
    expect(validRequestOf(oneOperation(parameter(list)))?.path).toBe('/things?list=a')
    expect(validRequestOf(oneOperation(parameter({ type: 'string', pattern: '^[0-9]{9}$' })))).toBeUndefined()
    expect(
      validRequestOf(oneOperation(body('application/json', { type: 'string', pattern: '^[0-9]{9}$' }))),
    ).toBeUndefined()
  })

  test('has every optional member but those for which no valid value is known', () => {
    const code = { type: 'string', pattern: '^[0-9]{9}$' }
    const inner = { type: 'object', properties: { code, name: { type: 'string' } } }
    const list = { type: 'array', items: { type: 'object', required: ['code'], properties: { code } } }
    const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, code, inner, list } }
    const model = oneOperation(body('application/json', schema))
    const [operation] = model.operations
    const valid = operation && validRequests(model, schemaRules(model))(operation)
    expect(valid?.bodies).toEqual([{ id: 'sample' }, { id: 'sample', inner: { name: 'sample' }, list: [] }])
  })

  test.each([
    [{ type: 'apiKey', in: 'header', name: 'X-Key' }, `-H "x-key: $TOKEN"`],
    [{ type: 'apiKey', in: 'query', name: 'key' }, `"http://host/things?key=$TOKEN"`],
    [{ type: 'apiKey', in: 'cookie', name: 'session' }, `-H "cookie: session=$TOKEN"`],
    [{ type: 'http', scheme: 'basic' }, `-H "authorization: Basic $TOKEN"`],
    [{ type: 'oauth2', flows: {} }, `-H "authorization: Bearer $TOKEN"`],
  ])('carries its credential as %j says, and the curl line hides it', (scheme, expected) => {
    const model = oneOperation({ security: [{ one: [] }] }, { securitySchemes: { one: scheme } })
    const request = validRequestOf(model)
    const curl = request && curlLine('http://host', request)
    expect(curl).toContain(expected)
    expect(curl).not.toContain('contract-token')
  })
})

test('the rules of a list in the query are broken, each by a list', () => {
  const items = { type: 'string', examples: ['a'] }
  const schema = { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items }
  const model = oneOperation({ parameters: [{ name: 'list', in: 'query', schema }] })
  const cases = casesFor(contextOf(model, schemaRules(model)), { mock: false, token: false, offers: false })
  const sent = cases.filter(({ id }) => id.startsWith('broken-rule/')).map(({ id, request }) => [id, request.path])
  expect(sent).toEqual([
    ['broken-rule/postThing/query-list-maxItems', '/things?list=a&list=a&list=a'],
    ['broken-rule/postThing/query-list-uniqueItems', '/things?list=a&list=a'],
  ])
})

test('nothing is broken about what only the service sets', () => {
  const schema = { type: 'object', properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } } }
  const model = oneOperation(body('application/json', schema))
  const ids = casesFor(contextOf(model, schemaRules(model)), { mock: false, token: false, offers: false }).map(
    ({ id }) => id,
  )
  expect(ids).toContain('broken-rule/postThing/name-type/integer')
  expect(ids.filter((id) => id.includes('/id-'))).toEqual([])
})

test('a body that is not JSON says that it is, also where no valid one could be made', () => {
  const content = { 'application/json': { schema: { type: 'string', pattern: '^[0-9]{9}$' } } }
  const model = oneOperation({ requestBody: { content } })
  const malformed = casesFor(contextOf(model, schemaRules(model)), { mock: false, token: false, offers: false }).find(
    ({ id }) => id.startsWith('malformed-json/'),
  )
  expect(malformed?.request.headers['content-type']).toBe('application/json')
})

test('a curl line can be pasted: quotes, brackets and empty headers arrive as they are', () => {
  const headers = { 'x-empty': '' }
  const request = { method: 'POST', path: '/things?deep[a]=1', headers, body: `it's "$HOME"` }
  expect(curlLine('http://host', request)).toBe(
    `curl -i -g -X POST 'http://host/things?deep[a]=1' -H 'x-empty;' --data-raw 'it'\\''s "$HOME"'`,
  )
})

describe('the suite writes parameters by itself', async () => {
  const { bundle } = await readDocument('test/fixtures/documents/parameter-styles/openapi.yaml')
  const parameters = readModel(bundle).operations.flatMap((operation) =>
    operation.parameters.map((parameter) => [`${operation.operationId} ${parameter.name}`, parameter] as const),
  )
  const named = new Map<string, Parameter>(parameters)
  const rows: [string, unknown, string][] = [
    ['simpleStyle list', ['a b', 'c'], 'a%20b,c'],
    ['simpleStyle object', { a: 1, b: 2 }, 'a,1,b,2'],
    ['simpleStyle exploded', { a: 1, b: 2 }, 'a=1,b=2'],
    ['labelStyle list', ['a', 'b'], '.a,b'],
    ['labelStyle object', { a: 1, b: 2 }, '.a=1.b=2'],
    ['labelStyle plain', 'a', '.a'],
    ['matrixStyle list', ['a', 'b'], ';list=a;list=b'],
    ['matrixStyle object', { a: 1, b: 2 }, ';object=a,1,b,2'],
    ['matrixStyle plain', 'a', ';plain=a'],
    ['queryStyles form', ['a', 'b'], 'form=a&form=b'],
    ['queryStyles flat', ['a', 'b'], 'flat=a,b'],
    ['queryStyles spaced', ['a', 'b'], 'spaced=a%20b'],
    ['queryStyles piped', ['a', 'b'], 'piped=a%7Cb'],
    ['queryStyles deep', { a: 1, b: 2 }, 'deep[a]=1&deep[b]=2'],
    ['queryStyles object', { a: 1, b: 2 }, 'a=1&b=2'],
    ['queryStyles json', { a: 1 }, 'json=%7B%22a%22%3A1%7D'],
    ['headerAndCookie X-List', ['a', 'b c'], 'a,b c'],
    ['headerAndCookie X-Object', { a: 1, b: 2 }, 'a=1,b=2'],
    ['headerAndCookie session', 'a b', 'session=a%20b'],
  ]
  test.each(rows)('%s of %j', (name, value, expected) => {
    const parameter = named.get(name)
    expect(parameter && parameterText(parameter, value)).toBe(expected)
  })
})
