import { type Check, documentedResponse, isBelowDocument } from '../check.ts'

/** The document describes the status: itself, its range, or `default`. */
export const statusDocumented: Check = {
  id: 'undocumented-status',
  judge: (exchange) => {
    if (isBelowDocument(exchange) || documentedResponse(exchange)) return []
    const documented = exchange.case.operation.responses.map(({ status }) => status)
    return [
      {
        message: 'The answer has a status that the document does not describe',
        expected: `one of ${documented.join(', ')}`,
        got: `status ${exchange.response.status}`,
      },
    ]
  },
}
