import { answering, type Row } from '../exchange.ts'

const range = answering({ status: '2xx' }, { status: '404' })
const message = 'The answer has a status that the document does not describe'

export const rows: readonly Row[] = [
  { what: 'a status that is documented', status: 404, verdicts: [] },
  { what: 'a status that default covers', status: 503, verdicts: [] },
  { what: 'a status that a range covers', status: 204, operation: range, verdicts: [] },
  {
    what: 'any status of a method that the document does not have',
    status: 302,
    operation: range,
    expectation: { kind: 'undocumented', what: 'method' },
    verdicts: [],
  },
  {
    what: 'a status that nothing covers',
    status: 302,
    operation: range,
    verdicts: [{ severity: 'error', message, expected: 'one of 2xx, 404', got: 'status 302' }],
  },
  {
    what: 'an error that nothing covers, as a warning',
    status: 400,
    operation: range,
    verdicts: [{ severity: 'warning', message, expected: 'one of 2xx, 404', got: 'status 400' }],
  },
  { what: 'a failure that nothing covers, which another check reports', status: 503, operation: range, verdicts: [] },
]
