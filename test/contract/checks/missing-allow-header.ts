import type { Row } from '../exchange.ts'

export const rows: readonly Row[] = [
  { what: 'a 405 with Allow', status: 405, headers: { allow: 'GET' }, verdicts: [] },
  { what: 'a 405 that allows nothing, and says so', status: 405, headers: { allow: '' }, verdicts: [] },
  { what: 'another status', status: 404, verdicts: [] },
  {
    what: 'a 405 without Allow, as a warning',
    status: 405,
    verdicts: [{ severity: 'warning', message: 'A 405 has no Allow header', expected: 'allow', got: 'no such header' }],
  },
]
