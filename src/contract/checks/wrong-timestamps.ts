import { isObject, pointerOf, valueUnder } from '../../document/json.ts'
import { type Check, parsedBody, type Verdict } from '../check.ts'
import { idIn, itemsIn, momentIn, type ResourceAnswer, resourceAnswer } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'

/**
 * Both moments are there; an update moves the one of the last update and leaves that of the creation. The schema asks for
 * neither, because a service may leave out what is empty; of a resource that exists neither is.
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
      const moments = { ...answer, at: answer.known.resource.inAnswer }
      return [...missing(moments, isDue), ...unset(moments), ...created(moments), ...updated(moments)]
    }
    if (known?.step !== 'list' || !resourceAnswer(exchange, 'list')) return []
    return itemsIn(known.resource, parsedBody(exchange)).flatMap((shown, index) => {
      const before = known.shown?.get(idIn(known.resource, shown) ?? '')
      const item = { known: { ...known, before }, shown, at: [...known.resource.inList, String(index)] }
      return before === undefined ? [] : [...missing(item, isDue), ...created(item, 999)]
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

function unset({ known: { resource }, shown, at }: Moments): Verdict[] {
  const moments = [resource.createdAt, resource.updatedAt].map((tokens = []) => ({
    tokens,
    is: momentIn(shown, tokens),
  }))
  return moments
    .filter(({ tokens, is }) => tokens.length > 0 && is < earliest)
    .map(({ tokens, is }) => ({
      message: `${tokens.at(-1)} was never set`,
      pointer: pointerOf([...at, ...tokens]),
      expected: 'a moment of late',
      got: new Date(is).toISOString(),
    }))
}

/** A service that stores less than it shows at first may round, and a list may show whole seconds. */
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

function updated({ known: { resource, before, step }, shown, at }: Moments): Verdict[] {
  const [was, is] = [momentIn(before, resource.updatedAt), momentIn(shown, resource.updatedAt)]
  if (Number.isNaN(was) || Number.isNaN(is) || (step === 'update' ? is > was : is >= was)) return []
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
