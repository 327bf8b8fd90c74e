import { plainPointerTokens, pointerOf, valueUnder } from '../../document/json.ts'
import { type Check, documentedJson, parsedBody, shortened } from '../check.ts'

/** A JSON body keeps to the schema of its status. */
export const bodyValid: Check = {
  id: 'invalid-body',
  judge: (exchange, { rules }) => {
    const media = documentedJson(exchange)
    const body = parsedBody(exchange)
    if (!media || body instanceof SyntaxError) return []
    return rules.violations(media.schema, body).map(({ pointer, message }) => {
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
