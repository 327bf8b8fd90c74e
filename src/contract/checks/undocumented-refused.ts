import { type Check, isServerError, statusGot } from '../check.ts'

const due = [404, 405, 501]

/** A method or a path that the document does not have is not there. */
export const undocumentedRefused: Check = {
  id: 'undocumented-operation',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { expectation } = one
    if (expectation.kind !== 'undocumented' || due.includes(response.status) || isServerError(exchange)) return []
    return [
      {
        message: `A ${expectation.what} that the document does not have was not refused`,
        expected: 'status 404, 405 or 501',
        got: statusGot(response),
      },
    ]
  },
}
