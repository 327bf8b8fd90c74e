import { type Check, documentedResponse, isBelowDocument } from '../check.ts'
import { textAs } from '../text-as.ts'

/** Documented headers are there when they are required, and have valid values. Others may be sent freely. */
export const invalidHeader: Check = {
  id: 'invalid-header',
  judge: (exchange, { model, rules }) => {
    if (isBelowDocument(exchange)) return []
    const documented = documentedResponse(exchange)?.headers ?? []
    return documented.flatMap(({ name, required, schema }) => {
      const text = exchange.response.headers[name]
      if (text === undefined) {
        return required
          ? [{ message: `The required header ${name} is missing`, expected: name, got: 'no such header' }]
          : []
      }
      const violations = rules.violations(schema, textAs(model, schema, text))
      return violations.map(({ message }) => ({
        message: `The header ${name} ${message}`,
        expected: message,
        got: text,
      }))
    })
  },
}
