import { describe, expect, test } from 'vitest'
import { ApiError, ClientError, ResponseError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { answer, faultServer, json } from './fault-server.ts'
import { petsClient } from './pets.ts'

/** The error of a call whose answer came byte for byte over a socket. */
async function errorFor(bytes: readonly (string | Uint8Array)[]): Promise<ApiError> {
  const server = await faultServer(bytes)
  const clock = fakeClock()
  const error = await clock.run(failure(petsClient({ clock, baseUrl: server.url, retry: false }).getPet('7')))
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toBeInstanceOf(ResponseError)
  expect(error).toBeInstanceOf(ClientError)
  expect(error).toMatchObject({ name: 'ApiError', operationId: 'getPet', attempts: 1 })
  return error as ApiError
}

const violations = [{ field: 'name', description: 'is taken' }]
const badRequest = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }
const status = { code: 3, message: 'The request is not valid.', details: [badRequest] }
const connect = {
  code: 'invalid_argument',
  message: 'no such zone',
  details: [{ type: 'google.rpc.BadRequest', value: 'CgA', debug: { fieldViolations: violations } }],
}
const wrapped = { error: { code: 404, message: 'no pet', status: 'NOT_FOUND', details: [badRequest] } }
const problem = { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No pet has this number.' }
const page = '\n <!doctype html><TITLE lang="en">No gateway</TITLE><h1>Bad Gateway</h1>'
const untitled = '<h1>Bad Gateway</h1>'
const none = { code: 'api-error', details: [], fieldViolations: [], requestId: undefined, retryAfterMs: undefined }

interface Row {
  readonly bytes: readonly (string | Uint8Array)[]
  readonly expected: object
  /** What the message says behind method, path and status. */
  readonly says: string
}

const rows: Record<string, Row> = {
  'google.rpc.Status': {
    bytes: json(status, 400, { 'x-request-id': 'r-1' }),
    expected: {
      ...{ status: 400, code: 'invalid_argument', details: [badRequest], fieldViolations: violations },
      ...{ requestId: 'r-1', body: status, rawBody: JSON.stringify(status) },
    },
    says: 'The request is not valid.',
  },
  'a Connect error': {
    bytes: json(connect, 400),
    expected: {
      ...{ status: 400, code: 'invalid_argument', details: connect.details, fieldViolations: violations },
      body: connect,
    },
    says: 'no such zone',
  },
  'a Google error in its envelope': {
    bytes: json(wrapped, 404),
    expected: { status: 404, code: 'not_found', details: [badRequest], fieldViolations: violations, body: wrapped },
    says: 'no pet',
  },
  'problem+json': {
    bytes: json(problem, 404, { 'content-type': 'application/problem+json' }),
    expected: { ...none, status: 404, body: problem, rawBody: JSON.stringify(problem) },
    says: 'No pet has this number.',
  },
  'problem+json with a title only': {
    bytes: json({ title: 'Not Found' }, 404, { 'content-type': 'application/problem+json' }),
    expected: { ...none, status: 404, body: { title: 'Not Found' } },
    says: 'Not Found',
  },
  'plain text': {
    bytes: answer(503, 'upstream connect error', { 'content-type': 'text/plain' }),
    expected: { ...none, status: 503, body: 'upstream connect error', rawBody: 'upstream connect error' },
    says: 'upstream connect error',
  },
  HTML: {
    bytes: answer(502, page, { 'content-type': 'text/html; charset=utf-8' }),
    expected: { ...none, status: 502, body: page, rawBody: page },
    says: 'No gateway',
  },
  'HTML without a title': {
    bytes: answer(502, untitled, { 'content-type': 'text/html' }),
    expected: { ...none, status: 502, body: untitled },
    says: '',
  },
  'text that holds a sign of HTML': {
    bytes: answer(400, 'a < b'),
    expected: { ...none, body: 'a < b' },
    says: 'a < b',
  },
  'no body': {
    bytes: answer(500),
    expected: { ...none, status: 500, body: undefined },
    says: '',
  },
  'white space': { bytes: answer(500, ' \r\n'), expected: { ...none, body: undefined }, says: '' },
  'a message of several lines': {
    bytes: json({ message: ' one\n\n  two\tthree\n' }, 400),
    expected: { ...none, status: 400 },
    says: 'one two three',
  },
  'a message of white space': { bytes: json({ message: ' \n' }, 400), expected: { ...none, status: 400 }, says: '' },
  'a message of 300 characters': {
    bytes: json({ message: 'x'.repeat(300) }, 400),
    expected: { ...none, status: 400 },
    says: 'x'.repeat(300),
  },
  'a message of 301 characters': {
    bytes: json({ message: 'x'.repeat(301) }, 400),
    expected: { ...none, body: { message: 'x'.repeat(301) } },
    says: `${'x'.repeat(300)}…`,
  },
  'a word for an error, beside a message': {
    bytes: json({ error: 'not_found', message: 'no pet' }, 404),
    expected: { ...none, status: 404 },
    says: 'no pet',
  },
  'an empty code': { bytes: json({ code: '', message: 'no' }, 400), expected: { ...none, status: 400 }, says: 'no' },
  'an empty body that is said to be JSON': {
    bytes: answer(500, '', { 'content-type': 'application/json' }),
    expected: { ...none, status: 500, body: undefined },
    says: '',
  },
  'what is said to be JSON and is none': {
    bytes: answer(500, '{"message":', { 'content-type': 'application/json' }),
    expected: { ...none, status: 500, body: '{"message":', rawBody: '{"message":' },
    says: '{"message":',
  },
  'JSON without a media type': {
    bytes: answer(404, '{"code":5,"message":"gone"}'),
    expected: { status: 404, code: 'not_found', body: { code: 5, message: 'gone' } },
    says: 'gone',
  },
  'bytes that are no text': {
    bytes: answer(500, new Uint8Array([0xff, 0xfe, 0x00])),
    expected: { ...none, status: 500, body: '\ufffd\ufffd\u0000' },
    says: '\ufffd\ufffd\u0000',
  },
  'members of other types': {
    bytes: json({ code: {}, message: 5, details: 'x', error: null }, 400),
    expected: { ...none, status: 400, body: { code: {}, message: 5, details: 'x', error: null } },
    says: '',
  },
  'details of other types': {
    bytes: json({ code: 3, details: [null, 5, { fieldViolations: [null, { field: 1 }, ...violations] }] }, 400),
    expected: {
      ...{ status: 400, code: 'invalid_argument' },
      fieldViolations: [{ field: '', description: '' }, { field: '', description: '' }, ...violations],
    },
    says: '',
  },
  'field violations of other types': {
    bytes: json({ details: [{ fieldViolations: [{ field: { toString: 1 }, description: { toString: 1 } }] }] }, 400),
    expected: { ...none, details: expect.any(Array), status: 400, fieldViolations: [{ field: '', description: '' }] },
    says: '',
  },
  null: { bytes: json(null, 500), expected: { ...none, status: 500, body: null }, says: '' },
  'a list': { bytes: json([], 500), expected: { ...none, status: 500, body: [] }, says: '' },
  'a number': { bytes: json(7, 500), expected: { ...none, status: 500, body: 7 }, says: '' },
  'a text in JSON': { bytes: json('no', 500), expected: { ...none, status: 500, body: 'no' }, says: 'no' },
}

describe('an error status', () => {
  test.each(Object.entries(rows))('with %s', async (_, { bytes, expected, says }) => {
    const error = await errorFor(bytes)
    for (const [name, value] of Object.entries(expected)) {
      expect([name, error[name as keyof ApiError]]).toEqual([name, value])
    }
    expect(error.message).toBe(`GET /pets/{petId} answered ${error.status}${says && `: ${says}`}`)
  })

  const statuses = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 425, 429, 431, 451]
  test.each([...statuses, 499, 500, 501, 502, 503, 504, 511, 599])('%i is told', async (code) => {
    expect(await errorFor(json({}, code))).toMatchObject({ status: code, code: 'api-error', body: {} })
  })
})

