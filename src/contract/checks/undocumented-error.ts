import { isObject } from '../../document/json.ts'
import { type Check, describedBody } from '../check.ts'

/**
 * An error's body has at least one of the members that the document gives errors. Where the schema requires
 * nothing, an object of a wholly different shape would be valid.
 */
export const undocumentedError: Check = {
  id: 'undocumented-error',
  judge: (exchange, { rules }) => {
    const { schema, body } = describedBody(exchange) ?? {}
    if (schema === undefined || exchange.response.status < 400) return []
    const documented = rules.propertyNames(schema)
    if (documented.length === 0 || !isObject(body) || documented.some((name) => name in body)) return []
    return [
      {
        message: 'The error has none of the members that the document describes',
        expected: `an object with ${documented.join(', ')}`,
        got: `an object with ${Object.keys(body).join(', ') || 'no members'}`,
      },
    ]
  },
}
