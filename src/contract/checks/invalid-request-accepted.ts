import { type Check, isServerError, statusGot } from '../check.ts'

/** A request that breaks the contract is refused with a 4xx, and not as if its token were wrong. */
export const invalidRequestAccepted: Check = {
  id: 'invalid-request-accepted',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { expectation } = one
    if (expectation.kind !== 'refused' || expectation.about === 'token' || isServerError(exchange)) return []
    const { because, about, pointer, tolerable } = expectation
    const isForToken = about === 'request' && response.status === 401
    if (response.status >= 400 && !isForToken) return []
    return [
      {
        ...(tolerable && { severity: 'warning' as const }),
        message: isForToken
          ? `A request was refused as if its token were wrong, and not for what is wrong: ${because}`
          : `A request was accepted that is due to be refused: ${because}`,
        ...(pointer !== undefined && { pointer }),
        expected: `a status from 400 to 499${about === 'request' ? ' other than 401' : ''}`,
        got: statusGot(response),
      },
    ]
  },
}
