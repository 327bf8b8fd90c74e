import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OperationDescriptor } from '../../src/client/descriptor.ts'
import { InvalidRequestError } from '../../src/client/errors.ts'
import { type ParameterValues, serializeParameters } from '../../src/client/parameters.ts'
import { styles } from '../../src/client/styles.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'

const { bundle } = await readDocument(join(root, 'test/fixtures/documents/parameter-styles/openapi.yaml'))
const operations = new Map(
  readModel(bundle).operations.map((operation) => [
    operation.operationId,
    { ...operation, responses: {} } as unknown as OperationDescriptor,
  ]),
)

function serialized(operationId: string, values: ParameterValues) {
  const operation = operations.get(operationId)
  if (!operation) throw new Error(`The fixture has no ${operationId}`)
  return serializeParameters(operation, values, styles)
}

const list = ['a b', 'c/d']
const object = { a: 'x&y', b: 2, c: undefined }

/** Expected texts follow the style examples of OpenAPI 3.1, Parameter Object. */
const paths: [string, ParameterValues['path'], string][] = [
  ['simpleStyle', { list, object, exploded: object }, '/simple/a%20b,c%2Fd/a,x%26y,b,2/a=x%26y,b=2'],
  ['labelStyle', { list, object, plain: 'p' }, '/label/.a%20b,c%2Fd/.a=x%26y.b=2/.p'],
  ['matrixStyle', { list, object, plain: 'p' }, '/matrix/;list=a%20b;list=c%2Fd/;object=a,x%26y,b,2/;plain=p'],
]

const queries: [ParameterValues['query'], string][] = [
  [{ form: list }, 'form=a%20b&form=c%2Fd'],
  [{ form: [] }, ''],
  [{ flat: list }, 'flat=a%20b,c%2Fd'],
  [{ spaced: list }, 'spaced=a%20b%20c%2Fd'],
  [{ piped: list }, 'piped=a%20b|c%2Fd'],
  [{ deep: object }, 'deep[a]=x%26y&deep[b]=2'],
  [{ object }, 'a=x%26y&b=2'],
  [{ reserved: 'a/b?c=d&e#f+g' }, 'reserved=a/b?c=d%26e%23f%2Bg'],
  [{ json: { a: 1 } }, 'json=%7B%22a%22%3A1%7D'],
  [{ form: [new Date('2026-05-06T09:30:00Z')] }, 'form=2026-05-06T09%3A30%3A00.000Z'],
]

describe('parameters are serialized in their documented style', () => {
  test.each(paths)('in the path of %s', (operationId, path, expected) => {
    expect(serialized(operationId, { path }).path).toBe(expected)
  })

  test.each(queries)('in a query: %j', (query, expected) => {
    const { query: text } = serialized('queryStyles', { query: { ...query, needed: true } })
    expect(text).toBe(expected === '' ? 'needed=true' : `${expected}&needed=true`)
  })

  test('a parameter that is called like a member of every object is not sent unless it is given', () => {
    const inherited = { name: 'toString', in: 'query', required: false, style: 'form', explode: true } as const
    const operation = { ...(operations.get('queryStyles') as OperationDescriptor), parameters: [inherited] }
    expect(serializeParameters(operation, { query: {} }).query).toBe('')
    expect(serializeParameters(operation, { query: { toString: 'a' } }).query).toBe('toString=a')
  })

  test('a path parameter stays in its place, whatever it holds and whatever the document allows', () => {
    const file = {
      name: 'file',
      in: 'path',
      required: true,
      style: 'simple',
      explode: false,
      allowReserved: true,
    } as const
    const operation = {
      ...(operations.get('queryStyles') as OperationDescriptor),
      path: '/f/{file}',
      parameters: [file],
    }
    expect(serializeParameters(operation, { path: { file: 'x/../../y?z=1' } }).path).toBe('/f/x%2F..%2F..%2Fy%3Fz%3D1')
  })

  test('in headers and a cookie', () => {
    const { headers } = serialized('headerAndCookie', {
      header: { 'X-List': ['a', 'b'], 'X-Object': { a: 1, b: 2 } },
      cookie: { session: 'a;b' },
    })
    expect(headers).toEqual({ 'x-list': 'a,b', 'x-object': 'a=1,b=2', cookie: 'session=a%3Bb' })
    expect(serialized('headerAndCookie', { cookie: { session: [] } }).headers).toEqual({})
  })
})

