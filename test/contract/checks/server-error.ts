import type { Expectation } from '../../../src/contract/case.ts'
import { type Row, refused } from '../exchange.ts'

const method: Expectation = { kind: 'undocumented', what: 'method' }
const failed = (got: string) => [{ message: 'The service failed', expected: 'a status below 500', got }]

export const rows: readonly Row[] = [
  { what: 'a success', verdicts: [] },
  { what: 'a refusal', status: 499, expectation: refused, verdicts: [] },
  { what: 'a 5xx that was asked for', status: 503, expectation: { kind: 'status', status: '503' }, verdicts: [] },
  { what: 'a method that is not implemented', status: 501, expectation: method, verdicts: [] },
  { what: 'a valid request that breaks the service', status: 500, text: 'oh', verdicts: failed('status 500: oh') },
  {
    what: 'an invalid request that breaks the service',
    status: 503,
    expectation: refused,
    verdicts: failed('status 503'),
  },
  { what: 'a method that breaks the service', status: 502, expectation: method, verdicts: failed('status 502') },
  { what: 'a documented method that is not implemented', status: 501, verdicts: failed('status 501') },
]
