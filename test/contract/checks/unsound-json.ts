import { expect } from 'vitest'
import { json, type Row } from '../exchange.ts'

const notJson = (got: string) => ({
  message: expect.stringMatching(/^The body is not JSON: /),
  expected: 'one JSON value',
  got,
})
const twice = (pointer: string, got: string) => ({
  message: 'An object of the body names a member twice',
  pointer,
  expected: 'each name once',
  got,
})
const nested = '{"items":[{"a":1},{"a":1,"b":{"c":1,"c":2}}]}'
const escaped = String.raw`{"a":1,"\u0061":2}`

export const rows: readonly Row[] = (
  [
    { what: 'one JSON value', text: '{"a":{"a":[{"a":1},{"a":2}]}}', verdicts: [] },
    { what: 'a text with line breaks around a value', text: '\r\n {"a":1}\n', verdicts: [] },
    { what: 'a body that is not said to be JSON', headers: { 'content-type': 'text/html' }, text: '<p>', verdicts: [] },
    { what: 'no body and no media type', headers: {}, verdicts: [] },
    { what: 'an answer to HEAD', method: 'HEAD', verdicts: [] },
    ...[204, 205, 304].map((status) => ({ what: `a ${status} without a body`, status, verdicts: [] })),
    {
      what: 'an empty body below the document',
      status: 404,
      expectation: { kind: 'undocumented', what: 'path' },
      verdicts: [],
    },
    { what: 'half a value', text: '{"gateway":', verdicts: [notJson('{"gateway":')] },
    {
      what: 'half a value in a media type with a suffix',
      headers: { 'content-type': 'Application/Problem+JSON; charset=utf-8' },
      text: '{',
      verdicts: [notJson('{')],
    },
    { what: 'no value where a body is due', verdicts: [notJson('')] },
    { what: 'two values', text: '{}{}', verdicts: [notJson('{}{}')] },
    { what: 'two values on two lines', text: '{"a":1}\n{"a":2}', verdicts: [notJson('{"a":1}\n{"a":2}')] },
    { what: 'a value that JSON does not have', text: '{"a":NaN}', verdicts: [notJson('{"a":NaN}')] },
    {
      what: 'a page below the document that calls itself JSON',
      status: 404,
      text: '<p>',
      expectation: { kind: 'undocumented', what: 'path' },
      verdicts: [notJson('<p>')],
    },
    {
      what: 'a byte order mark',
      text: '\ufeff{}',
      verdicts: [{ message: 'The body begins with a byte order mark', expected: 'JSON', got: '\ufeff{}' }],
    },
    {
      what: 'bytes that are no UTF-8',
      text: '{"a":"\ufffd"}',
      isUtf8: false,
      verdicts: [{ message: 'The body is not UTF-8', expected: 'UTF-8', got: '{"a":"\ufffd"}' }],
    },
    { what: 'a member that is named twice', text: '{"a":1,"a":1}', verdicts: [twice('#/a', '{"a":1,"a":1}')] },
    { what: 'a member that is named twice, once escaped', text: escaped, verdicts: [twice('#/a', escaped)] },
    {
      what: 'a member that is named twice in an object in a list',
      text: nested,
      verdicts: [twice('#/items/1/b/c', nested)],
    },
    {
      what: 'a member that is named twice behind a byte order mark',
      text: '\ufeff{"a":1,"a":1}',
      verdicts: [
        { message: 'The body begins with a byte order mark', expected: 'JSON', got: '\ufeff{"a":1,"a":1}' },
        twice('#/a', '{"a":1,"a":1}'),
      ],
    },
  ] satisfies Row[]
).map((row) => ({ headers: json, ...row }))
