import type { Operation } from '../../document/model.ts'
import type { CaseResponse, Expectation, Refusal } from '../case.ts'
import { type Check, shortened } from '../check.ts'

/** The answer's status is the one that the request was due. */
export const statusExpected: Check = {
  id: 'unexpected-status',
  judge: ({ case: { expectation, operation }, response }) => {
    const { isMet, ...due } = dueFor(expectation, operation)
    if (isMet(response)) return []
    return [{ ...due, got: `status ${response.status}${response.text === '' ? '' : `: ${shortened(response.text)}`}` }]
  },
}

interface Due {
  readonly message: string
  readonly expected: string
  readonly pointer?: string
  readonly isMet: (response: CaseResponse) => boolean
}

function dueFor(expectation: Expectation, operation: Operation): Due {
  switch (expectation.kind) {
    case 'accepted':
      return dueSuccess(operation)
    case 'refused':
      return dueRefusal(expectation)
    case 'status':
      return {
        message: 'The documented status could not be provoked',
        expected: `status ${expectation.status}`,
        isMet: ({ status }) => String(status) === expectation.status,
      }
    case 'no-such-method':
      return {
        message: 'A method that the path does not have was not refused',
        expected: 'status 404, 405 or 501',
        isMet: ({ status }) => [404, 405, 501].includes(status),
      }
  }
}

/**
 * A success has to be a documented one: `default` is for what is left, and would let any success through. Where the
 * document knows no success, any status that it knows will do.
 */
function dueSuccess({ responses }: Operation): Due {
  const all = responses.map(({ status }) => status.toUpperCase())
  const documented = all.filter((status) => status.startsWith('2'))
  const numeric = all.filter((status) => /^\d/.test(status))
  if (documented.length === 0 && numeric.length > 0) {
    return {
      message: 'A valid request was not answered with a documented status',
      expected: `status ${numeric.join(' or ')}`,
      isMet: ({ status }) => numeric.includes(String(status)) || numeric.includes(`${String(status).slice(0, 1)}XX`),
    }
  }
  return {
    message: 'A valid request was not accepted with a documented status',
    expected: `status ${documented.join(' or ') || '2XX'}`,
    isMet: ({ status }) =>
      status >= 200 &&
      status <= 299 &&
      (documented.length === 0 || documented.includes(String(status)) || documented.includes('2XX')),
  }
}

function dueRefusal({ because, about, pointer }: Refusal): Due {
  const message = `An invalid request was not refused as is due: ${because}`
  const at = pointer === undefined ? {} : { pointer }
  if (about === 'token') {
    return { message, expected: 'status 401 or 403', isMet: ({ status }) => status === 401 || status === 403 }
  }
  if (about === 'transport') {
    return {
      message,
      ...at,
      expected: 'a status from 400 to 499',
      isMet: ({ status }) => status >= 400 && status <= 499,
    }
  }
  return {
    message,
    ...at,
    expected: 'a status from 400 to 499 that is not about the token',
    isMet: ({ status }) => status >= 400 && status <= 499 && status !== 401 && status !== 403,
  }
}
