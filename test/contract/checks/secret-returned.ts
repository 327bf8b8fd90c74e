import { tokenForms } from '../../../src/contract/credentials.ts'
import { json, type Row } from '../exchange.ts'
import { model, rules } from '../our-model.ts'

const token = 'CW-SECRET-a/b+c"d'
const by = { model, rules, secrets: tokenForms(token) }

const inAuth = (apiKey: unknown) => ({ gateway: { spec: { weightsAndBiasesAuth: { apiKey } } } })
const returned = (place: string) => [
  { message: `A secret that was sent came back in ${place}`, expected: 'no secret', got: 'a secret (not shown)' },
]
const filled = [
  {
    message: 'The body has a value for a member that only requests have (writeOnly)',
    pointer: '#/gateway/spec/weightsAndBiasesAuth/apiKey',
    expected: 'no value',
    got: 'a value (not shown)',
  },
]

export const rows: readonly Row[] = (
  [
    { what: 'an answer without a secret', headers: { date: 'today' }, body: { message: 'CW-SECRET' }, verdicts: [] },
    { what: 'a member that only requests have, left empty', body: inAuth(''), verdicts: [] },
    { what: 'a member that only requests have, as null', body: inAuth(null), verdicts: [] },
    {
      what: 'an answer below the document',
      status: 404,
      body: {},
      expectation: { kind: 'undocumented', what: 'path' },
      verdicts: [],
    },
    { what: 'no body', status: 204, verdicts: [] },
    { what: 'a body that is not JSON', headers: json, text: '{', verdicts: [] },
    { what: 'the token in the body', text: `who is ${token}?`, verdicts: returned('the body') },
    {
      what: 'the token in a message',
      status: 401,
      body: { message: `who is ${token}?` },
      verdicts: returned('the body'),
    },
    {
      what: 'the token with characters escaped',
      headers: json,
      text: String.raw`{"message":"CW-SECRET-a\/b\u002bc\"d"}`,
      verdicts: returned('the body'),
    },
    { what: 'the token as JSON in a page', text: JSON.stringify(token), verdicts: returned('the body') },
    {
      what: 'the token in a header',
      headers: { 'x-token': `Bearer ${token}` },
      verdicts: returned('the header x-token'),
    },
    { what: 'the token in base64', body: { message: btoa(token) }, verdicts: returned('the body') },
    {
      what: 'the token in base64 without padding',
      text: btoa(token).replace(/=+$/, ''),
      verdicts: returned('the body'),
    },
    {
      what: 'the token as a password in base64',
      headers: { 'x-seen': `Basic ${btoa(`contract:${token}`)}` },
      verdicts: returned('the header x-seen'),
    },
    {
      what: 'the token in a URL',
      headers: { location: `/?token=${encodeURIComponent(token)}` },
      verdicts: returned('the header location'),
    },
    {
      what: 'the token below the document',
      status: 404,
      text: token,
      expectation: { kind: 'undocumented', what: 'path' },
      verdicts: returned('the body'),
    },
    { what: 'a value in a member that only requests have', body: inAuth('other'), verdicts: filled },
    {
      what: 'the token in a member that only requests have, once',
      body: inAuth(token),
      verdicts: returned('the body'),
    },
  ] satisfies Row[]
).map((row) => ({ by, ...row }))
