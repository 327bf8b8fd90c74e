import type { CaseResponse, Expectation } from '../case.ts'
import type { Check } from '../check.ts'

/** The answer's status is the one that the request was due. */
export const statusExpected: Check = {
  id: 'unexpected-status',
  judge: ({ case: { expectation }, response }) => {
    const { message, expected, isMet } = due(expectation)
    return isMet(response) ? [] : [{ message, expected, got: `status ${response.status}` }]
  },
}

interface Due {
  readonly message: string
  readonly expected: string
  readonly isMet: (response: CaseResponse) => boolean
}

function due(expectation: Expectation): Due {
  switch (expectation.kind) {
    case 'accepted':
      return {
        message: 'A valid request was not accepted',
        expected: 'a status from 200 to 299',
        isMet: ({ status }) => status >= 200 && status <= 299,
      }
    case 'refused':
      return {
        message: `An invalid request was not refused: ${expectation.because}`,
        expected: 'a status from 400 to 499',
        isMet: ({ status }) => status >= 400 && status <= 499,
      }
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
