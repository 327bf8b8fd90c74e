import type { Operation } from '../../document/model.ts'
import { type Check, isServerError, statusGot, type Verdict } from '../check.ts'

/**
 * A valid request is answered with a documented success: `default` is for what is left, and would let any success
 * through. Where the document knows no success, any status that it knows will do. Of a request that a service may refuse
 * for what it means, a refusal will do too.
 */
export const validRequestRefused: Check = {
  id: 'valid-request-refused',
  judge: (exchange) => {
    const { case: one, response } = exchange
    const { kind } = one.expectation
    if ((kind !== 'accepted' && kind !== 'permitted') || isServerError(exchange)) return []
    if (kind === 'permitted' && response.status >= 400 && ![401, 403].includes(response.status)) return []
    const { isMet, ...due } = dueSuccess(one.operation)
    return isMet(response.status) ? [] : [{ ...due, got: statusGot(response) }]
  },
}

function dueSuccess({ responses }: Operation): Verdict & { readonly isMet: (status: number) => boolean } {
  const all = responses.map(({ status }) => status.toUpperCase())
  const documented = all.filter((status) => status.startsWith('2'))
  const numeric = all.filter((status) => /^\d/.test(status))
  if (documented.length === 0 && numeric.length > 0) {
    return {
      message: 'A valid request was not answered with a documented status',
      expected: `status ${numeric.join(' or ')}`,
      isMet: (status) => numeric.includes(String(status)) || numeric.includes(`${String(status).slice(0, 1)}XX`),
    }
  }
  return {
    message: 'A valid request was not accepted with a documented status',
    expected: `status ${documented.join(' or ') || '2XX'}`,
    isMet: (status) =>
      status >= 200 &&
      status <= 299 &&
      (documented.length === 0 || documented.includes(String(status)) || documented.includes('2XX')),
  }
}
