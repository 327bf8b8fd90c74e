import { isObject } from '../../document/json.ts'
import { type Check, documentedResponse, isBelowDocument } from '../check.ts'

/** Documented headers are there when they are required, and have valid values. Others may be sent freely. */
export const headersValid: Check = {
  id: 'invalid-header',
  judge: (exchange, rules) => {
    if (isBelowDocument(exchange)) return []
    const documented = documentedResponse(exchange)?.headers ?? []
    return documented.flatMap(({ name, required, schema }) => {
      const text = exchange.response.headers[name]
      if (text === undefined) {
        return required
          ? [{ message: `The required header ${name} is missing`, expected: name, got: 'no such header' }]
          : []
      }
      const violations = rules.violations(schema, readAs(text, schema))
      return violations.map(({ message }) => ({
        message: `The header ${name} ${message}`,
        expected: message,
        got: text,
      }))
    })
  },
}

/** A header is text; where the schema wants a number or a boolean, the text is read as one. */
function readAs(text: string, schema: unknown): unknown {
  const types = isObject(schema) ? [schema.type].flat() : []
  if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && !Number.isNaN(Number(text))) {
    return Number(text)
  }
  return types.includes('boolean') && /^(true|false)$/.test(text) ? text === 'true' : text
}
