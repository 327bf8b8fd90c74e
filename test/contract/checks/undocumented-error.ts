import { answering, content, json, type Row } from '../exchange.ts'

const message = 'The error has none of the members that the document describes'
const expected = 'an object with code, details, message'

export const rows: readonly Row[] = [
  { what: 'an error of the documented shape', status: 404, body: { message: 'gone' }, verdicts: [] },
  { what: 'an error with one member of the shape and another', status: 404, body: { code: 5, other: 1 }, verdicts: [] },
  { what: 'a success', body: { other: 1 }, verdicts: [] },
  { what: 'an error that is no object, which another check reports', status: 404, body: 'gone', verdicts: [] },
  {
    what: 'an error that is not JSON, which another check reports',
    status: 404,
    headers: json,
    text: '{',
    verdicts: [],
  },
  {
    what: 'an error whose schema describes no members',
    status: 404,
    body: { a: 1 },
    operation: answering({ status: '404', content: content('application/json', { type: 'object' }) }),
    verdicts: [],
  },
  {
    what: 'an error below the document',
    status: 404,
    body: { other: 1 },
    expectation: { kind: 'undocumented', what: 'path' },
    verdicts: [],
  },
  {
    what: 'an error of another shape',
    status: 400,
    body: { error: { code: 'x' } },
    verdicts: [{ message, expected, got: 'an object with error' }],
  },
  {
    what: 'an error without members',
    status: 503,
    body: {},
    verdicts: [{ message, expected, got: 'an object with no members' }],
  },
]
