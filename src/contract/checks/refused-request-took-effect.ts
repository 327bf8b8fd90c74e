import { pointerOf, pointerTokens, valueUnder } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, type Measure, parsedBody, shortened, type Verdict } from '../check.ts'
import type { Known } from '../known.ts'
import { jsonBody } from '../request.ts'
import { idIn, isDeleting, itemsIn, shownIn, specificationIn, stateIn } from '../resource/answers.ts'
import { differences } from '../resource/differences.ts'

/** A request that was refused has done nothing: what it would have created is not there, what it would have changed is as before. */
export const refusedRequestTookEffect: Check = {
  id: 'refused-request-took-effect',
  judge: (exchange, measure) => {
    const { known } = exchange
    if (known?.step !== 'aftermath') return []
    if (known.sparedBy !== undefined) return removed(exchange, known)
    return known.before === undefined ? left(exchange, known) : changed(exchange, measure, known)
  },
}

function left(exchange: Exchange, { resource, refused = new Map() }: Known): Verdict[] {
  const body = parsedBody(exchange)
  if (exchange.response.status > 299 || body instanceof Error) return []
  return itemsIn(resource, body).flatMap((item) => {
    const id = idIn(resource, item) ?? ''
    const name = resource.nameMember && valueUnder(specificationIn(resource, item), [resource.nameMember])
    const found = [id, String(name)].find((one) => refused.has(one))
    if (found === undefined) return []
    return {
      message: `A create was refused and is there all the same: ${refused.get(found)}`,
      pointer: pointerOf(resource.inList),
      expected: `no ${found}`,
      got: found === id ? id : `${id}, ${found}`,
    }
  })
}

function removed(exchange: Exchange, { resource, sparedBy }: Known): Verdict[] {
  const { status } = exchange.response
  const state = status > 299 ? undefined : stateIn(resource, shownIn(resource, parsedBody(exchange)))
  const isGoing = isDeleting(resource, state)
  if (!isGoing && status !== 404 && status !== 410) return []
  return [
    {
      message: `A delete was refused and was done all the same: ${sparedBy}`,
      expected: 'what is there as before',
      got: isGoing ? `status ${status}, ${state}` : `status ${status}`,
    },
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
