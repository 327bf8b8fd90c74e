import { type Check, isServerError, statusGot } from '../check.ts'

/** What is in front of a service may refuse a path that it does not know before anybody looks for it. */
const due = { method: [404, 405, 501], path: [400, 401, 403, 404, 405, 501] }

/** A method or a path that the document does not have is not there. */
export const undocumentedOperation: Check = {
  id: 'undocumented-operation',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { expectation } = one
    if (expectation.kind !== 'undocumented' || isServerError(exchange)) return []
    if (due[expectation.what].includes(response.status)) return []
    // Refused in another way it still was not done.
    const isRefused = response.status >= 400
    return [
      {
        ...(isRefused && { severity: 'warning' as const }),
        message: isRefused
          ? `A ${expectation.what} that the document does not have was refused with an unusual status`
          : `A ${expectation.what} that the document does not have was not refused`,
        expected: 'status 404, 405 or 501',
        got: statusGot(response),
      },
    ]
  },
}
