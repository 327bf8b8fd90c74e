import { type Check, isServerError, statusGot } from '../check.ts'

/** A request that breaks the contract is refused with a 4xx, and for that reason: not because of a token that is right. */
export const invalidRequestAccepted: Check = {
  id: 'invalid-request-accepted',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { expectation } = one
    if (expectation.kind !== 'refused' || expectation.about === 'token' || isServerError(exchange)) return []
    const { because, about, pointer, tolerable } = expectation
    const isAboutToken = about === 'request' && [401, 403].includes(response.status)
    if (response.status >= 400 && !isAboutToken) return []
    return [
      {
        ...(tolerable && { severity: 'warning' as const }),
        message: `An invalid request was not refused as is due: ${because}`,
        ...(pointer !== undefined && { pointer }),
        expected: `a status from 400 to 499${about === 'request' ? ' that is not about the token' : ''}`,
        got: statusGot(response),
      },
    ]
  },
}
