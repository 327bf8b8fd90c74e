import { flatSchema, keyword } from '../../document/flat-schema.ts'
import type { JsonSchema, Model } from '../../document/model.ts'
import { type Check, documentedResponse, isBelowDocument } from '../check.ts'

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
      const violations = rules.violations(schema, readAs(model, schema, text))
      return violations.map(({ message }) => ({
        message: `The header ${name} ${message}`,
        expected: message,
        got: text,
      }))
    })
  },
}

/** A header is text; where the schema wants a number, a boolean or a list of those, the text is read as one. */
function readAs(model: Model, schema: JsonSchema, text: string): unknown {
  const flat = flatSchema(model, [schema])
  const types = [keyword(flat, 'type')].flat()
  if (types.includes('array')) {
    const items = (keyword(flat, 'items') as JsonSchema | undefined) ?? true
    return text === '' ? [] : text.split(',').map((item) => readAs(model, items, item.trim()))
  }
  if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && !Number.isNaN(Number(text))) {
    return Number(text)
  }
  return types.includes('boolean') && /^(true|false)$/.test(text) ? text === 'true' : text
}
