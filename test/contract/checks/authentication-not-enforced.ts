import type { Expectation } from '../../../src/contract/case.ts'
import { type Row, refused } from '../exchange.ts'

const expectation: Expectation = { kind: 'refused', because: 'there is no token', about: 'token' }

function notEnforced(got: string) {
  const message = 'A request was not refused for its token as is due: there is no token'
  return [{ message, expected: 'status 401 or 403', got }]
}

export const rows: readonly Row[] = [
  { what: 'a missing token that is refused', status: 401, expectation, verdicts: [] },
  { what: 'a missing token that is refused as forbidden', status: 403, expectation, verdicts: [] },
  {
    what: 'a missing token that breaks the service, which another check reports',
    status: 500,
    expectation,
    verdicts: [],
  },
  { what: 'a request about something else', status: 200, expectation: refused, verdicts: [] },
  { what: 'a valid request', status: 200, verdicts: [] },
  {
    what: 'a missing token that is accepted',
    status: 200,
    text: '{}',
    expectation,
    verdicts: notEnforced('status 200: {}'),
  },
  {
    what: 'a missing token that is refused for another reason',
    status: 422,
    expectation,
    verdicts: notEnforced('status 422'),
  },
]
