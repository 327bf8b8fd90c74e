import { type Check, isServerError, statusGot } from '../check.ts'

/** A request without a valid token is refused with 401 or 403, whatever else it holds. */
export const authenticationNotEnforced: Check = {
  id: 'authentication-not-enforced',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { expectation } = one
    if (expectation.kind !== 'refused' || expectation.about !== 'token' || isServerError(exchange)) return []
    if ([401, 403].includes(response.status)) return []
    return [
      {
        message: `A request was not refused for its token as is due: ${expectation.because}`,
        expected: 'status 401 or 403',
        got: statusGot(response),
      },
    ]
  },
}
