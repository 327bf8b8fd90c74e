import { describe, expect, test } from 'vitest'
import type { CaseResponse, Exchange, Expectation } from '../../src/contract/case.ts'
import type { Verdict } from '../../src/contract/check.ts'
import { checks } from '../../src/contract/checks.ts'
import type { Operation } from '../../src/document/model.ts'
import { operationNamed, rules } from './our-model.ts'

const getGateway = operationNamed('getGateway')
const json = { 'content-type': 'application/json' }

/** An operation whose 200 has documented headers and no body; our own document has no such response. */
const withHeaders: Operation = {
  ...getGateway,
  responses: [
    {
      status: '2XX',
      description: '',
      content: [],
      headers: [
        { name: 'x-count', required: true, schema: { type: 'integer', minimum: 1 } },
        { name: 'x-flag', required: false, schema: { type: 'boolean' } },
      ],
    },
  ],
}

interface Row {
  readonly what: string
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly text?: string
  readonly expectation?: Expectation
  readonly operation?: Operation
  /** Undefined: nothing to say. */
  readonly verdict?: Verdict
}

const accepted: Expectation = { kind: 'accepted' }
const refused: Expectation = { kind: 'refused', because: 'the name is too long', about: 'request', pointer: '#/name' }

const rows: Record<string, Row[]> = {
  'unexpected-status': [
    { what: 'a valid request that is accepted', status: 200, expectation: accepted },
    { what: 'a status in a documented range', status: 204, expectation: accepted, operation: withHeaders },
    {
      what: 'a missing token that is refused',
      status: 403,
      expectation: { kind: 'refused', because: '', about: 'token' },
    },
    {
      what: 'malformed JSON that is refused',
      status: 415,
      expectation: { kind: 'refused', because: '', about: 'transport' },
    },
    {
      what: 'a valid request with an undocumented success',
      status: 202,
      text: '{"nonsense":true}',
      expectation: accepted,
      verdict: {
        message: 'A valid request was not accepted with a documented status',
        expected: 'status 200',
        got: 'status 202: {"nonsense":true}',
      },
    },
    {
      what: 'a missing token that is refused for another reason',
      status: 422,
      expectation: { kind: 'refused', because: 'there is no token', about: 'token' },
      verdict: {
        message: 'An invalid request was not refused as is due: there is no token',
        expected: 'status 401 or 403',
        got: 'status 422',
      },
    },
    {
      what: 'malformed JSON that breaks the server',
      status: 500,
      expectation: { kind: 'refused', because: 'the body is not JSON', about: 'transport' },
      verdict: {
        message: 'An invalid request was not refused as is due: the body is not JSON',
        expected: 'a status from 400 to 499',
        got: 'status 500',
      },
    },
    {
      what: 'an invalid request that is refused for its token',
      status: 401,
      expectation: refused,
      verdict: {
        message: 'An invalid request was not refused as is due: the name is too long',
        pointer: '#/name',
        expected: 'a status from 400 to 499 that is not about the token',
        got: 'status 401',
      },
    },
    { what: 'an invalid request that is refused', status: 422, expectation: refused },
    { what: 'a status that was asked for', status: 404, expectation: { kind: 'status', status: '404' } },
    { what: 'a method that is not allowed', status: 405, expectation: { kind: 'no-such-method' } },
    {
      what: 'a valid request that is refused',
      status: 422,
      expectation: accepted,
      verdict: {
        message: 'A valid request was not accepted with a documented status',
        expected: 'status 200',
        got: 'status 422',
      },
    },
    {
      what: 'an invalid request that is accepted',
      status: 200,
      expectation: refused,
      verdict: {
        message: 'An invalid request was not refused as is due: the name is too long',
        pointer: '#/name',
        expected: 'a status from 400 to 499 that is not about the token',
        got: 'status 200',
      },
    },
    {
      what: 'an invalid request that breaks the server',
      status: 500,
      expectation: refused,
      verdict: {
        message: 'An invalid request was not refused as is due: the name is too long',
        pointer: '#/name',
        expected: 'a status from 400 to 499 that is not about the token',
        got: 'status 500',
      },
    },
    {
      what: 'another status than was asked for',
      status: 400,
      expectation: { kind: 'status', status: '404' },
      verdict: { message: 'The documented status could not be provoked', expected: 'status 404', got: 'status 400' },
    },
    {
      what: 'a method that works although it is not documented',
      status: 200,
      expectation: { kind: 'no-such-method' },
      verdict: {
        message: 'A method that the path does not have was not refused',
        expected: 'status 404, 405 or 501',
        got: 'status 200',
      },
    },
  ],
  'undocumented-status': [
    { what: 'a status that is documented', status: 404 },
    { what: 'a status that default covers', status: 503 },
    { what: 'a status that a range covers', status: 204, operation: withHeaders },
    {
      what: 'a status that nothing covers',
      status: 302,
      operation: withHeaders,
      verdict: {
        message: 'The answer has a status that the document does not describe',
        expected: 'one of 2XX',
        got: 'status 302',
      },
    },
  ],
  'undocumented-media-type': [
    { what: 'the documented media type', headers: json, text: '{}' },
    {
      what: 'the documented media type with parameters, in other case',
      headers: { 'content-type': 'Application/JSON; charset=UTF-8' },
    },
    { what: 'a status without a documented body', operation: withHeaders },
    {
      what: 'another media type',
      headers: { 'content-type': 'text/html' },
      verdict: {
        message: 'The answer has a media type that the document does not describe for its status',
        expected: 'application/json',
        got: 'text/html',
      },
    },
    {
      what: 'no media type',
      verdict: {
        message: 'The answer has a media type that the document does not describe for its status',
        expected: 'application/json',
        got: 'no media type',
      },
    },
  ],
  'invalid-header': [
    {
      what: 'documented headers with valid values',
      operation: withHeaders,
      headers: { 'x-count': '3', 'x-flag': 'true', 'x-other': '?' },
    },
    {
      what: 'a required header that is missing',
      operation: withHeaders,
      verdict: { message: 'The required header x-count is missing', expected: 'x-count', got: 'no such header' },
    },
    {
      what: 'a header with an invalid value',
      operation: withHeaders,
      headers: { 'x-count': '0' },
      verdict: { message: 'The header x-count must be >= 1', expected: 'must be >= 1', got: '0' },
    },
  ],
  'invalid-body': [
    { what: 'a body that keeps its schema', headers: json, text: '{"gateway":{"new":1}}' },
    { what: 'a body whose media type is not JSON', headers: { 'content-type': 'text/html' }, text: '<p>' },
    {
      what: 'a body that breaks its schema',
      headers: json,
      text: '{"gateway":{"spec":{"zones":["a",7]}}}',
      verdict: {
        message: 'The body breaks its schema: /gateway/spec/zones/1 must be string',
        pointer: '#/gateway/spec/zones/1',
        expected: 'must be string',
        got: '7',
      },
    },
    {
      what: 'a body that is not JSON',
      headers: json,
      text: '{"gateway":',
      verdict: { message: expect.stringMatching(/^The body is not JSON: /), expected: 'JSON', got: '{"gateway":' },
    },
  ],
  'unknown-enum-name': [
    { what: 'a name that the document lists', headers: json, text: '{"gateway":{"status":{"status":"STATUS_READY"}}}' },
    { what: 'a number in the place of a name', headers: json, text: '{"gateway":{"status":{"status":7}}}' },
    { what: 'a body that is not JSON', headers: json, text: '{"gateway":' },
    {
      what: 'a name that the document does not list, as a warning',
      headers: json,
      text: '{"gateway":{"status":{"conditions":[{"status":"Perhaps"}]}}}',
      verdict: {
        severity: 'warning',
        message: 'The body has a name that the document does not list',
        pointer: '#/gateway/status/conditions/0/status',
        expected: 'one of True, False, Unknown, STATUS_TRUE, or a new name',
        got: '"Perhaps"',
      },
    },
  ],
  'undocumented-error': [
    { what: 'an error of the documented shape', status: 404, headers: json, text: '{"message":"gone"}' },
    { what: 'a success', headers: json, text: '{"other":1}' },
    {
      what: 'an error of another shape',
      status: 404,
      headers: json,
      text: '{"error":{"code":"x"}}',
      verdict: {
        message: 'The error has none of the members that the document describes',
        expected: 'an object with code, details, message',
        got: 'an object with error',
      },
    },
  ],
  'missing-allow-header': [
    { what: 'a 405 with Allow', status: 405, headers: { allow: 'GET' } },
    { what: 'another status', status: 404 },
    {
      what: 'a 405 without Allow',
      status: 405,
      verdict: { message: 'A 405 has no Allow header', expected: 'allow', got: 'no such header' },
    },
  ],
}

function exchange({
  status = 200,
  headers = {},
  text = '',
  expectation = accepted,
  operation = getGateway,
}: Row): Exchange {
  const response: CaseResponse = { status, headers, text }
  const request = { method: 'GET', path: '/', headers: {} }
  return { case: { id: 'row', operation, request, expectation, covers: [] }, response }
}

test.each(checks.map(({ id }) => id))('%s has a row that passes and one that fails', (id) => {
  const own = rows[id] ?? []
  expect(own.some(({ verdict }) => verdict === undefined)).toBe(true)
  expect(own.some(({ verdict }) => verdict !== undefined)).toBe(true)
})

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test.each((rows[id] ?? []).map((row) => [row.verdict ? 'reports' : 'passes', row.what, row] as const))(
    '%s %s',
    (_, __, row) => {
      expect(check.judge(exchange(row), rules)).toEqual(row.verdict ? [row.verdict] : [])
    },
  )
})
