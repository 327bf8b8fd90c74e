import type { Expectation } from '../../../src/contract/case.ts'
import { answering, content, json, type Row } from '../exchange.ts'

const below: Expectation = { kind: 'undocumented', what: 'path' }
const html = { 'content-type': 'text/html' }
const image = answering({ content: content('image/*') })
const two = answering({ content: [...content('Image/*'), ...content('text/plain')] })
const anything = answering({ content: content('*/*') })
const versioned = answering({ content: content('application/vnd.x+json; version=2') })

function other(got: string, expected = 'application/json') {
  const message = 'The answer has a media type that the document does not describe for its status'
  return { message, expected, got }
}

export const rows: readonly Row[] = [
  { what: 'the documented media type', headers: json, text: '{}', verdicts: [] },
  {
    what: 'the documented media type with parameters, in other case',
    headers: { 'content-type': 'Application/JSON; charset=UTF-8' },
    verdicts: [],
  },
  {
    what: 'a media type whose parameters differ',
    headers: { 'content-type': 'application/vnd.x+json' },
    operation: versioned,
    verdicts: [],
  },
  { what: 'a status without a documented body', operation: answering({}), headers: html, verdicts: [] },
  { what: 'a type that a range covers', headers: { 'content-type': 'image/png' }, operation: image, verdicts: [] },
  { what: 'one of two types', headers: { 'content-type': 'text/plain' }, operation: two, verdicts: [] },
  {
    what: 'a type that the document writes in other case',
    headers: { 'content-type': 'image/png' },
    operation: two,
    verdicts: [],
  },
  { what: 'any type where the document allows any', headers: html, operation: anything, verdicts: [] },
  {
    what: 'an error below the document that looks like the others',
    status: 404,
    headers: json,
    expectation: below,
    verdicts: [],
  },
  { what: 'an empty answer below the document', status: 405, expectation: below, verdicts: [] },
  { what: 'another media type', headers: html, verdicts: [other('text/html')] },
  { what: 'none of two types', headers: html, operation: two, verdicts: [other('text/html', 'Image/* or text/plain')] },
  { what: 'no media type', verdicts: [other('no media type')] },
  {
    what: 'a type that a range does not cover',
    headers: html,
    operation: image,
    verdicts: [other('text/html', 'image/*')],
  },
  {
    what: 'a type that only begins like a documented one',
    headers: { 'content-type': 'application/jsonp' },
    verdicts: [other('application/jsonp')],
  },
  {
    what: 'a page below the document, as a warning',
    status: 404,
    headers: html,
    text: '<p>',
    expectation: below,
    verdicts: [{ severity: 'warning', ...other('text/html') }],
  },
]
