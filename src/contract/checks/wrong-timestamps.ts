import { isObject, pointerOf, valueUnder } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import type { Check, Verdict } from '../check.ts'
import { listedIn, momentIn, type ResourceAnswer, resourceAnswer } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'
import { unitOf } from '../resource/moments.ts'

/**
 * Both moments are there, in their order and not in the future; an update moves the one of the last update and leaves
 * that of the creation. The schema asks for neither, because a service may leave out what is empty; of a resource that
 * exists neither is.
 */
export const wrongTimestamps: Check = {
  id: 'wrong-timestamps',
  judge: (exchange, measure) => {
    const { known } = exchange
    const isDue = (tokens: readonly string[]) => isDescribed(exchange, measure, tokens)
    const answer = resourceAnswer(exchange, 'create', 'read', 'update')
    // Where it shows none at all, the check of its identity says so.
    if (answer && !isObject(answer.shown)) return []
    if (answer) {
      const one = { ...answer, at: answer.known.resource.inAnswer }
      return [...missing(one, isDue), ...unset(one), ...created(one), ...updated(one), ...impossible(one, exchange)]
    }
    if (known?.step !== 'list' || !resourceAnswer(exchange, 'list')) return []
    return listedIn(known.resource, exchange).flatMap(({ shown, id, at }) => {
      const before = known.shown?.get(id)
      const item = { known: { ...known, before }, shown, at }
      if (before === undefined) return []
      return [...missing(item, isDue), ...changedInList(item), ...impossible(item, exchange)]
    })
  },
}

/** A resource in an answer, and where it stands there. */
interface Moments extends ResourceAnswer {
  readonly at: readonly string[]
}

function missing(
  { known: { resource }, shown, at }: Moments,
  isDue: (tokens: readonly string[]) => boolean,
): Verdict[] {
  const absent = [resource.createdAt, resource.updatedAt].filter(
    (tokens) => tokens && !valueUnder(shown, tokens) && isDue([...at, ...tokens]),
  )
  return absent.map((tokens = []) => ({
    message: `There is no ${tokens.at(-1)}`,
    pointer: pointerOf([...at, ...tokens]),
    expected: 'a moment',
    got: 'nothing',
  }))
}

/** Clocks that were never set show the year 1 or 1970. */
const earliest = Date.UTC(2000)

function unset(moments: Moments): Verdict[] {
  return both(moments)
    .filter(({ is }) => is < earliest)
    .map(({ tokens, is }) => ({
      message: `${tokens.at(-1)} was never set`,
      pointer: pointerOf([...moments.at, ...tokens]),
      expected: 'a moment of late',
      got: new Date(is).toISOString(),
    }))
}

function both({ known: { resource }, shown }: Moments): { readonly tokens: readonly string[]; readonly is: number }[] {
  return [resource.createdAt, resource.updatedAt].flatMap((tokens) =>
    tokens ? { tokens, is: momentIn(shown, tokens) } : [],
  )
}

function impossible(moments: Moments, exchange: Exchange): Verdict[] {
  return [...disordered(moments), ...inFuture(moments, exchange)]
}

/** Either may be cut to whole seconds. One that was never set is told as that. */
function disordered({ known: { resource }, shown, at }: Moments): Verdict[] {
  const [from, to] = [momentIn(shown, resource.createdAt), momentIn(shown, resource.updatedAt)]
  if (!(to >= earliest && from - to > 999)) return []
  const move = { tokens: [...at, ...(resource.updatedAt ?? [])], was: from, is: to }
  return [moved('It was updated before it was created', move, 'not before its creation')]
}

/** How far the clocks of one service may be apart. */
const skewMs = 60_000

/** By the service's own clock (RFC 9110, Date). */
function inFuture(moments: Moments, { response }: Exchange): Verdict[] {
  const now = Date.parse(response.headers.date ?? '')
  return both(moments)
    .filter(({ is }) => is - now > skewMs)
    .map(({ tokens, is }) =>
      moved(
        `${tokens.at(-1)} lies in the future`,
        { tokens: [...moments.at, ...tokens], was: now, is },
        'not after the answer',
      ),
    )
}

/** A list may show whole seconds. */
function changedInList(item: Moments): Verdict[] {
  const unitMs = unitOf(item.known.resource.updatedAt, item)
  return [...created(item, 999), ...updated(item, Math.max(1, unitMs - 1))]
}

/** A service that stores less than it shows at first may round. */
function created({ known: { resource, before }, shown, at }: Moments, toleranceMs = 1): Verdict[] {
  const [was, is] = [momentIn(before, resource.createdAt), momentIn(shown, resource.createdAt)]
  if (Number.isNaN(was) || Number.isNaN(is) || Math.abs(is - was) <= toleranceMs) return []
  return [
    moved(
      'The moment of creation has changed',
      { tokens: [...at, ...(resource.createdAt ?? [])], was, is },
      'the same as before',
    ),
  ]
}

function updated({ known: { resource, before, step }, shown, at }: Moments, toleranceMs = 0): Verdict[] {
  const [was, is] = [momentIn(before, resource.updatedAt), momentIn(shown, resource.updatedAt)]
  if (Number.isNaN(was) || Number.isNaN(is) || (step === 'update' ? is > was : is >= was - toleranceMs)) return []
  const message =
    step === 'update'
      ? 'The update did not advance the moment of the last update'
      : 'The moment of the last update went back'
  return [
    moved(
      message,
      { tokens: [...at, ...(resource.updatedAt ?? [])], was, is },
      step === 'update' ? 'later than before' : 'not before',
    ),
  ]
}

interface Move {
  readonly tokens: readonly string[]
  readonly was: number
  readonly is: number
}

function moved(message: string, { tokens, was, is }: Move, expected: string): Verdict {
  return {
    message,
    pointer: pointerOf(tokens),
    expected: `${expected}: ${new Date(was).toISOString()}`,
    got: new Date(is).toISOString(),
  }
}