/** google.rpc.Code. */
const codes: [number, string][] = [
  [2, 'unknown'],
  [3, 'invalid_argument'],
  [4, 'deadline_exceeded'],
  [5, 'not_found'],
  [6, 'already_exists'],
  [7, 'permission_denied'],
  [8, 'resource_exhausted'],
  [9, 'failed_precondition'],
  [10, 'aborted'],
  [11, 'out_of_range'],
  [12, 'unimplemented'],
  [13, 'internal'],
  [14, 'unavailable'],
  [15, 'data_loss'],
  [16, 'unauthenticated'],
]

describe('the service’s code', () => {
  test.each(codes)('%i is %s, by number or by name', async (code, name) => {
    expect((await errorFor(json({ code, message: 'no' }, 400))).code).toBe(name)
    expect((await errorFor(json({ code: name, message: 'no' }, 400))).code).toBe(name)
    expect((await errorFor(json({ error: { status: name.toUpperCase() } }, 400))).code).toBe(name)
  })

  test.each([-1, 17, 4.5, 404])('that nobody knows does no harm: %d', async (code) => {
    const error = await errorFor(json({ code, message: 'no' }, 400))
    expect([typeof error.code, error.body]).toEqual(['string', { code, message: 'no' }])
  })

  test('that only the service knows is kept', async () => {
    expect((await errorFor(json({ code: 'quota_of_pets', message: 'no' }, 400))).code).toBe('quota_of_pets')
  })
})

test('the raw body and the body of an error are not printed with it', async () => {
  const error = await errorFor(answer(500, 'x'.repeat(100_000), { 'content-type': 'text/plain' }))
  expect(error.rawBody).toHaveLength(100_000)
  expect(error.message.length).toBeLessThan(2_000)
})
