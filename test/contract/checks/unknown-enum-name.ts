import { json, type Row } from '../exchange.ts'

const inStatus = (status: unknown) => ({ gateway: { status: { status } } })

export const rows: readonly Row[] = [
  { what: 'a name that the document lists', body: inStatus('STATUS_READY'), verdicts: [] },
  { what: 'a number in the place of a name', body: inStatus(7), verdicts: [] },
  {
    what: 'a state that the document does not list, which may be on the way',
    body: inStatus('STATUS_NEW'),
    verdicts: [],
  },
  { what: 'a body that is not JSON', headers: json, text: '{"gateway":', verdicts: [] },
  {
    what: 'a body below the document',
    body: { gateway: { status: { conditions: [{ status: 'Perhaps' }] } } },
    expectation: { kind: 'undocumented', what: 'path' },
    verdicts: [],
  },
  {
    what: 'a name that the document does not list, as a warning',
    body: { gateway: { status: { conditions: [{ status: 'Perhaps' }] } } },
    verdicts: [
      {
        severity: 'warning',
        message: 'The body has a name that the document does not list',
        pointer: '#/gateway/status/conditions/0/status',
        expected: 'one of True, False, Unknown, STATUS_TRUE',
        got: '"Perhaps"',
      },
    ],
  },
]
