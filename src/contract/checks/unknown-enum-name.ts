import { type Check, describedBody } from '../check.ts'

/**
 * The names in a body are those that the document lists in `x-extensible-enum`. The list is open, so another name is no
 * error; it is worth a look, because the document may have been left behind.
 */
export const unknownEnumName: Check = {
  id: 'unknown-enum-name',
  judge: (exchange, { rules }) => {
    const { schema, body } = describedBody(exchange) ?? {}
    if (schema === undefined) return []
    return rules.unknownNames(schema, body).map(({ pointer, name, known }) => ({
      severity: 'warning' as const,
      message: 'The body has a name that the document does not list',
      pointer,
      expected: `one of ${known.join(', ')}`,
      got: JSON.stringify(name),
    }))
  },
}
