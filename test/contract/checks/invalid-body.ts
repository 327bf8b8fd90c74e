import { answering, content, json, type Row } from '../exchange.ts'

const twoBodies = answering({
  content: [
    ...content('application/json', { type: 'object' }),
    ...content('application/problem+json', { type: 'array' }),
  ],
})

export const rows: readonly Row[] = [
  { what: 'a body that keeps its schema', body: { gateway: { new: 1 } }, verdicts: [] },
  { what: 'a body whose media type is not JSON', headers: { 'content-type': 'text/html' }, text: '<p>', verdicts: [] },
  { what: 'a body that is not JSON, which another check reports', headers: json, text: '{"gateway":', verdicts: [] },
  { what: 'a body of a status that has none', body: 7, operation: answering({}), verdicts: [] },
  { what: 'a body below the document', body: 7, expectation: { kind: 'undocumented', what: 'path' }, verdicts: [] },
  {
    what: 'a body by the schema of its own media type',
    headers: { 'content-type': 'application/problem+json' },
    text: '[]',
    operation: twoBodies,
    verdicts: [],
  },
  {
    what: 'a body that breaks its schema',
    body: { gateway: { spec: { zones: ['a', 7] } } },
    verdicts: [
      {
        message: 'The body breaks its schema: /gateway/spec/zones/1 must be string',
        pointer: '#/gateway/spec/zones/1',
        expected: 'must be string',
        got: '7',
      },
    ],
  },
  {
    what: 'a body that is no object, with a media type in other case',
    headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    text: 'null',
    verdicts: [
      {
        message: 'The body breaks its schema: the body must be object',
        pointer: '#',
        expected: 'must be object',
        got: 'null',
      },
    ],
  },
  {
    what: 'an error that breaks the schema of errors',
    status: 503,
    body: { message: 7 },
    verdicts: [
      {
        message: 'The body breaks its schema: /message must be string',
        pointer: '#/message',
        expected: 'must be string',
        got: '7',
      },
    ],
  },
]
