import type { Expectation } from '../../../src/contract/case.ts'
import type { Row } from '../exchange.ts'

const method: Expectation = { kind: 'undocumented', what: 'method' }
const path: Expectation = { kind: 'undocumented', what: 'path' }

function notRefused(what: string, got: string) {
  const message = `A ${what} that the document does not have was not refused`
  return [{ message, expected: 'status 404, 405 or 501', got }]
}

export const rows: readonly Row[] = [
  ...[404, 405, 501].map((status) => ({
    what: `a method that is refused with ${status}`,
    status,
    expectation: method,
    verdicts: [],
  })),
  { what: 'a path that is not there', status: 404, expectation: path, verdicts: [] },
  { what: 'a path that breaks the service, which another check reports', status: 500, expectation: path, verdicts: [] },
  { what: 'a documented method', verdicts: [] },
  { what: 'a method that works', expectation: method, verdicts: notRefused('method', 'status 200') },
  {
    what: 'a method that is refused in another way, as a warning',
    status: 400,
    expectation: method,
    verdicts: [
      {
        severity: 'warning',
        message: 'A method that the document does not have was refused with an unusual status',
        expected: 'status 404, 405 or 501',
        got: 'status 400',
      },
    ],
  },
  { what: 'a path that works', text: '{}', expectation: path, verdicts: notRefused('path', 'status 200: {}') },
]
