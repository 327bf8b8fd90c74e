import { type Check, statusGot } from '../check.ts'

/** A mock that was told to answer with a status does so. */
export const statusNotProvoked: Check = {
  id: 'status-not-provoked',
  judge: ({ case: { expectation }, response }) => {
    if (expectation.kind !== 'status' || String(response.status) === expectation.status) return []
    return [
      {
        message: 'The documented status could not be provoked',
        expected: `status ${expectation.status}`,
        got: statusGot(response),
      },
    ]
  },
}
