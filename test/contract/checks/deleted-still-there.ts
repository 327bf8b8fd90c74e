import { known, type Row } from '../exchange.ts'

const back = (got: string) => [{ message: 'It was deleted and gone, and is there again', expected: 'status 404', got }]

export const rows: readonly Row[] = [
  { what: 'a 404', status: 404, known: known('gone'), verdicts: [] },
  { what: 'a 400 that is all a service says', status: 400, known: known('gone'), verdicts: [] },
  { what: 'a 410', status: 410, known: known('gone'), verdicts: [] },
  { what: 'a 5xx, which another check reports', status: 500, known: known('gone'), verdicts: [] },
  { what: 'one that exists', known: known('read'), verdicts: [] },
  { what: 'an answer about nothing known', verdicts: [] },
  { what: 'one that is back', text: '{}', known: known('gone'), verdicts: back('status 200: {}') },
  { what: 'one that is elsewhere', status: 302, known: known('gone'), verdicts: back('status 302') },
]