describe('plain values need no styles', () => {
  const shared = { required: false, style: 'form', explode: true } as const
  const operation = {
    ...(operations.get('queryStyles') as OperationDescriptor),
    path: '/{id}/of/{id}',
    parameters: [
      { ...shared, name: 'id', in: 'path', required: true },
      { ...shared, name: 'a b', in: 'query' },
      { ...shared, name: 'c', in: 'query' },
      { ...shared, name: 'X-A', in: 'header' },
      { ...shared, name: 'd', in: 'cookie' },
      { ...shared, name: 'e', in: 'cookie' },
    ],
  } as const

  test('in each place', () => {
    const values = { path: { id: '$& 1' }, query: { 'a b': 'x&y', c: 7 }, header: { 'X-A': true } }
    expect(serializeParameters(operation, values)).toEqual({
      ...{ path: '/%24%26%201/of/%24%26%201', query: 'a%20b=x%26y&c=7', headers: { 'x-a': 'true' } },
    })
    const plainly = { ...operation, parameters: operation.parameters.slice(4) }
    const cookie = { d: '1', e: '2' }
    expect(serializeParameters(plainly, { cookie }, styles).headers).toEqual({ cookie: 'd=1; e=2' })
  })

  test('and an empty text is one in a query', () => {
    expect(serializeParameters(operation, { path: { id: '1' }, query: { c: '' } }).query).toBe('c=')
  })

  test.each([[['a']], [{ a: 1 }], [null], [() => 'a'], [Symbol('a')], ['\ud800']])(
    'and what is none is refused: %o',
    (c) => {
      const serialize = () => serializeParameters(operation, { path: { id: '1' }, query: { c } })
      expect(serialize).toThrow(InvalidRequestError)
      expect(serialize).toThrow(/query parameter c cannot be written/)
    },
  )
})

test.each([null, () => 'a', Symbol('a')])('what has no form in any style is refused: %o', (form) => {
  const serialize = () => serialized('queryStyles', { query: { needed: true, form } })
  expect(serialize).toThrow(/query parameter form cannot be written/)
})

const refused: [string, ParameterValues, RegExp][] = [
  ['queryStyles', { query: {} }, /query parameter needed is required/],
  ['simpleStyle', { path: { object, exploded: object } }, /path parameter list is required/],
  ['simpleStyle', { path: { list: ['..'], object, exploded: object } }, /path parameter list may not be "\.\."/],
  ['simpleStyle', { path: { list: ['.'], object, exploded: object } }, /path parameter list may not be "\."/],
  ['simpleStyle', { path: { list: [], object, exploded: object } }, /path parameter list may not be ""/],
  ['queryStyles', { query: { needed: true, deep: { a: { b: 1 } } } }, /query parameter deep cannot be written/],
  ['queryStyles', { query: { needed: true, form: [{ a: 1 }] } }, /query parameter form cannot be written/],
  [
    'headerAndCookie',
    { header: { 'X-List': ['a\r\nb'] }, cookie: { session: 's' } },
    /header parameter X-List has a character/,
  ],
  [
    'headerAndCookie',
    { header: { 'X-List': ['€'] }, cookie: { session: 's' } },
    /header parameter X-List has a character/,
  ],
]

test.each(refused)('%s refuses %j before anything is sent', (operationId, values, message) => {
  expect(() => serialized(operationId, values)).toThrow(InvalidRequestError)
  expect(() => serialized(operationId, values)).toThrow(message)
})
