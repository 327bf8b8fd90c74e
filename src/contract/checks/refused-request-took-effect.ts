import { pointerOf, pointerTokens, valueUnder } from '../../document/json.ts'
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
    return known.before === undefined ? leftAndLost(exchange, known) : changed(exchange, measure, known)
  },
}

function leftAndLost(exchange: Exchange, { resource, refused = new Map(), spared = new Map() }: Known): Verdict[] {
  const body = parsedBody(exchange)
  if (exchange.response.status > 299 || body instanceof Error) return []
  const pointer = pointerOf(resource.inList)
  const ids = itemsIn(resource, body).map((item) => idIn(resource, item) ?? '')
  const left = ids.filter((id) => refused.has(id))
  const lost = resource.isPaged ? [] : [...spared.keys()].filter((id) => !ids.includes(id))
  return [
    ...left.map((id) => ({
      message: `A create was refused and is there all the same: ${refused.get(id)}`,
      pointer,
      expected: `no ${id}`,
      got: id,
    })),
    ...lost.map((id) => ({
      message: `A delete was refused and was done all the same: ${spared.get(id)}`,
      pointer,
      expected: id,
      got: 'no such item',
    })),
  ]
}

function changed(exchange: Exchange, { model }: Measure, { resource, before }: Known): Verdict[] {
  const { status } = exchange.response
  // Another error says nothing of the resource.
  if ((status < 200 || status > 299) && status !== 404) return []
  const schema = jsonBody(resource.create)?.schema ?? true
  const [was, is] = [before, shownIn(resource, parsedBody(exchange))].map(
    (shown) => specificationIn(resource, shown) ?? {},
  )
  const found = [...differences(model, { schema, body: is }, was), ...differences(model, { schema, body: was }, is)]
  const places = new Set(found.map(({ pointer }) => pointer))
  return [...places].map(pointerTokens).map((tokens) => ({
    message: 'Requests about it were refused, and it has changed all the same',
    pointer: pointerOf([...resource.inAnswer, ...resource.specification, ...tokens]),
    expected: shown(was, tokens),
    got: shown(is, tokens),
  }))
}

function shown(whole: unknown, tokens: readonly string[]): string {
  return shortened(JSON.stringify(valueUnder(whole, tokens)) ?? 'nothing')
}
