import { plainPointerTokens, pointerOf, valueUnder } from '../../document/json.ts'
import { type Check, describedBody, shortened } from '../check.ts'

/** A JSON body keeps to the schema of its status. */
export const invalidBody: Check = {
  id: 'invalid-body',
  judge: (exchange, { rules }) => {
    const { schema, body } = describedBody(exchange) ?? {}
    if (schema === undefined) return []
    return rules.violations(schema, body).map(({ pointer, message }) => {
      const tokens = plainPointerTokens(pointer)
      return {
        message: `The body breaks its schema: ${pointer || 'the body'} ${message}`,
        pointer: pointerOf(tokens),
        expected: message,
        got: shortened(JSON.stringify(valueUnder(body, tokens)) ?? 'nothing'),
      }
    })
  },
}
