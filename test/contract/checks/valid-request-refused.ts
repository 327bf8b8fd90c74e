import type { Expectation } from '../../../src/contract/case.ts'
import { answering, type Row, refused } from '../exchange.ts'

const permitted: Expectation = { kind: 'permitted' }
const range = answering({ status: '2XX' })
const noSuccess = answering({ status: '302' }, { status: '4xx' }, { status: 'default' })
const onlyDefault = answering({ status: 'default' })

function notAccepted(got: string, expected = 'status 200') {
  return [{ message: 'A valid request was not accepted with a documented status', expected, got }]
}

export const rows: readonly Row[] = [
  { what: 'a valid request that is accepted', verdicts: [] },
  { what: 'a status in a documented range', status: 204, operation: range, verdicts: [] },
  { what: 'a success where only default is documented', status: 201, operation: onlyDefault, verdicts: [] },
  { what: 'a documented status where no success is', status: 302, operation: noSuccess, verdicts: [] },
  { what: 'a status in a range where no success is documented', status: 404, operation: noSuccess, verdicts: [] },
  { what: 'a permitted request that is accepted', expectation: permitted, verdicts: [] },
  { what: 'a permitted request that is refused', status: 422, expectation: permitted, verdicts: [] },
  { what: 'a 5xx, which another check reports', status: 500, verdicts: [] },
  { what: 'an invalid request', status: 422, expectation: refused, verdicts: [] },
  { what: 'a valid request that is refused', status: 422, verdicts: notAccepted('status 422') },
  {
    what: 'an undocumented success',
    status: 202,
    text: '{"nonsense":true}',
    verdicts: notAccepted('status 202: {"nonsense":true}'),
  },
  {
    what: 'a long answer, by its beginning',
    status: 404,
    text: 'x'.repeat(300),
    verdicts: notAccepted(`status 404: ${'x'.repeat(200)}…`),
  },
  {
    what: 'a refusal where a range is due',
    status: 400,
    operation: range,
    verdicts: notAccepted('status 400', 'status 2XX'),
  },
  {
    what: 'a redirection where only default is documented',
    status: 302,
    operation: onlyDefault,
    verdicts: notAccepted('status 302', 'status 2XX'),
  },
  {
    what: 'a permitted request with an undocumented success',
    status: 202,
    expectation: permitted,
    verdicts: notAccepted('status 202'),
  },
  ...[401, 403].map((status) => ({
    what: `a permitted request that is refused for a token that is right (${status})`,
    status,
    expectation: permitted,
    verdicts: notAccepted(`status ${status}`),
  })),
  {
    what: 'an undocumented status where no success is documented',
    status: 200,
    operation: noSuccess,
    verdicts: [
      {
        message: 'A valid request was not answered with a documented status',
        expected: 'status 302 or 4XX',
        got: 'status 200',
      },
    ],
  },
]
