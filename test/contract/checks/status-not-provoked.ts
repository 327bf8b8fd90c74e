import type { Row } from '../exchange.ts'

export const rows: readonly Row[] = [
  { what: 'a status that was asked for', status: 404, expectation: { kind: 'status', status: '404' }, verdicts: [] },
  { what: 'any status that nobody asked for', status: 400, verdicts: [] },
  {
    what: 'another status than was asked for',
    status: 400,
    expectation: { kind: 'status', status: '404' },
    verdicts: [{ message: 'The documented status could not be provoked', expected: 'status 404', got: 'status 400' }],
  },
]
