import { isObject, pointerOf } from '../../document/json.ts'
import { type Check, describedBody, shortened } from '../check.ts'
import { openProperties, type Place, places } from '../open-schema.ts'

/**
 * The members of a body are those that the document describes. Schemas are open unless they say otherwise, so another one
 * is no error; it is worth a look, because the document may have been left behind.
 */
export const unknownProperty: Check = {
  id: 'unknown-property',
  judge: (exchange, { model }) => {
    const { schema, body } = describedBody(exchange) ?? {}
    if (schema === undefined) return []
    return places(model, [schema], body)
      .flatMap(unknownIn)
      .map(({ tokens, value, known }) => ({
        severity: 'warning' as const,
        message: 'The body has a member that the document does not describe',
        pointer: pointerOf(tokens),
        expected: `members among ${known.join(', ')}`,
        got: shortened(JSON.stringify(value)),
      }))
  },
}

function unknownIn({ tokens, value, flat }: Place) {
  const known = [...openProperties(flat).keys()]
  const isOpen = flat.parts.some(
    (part) => part.additionalProperties !== undefined || part.patternProperties !== undefined,
  )
  if (!isObject(value) || isOpen || known.length === 0) return []
  const unknown = Object.entries(value).filter(([name]) => !known.includes(name))
  return unknown.map(([name, member]) => ({ tokens: [...tokens, name], value: member, known }))
}
