import type { Expectation } from '../../../src/contract/case.ts'
import { type Row, refused } from '../exchange.ts'

const transport: Expectation = { kind: 'refused', because: 'the body is not JSON', about: 'transport' }
const tolerable: Expectation = { kind: 'refused', because: 'the case differs', about: 'request', tolerable: true }

function accepted(got: string) {
  return {
    message: 'A request was accepted that is due to be refused: the name is too long',
    pointer: '#/name',
    expected: 'a status from 400 to 499 other than 401',
    got,
  }
}

export const rows: readonly Row[] = [
  { what: 'an invalid request that is refused', status: 422, expectation: refused, verdicts: [] },
  { what: 'an invalid request that is refused as bad', status: 400, expectation: refused, verdicts: [] },
  { what: 'an invalid request that is refused as forbidden', status: 403, expectation: refused, verdicts: [] },
  { what: 'malformed JSON that is refused', status: 415, expectation: transport, verdicts: [] },
  {
    what: 'malformed JSON that is refused before the token is read',
    status: 401,
    expectation: transport,
    verdicts: [],
  },
  { what: 'what breaks the service, which another check reports', status: 500, expectation: refused, verdicts: [] },
  {
    what: 'a token that is accepted, which another check reports',
    expectation: { kind: 'refused', because: '', about: 'token' },
    verdicts: [],
  },
  { what: 'a valid request', verdicts: [] },
  { what: 'an invalid request that is accepted', expectation: refused, verdicts: [accepted('status 200')] },
  {
    what: 'an invalid request that is redirected',
    status: 302,
    expectation: refused,
    verdicts: [accepted('status 302')],
  },
  {
    what: 'an invalid request that is refused for its token',
    status: 401,
    expectation: refused,
    verdicts: [
      {
        ...accepted('status 401'),
        message: 'A request was refused as if its token were wrong, and not for what is wrong: the name is too long',
      },
    ],
  },
  {
    what: 'malformed JSON that is accepted',
    expectation: transport,
    verdicts: [
      {
        message: 'A request was accepted that is due to be refused: the body is not JSON',
        expected: 'a status from 400 to 499',
        got: 'status 200',
      },
    ],
  },
  {
    what: 'what would be tolerable, as a warning',
    expectation: tolerable,
    verdicts: [
      {
        severity: 'warning',
        message: 'A request was accepted that is due to be refused: the case differs',
        expected: 'a status from 400 to 499 other than 401',
        got: 'status 200',
      },
    ],
  },
]
