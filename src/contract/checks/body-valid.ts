import { plainPointerTokens, pointerOf, valueUnder } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, documentedJson, parsedBody, shortened, type Verdict } from '../check.ts'
import type { SchemaRules } from '../schema-rules.ts'

/** A JSON body is JSON and keeps to the schema of its status. */
export const bodyValid: Check = {
  id: 'invalid-body',
  judge: (exchange, rules) => {
    const media = documentedJson(exchange)
    return media ? judged(exchange, rules, media.schema) : []
  },
}

function judged(exchange: Exchange, rules: SchemaRules, schema: Parameters<SchemaRules['violations']>[0]): Verdict[] {
  const body = parsedBody(exchange)
  if (body instanceof SyntaxError) {
    return [
      { message: `The body is not JSON: ${body.message}`, expected: 'JSON', got: shortened(exchange.response.text) },
    ]
  }
  return rules.violations(schema, body).map(({ pointer, message }) => {
    const tokens = plainPointerTokens(pointer)
    return {
      message: `The body breaks its schema: ${pointer || 'the body'} ${message}`,
      pointer: pointerOf(tokens),
      expected: message,
      got: shortened(JSON.stringify(valueUnder(body, tokens)) ?? 'nothing'),
    }
  })
}
