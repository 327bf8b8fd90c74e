import { pointerOf, pointerTokens } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, type Measure, parsedBody, shortened, type Verdict } from '../check.ts'
import type { Known } from '../known.ts'
import { jsonBody } from '../request.ts'
import { idIn, itemsIn, shownIn, specificationIn } from '../resource/answers.ts'
import { differences } from '../resource/differences.ts'

/** A request that was refused has done nothing: what it would have created is not there, what it would have changed is as before. */
export const refusedRequestTookEffect: Check = {
  id: 'refused-request-took-effect',
  judge: (exchange, measure) => {
    const { known } = exchange
    if (known?.step !== 'aftermath') return []
    return known.before === undefined ? leftBehind(exchange, known) : changed(exchange, measure, known)
  },
}

function leftBehind(exchange: Exchange, { resource, refused = new Map() }: Known): Verdict[] {
  const ids = itemsIn(resource, parsedBody(exchange)).map((item) => idIn(resource, item) ?? '')
  return ids
    .filter((id) => refused.has(id))
    .map((id) => ({
      message: `A create was refused and is there all the same: ${refused.get(id)}`,
      pointer: pointerOf(resource.inList),
      expected: `no ${id}`,
      got: id,
    }))
}

function changed(exchange: Exchange, { model }: Measure, { resource, before }: Known): Verdict[] {
  const { status } = exchange.response
  // Another error says nothing of the resource.
  if ((status < 200 || status > 299) && status !== 404) return []
  const schema = jsonBody(resource.create)?.schema ?? true
  const [was, is] = [before, shownIn(resource, parsedBody(exchange))].map(
    (shown) => specificationIn(resource, shown) ?? {},
  )
  const lost = differences(model, { schema, body: was }, is)
  const added = differences(model, { schema, body: is }, was).map((one) => ({
    ...one,
    expected: one.got,
    got: one.expected,
  }))
  const places = [...new Map([...added, ...lost].map((one) => [one.pointer, one] as const)).values()]
  return places.map(({ pointer, expected, got }) => ({
    message: 'Requests about it were refused, and it has changed all the same',
    pointer: pointerOf([...resource.inAnswer, ...resource.specification, ...pointerTokens(pointer)]),
    expected: shortened(expected),
    got: shortened(got),
  }))
}
