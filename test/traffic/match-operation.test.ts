import { describe, expect, test } from 'vitest'
import type { HttpMethod, Model, Operation } from '../../src/document/model.ts'
import { operationMatcher } from '../../src/traffic/match-operation.ts'

function operation(method: HttpMethod, path: string, servers: readonly string[] = []): Operation {
  return {
    ...{ operationId: `${method} ${path}`, method, path, summary: '', description: '', deprecated: false, tags: [] },
    ...{ parameters: [], requestBody: undefined, responses: [], servers, security: [], pointer: '#' },
  }
}

const model: Model = {
  ...{ title: '', version: '', schemas: {}, securitySchemes: {} },
  servers: ['https://api.example.com/v1', 'https://api.example.com/v1/eu/', 'http://localhost:8080'],
  operations: [
    operation('get', '/things/{id}'),
    operation('delete', '/things/{id}'),
    operation('get', '/things/mine'),
    operation('get', '/{kind}/mine'),
    operation('get', '/files/{name}.{type}'),
    operation('get', '/odd(.*)/x'),
    operation('post', '/upload', ['https://upload.example.com']),
  ],
}

/** A request, and what it is to the document. */
const rows: [method: string, url: string, match: string][] = [
  ['GET', 'https://api.example.com/v1/things/7', 'get /things/{id} id=7'],
  ['GET', 'https://api.example.com/v1/things/7?a=b#c', 'get /things/{id} id=7'],
  ['GET', 'https://API.example.com:443/v1/things/a%2Fb%20c', 'get /things/{id} id=a/b c'],
  ['GET', 'https://api.example.com/v1/things/%zz', 'get /things/{id} id=%zz'],
  ['GET', 'https://api.example.com/v1/things/mine', 'get /things/mine'],
  ['GET', 'https://api.example.com/v1/others/mine', 'get /{kind}/mine kind=others'],
  ['GET', 'https://api.example.com/v1/eu/things/7', 'get /things/{id} id=7'],
  ['GET', 'http://localhost:8080/things/7', 'get /things/{id} id=7'],
  ['GET', 'https://api.example.com/v1/files/a.tar.gz', 'get /files/{name}.{type} name=a type=tar.gz'],
  ['GET', 'https://api.example.com/v1/odd(.*)/x', 'get /odd(.*)/x'],
  ['HEAD', 'https://api.example.com/v1/things/7', 'get /things/{id} id=7'],
  ['POST', 'https://upload.example.com/upload', 'post /upload'],
  ['POST', 'https://api.example.com/v1/upload', 'path'],
  ['DELETE', 'https://api.example.com/v1/things/mine', 'method'],
  ['OPTIONS', 'https://api.example.com/v1/things/7', 'preflight'],
  ['OPTIONS', 'https://api.example.com/v1/nothing', 'preflight'],
  ['GET', 'https://api.example.com/v1/things/', 'path'],
  ['GET', 'https://api.example.com/v1', 'path'],
  ['GET', 'https://api.example.com/v10/things/7', 'elsewhere'],
  ['GET', 'http://api.example.com/v1/things/7', 'elsewhere'],
  ['GET', 'http://localhost:8081/things/7', 'elsewhere'],
  ['GET', 'data:text/plain,things', 'elsewhere'],
  ['GET', 'no url', 'elsewhere'],
]

function told(matcher: ReturnType<typeof operationMatcher>, method: string, url: string): string {
  const match = matcher(method, url)
  if (match?.kind !== 'operation') return match?.kind ?? 'elsewhere'
  return [match.operation.operationId, ...[...match.values].map((pair) => pair.join('='))].join(' ')
}

describe('a request is matched by server, path and method', () => {
  test.each(rows)('%s %s is %s', (method, url, match) => {
    expect(told(operationMatcher(model), method, url)).toBe(match)
  })
})

test('a document that leaves the host open knows its own paths on every host, and nothing else', () => {
  const matcher = operationMatcher({ ...model, servers: ['/v1'] })
  expect(told(matcher, 'GET', 'https://any.example.com/v1/things/7')).toBe('get /things/{id} id=7')
  expect(told(matcher, 'GET', 'https://any.example.com/v1/logo.png')).toBe('elsewhere')
  expect(told(operationMatcher({ ...model, servers: [] }), 'GET', 'https://any.example.com/things/mine')).toBe(
    'get /things/mine',
  )
})

test('a base URL that is given stands for all servers, those of an operation too', () => {
  const matcher = operationMatcher(model, 'http://127.0.0.1:1/x')
  expect(told(matcher, 'POST', 'http://127.0.0.1:1/x/upload')).toBe('post /upload')
  expect(told(matcher, 'GET', 'https://api.example.com/v1/things/7')).toBe('elsewhere')
})
