import { type Check, documentedResponse, isBelowDocument, isServerError } from '../check.ts'

/**
 * The document describes the status: itself, its range, or `default`. An error that it does not describe is a warning:
 * a caller has to expect those of any service.
 */
export const undocumentedStatus: Check = {
  id: 'undocumented-status',
  judge: (exchange) => {
    // That the service failed is said already.
    if (isBelowDocument(exchange) || isServerError(exchange) || documentedResponse(exchange)) return []
    const documented = exchange.case.operation.responses.map(({ status }) => status)
    return [
      {
        severity: exchange.response.status >= 400 ? 'warning' : 'error',
        message: 'The answer has a status that the document does not describe',
        expected: `one of ${documented.join(', ')}`,
        got: `status ${exchange.response.status}`,
      },
    ]
  },
}
