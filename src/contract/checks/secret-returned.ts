import { pointerOf } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, describedBody, type Measure, parsedBody, type Verdict } from '../check.ts'
import { writeOnlyValues } from '../open-schema.ts'

/** No answer holds the token or a secret that was sent, in whatever place, and none has a value where only requests have one. */
export const secretReturned: Check = {
  id: 'secret-returned',
  judge: (exchange, by) => {
    const held = heldIn(exchange, by.secrets)
    return held.length > 0 ? held : writeOnlyMembers(exchange, by)
  },
}

function heldIn(exchange: Exchange, secrets: readonly string[]): Verdict[] {
  const { response } = exchange
  const body = parsedBody(exchange)
  const places = [
    ['the body', response.text] as const,
    // JSON may escape any character, and some writers escape `/`, `<` or `&`.
    ['the body', body instanceof Error ? '' : JSON.stringify(body)] as const,
    ...Object.entries(response.headers).map(([name, text]) => [`the header ${name}`, text] as const),
  ]
  const found = places.find(([, text]) =>
    secrets.some((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))),
  )
  if (!found) return []
  return [
    { message: `A secret that was sent came back in ${found[0]}`, expected: 'no secret', got: 'a secret (not shown)' },
  ]
}

function writeOnlyMembers(exchange: Exchange, { model }: Measure): Verdict[] {
  const { schema, body } = describedBody(exchange) ?? {}
  if (schema === undefined) return []
  const filled = writeOnlyValues(model, schema, body).filter(({ value }) => value !== '' && value !== null)
  return filled.map(({ tokens }) => ({
    message: 'The body has a value for a member that only requests have (writeOnly)',
    pointer: pointerOf(tokens),
    expected: 'no value',
    got: 'a value (not shown)',
  }))
}
