import { isObject, type JsonObject, pointerOf, pointerTokens } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, type Measure, shortened, type Verdict } from '../check.ts'
import type { Known } from '../known.ts'
import { jsonBody } from '../request.ts'
import { listedIn, resourceAnswer, specificationIn } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'
import { differences } from '../resource/differences.ts'

/** What was created or updated holds what was sent, at once and on every later read; an update leaves nothing of before. */
export const specificationNotKept: Check = {
  id: 'specification-not-kept',
  judge: (exchange, measure) => {
    const { known, shown } = resourceAnswer(exchange, 'create', 'read', 'update') ?? {}
    if (!known) return listed(exchange, measure)
    // Where it shows none at all, the check of its identity says so.
    return known.sent && isObject(shown)
      ? lost(exchange, measure, { known, sent: known.sent, shown, at: known.resource.inAnswer })
      : []
  },
}

function listed(exchange: Exchange, measure: Measure): Verdict[] {
  const { known } = exchange
  if (known?.step !== 'list') return []
  return listedIn(known.resource, exchange).flatMap(({ shown, id, at }) => {
    const sent = known.contents?.get(id)
    return sent ? lost(exchange, measure, { known, sent, shown, at }) : []
  })
}

interface Kept {
  readonly known: Known
  readonly sent: JsonObject
  readonly shown: unknown
  /** From the body to the resource. */
  readonly at: readonly string[]
}

function lost(exchange: Exchange, measure: Measure, { known, sent, shown, at }: Kept): Verdict[] {
  const { resource, replaced } = known
  const schema = jsonBody(resource.create)?.schema ?? true
  // The check of its identity judges these.
  const isIdentity = (name: string) => name === resource.nameMember || name === resource.idMember
  const [body, before] = [sent, replaced].map(
    (one) => one && Object.fromEntries(Object.entries(one).filter(([name]) => !isIdentity(name))),
  )
  const found = differences(measure.model, { schema, body, replaced: before }, specificationIn(resource, shown) ?? {})
  return found.flatMap(({ pointer, expected, got }) => {
    const tokens = [...at, ...resource.specification, ...pointerTokens(pointer)]
    if (!isDescribed(exchange, measure, tokens)) return []
    const message = 'The answer does not hold what was sent'
    return [{ message, pointer: pointerOf(tokens), expected: shortened(expected), got: shortened(got) }]
  })
}
