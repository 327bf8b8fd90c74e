import { pointerOf, valueUnder } from '../../document/json.ts'
import type { Check, Verdict } from '../check.ts'
import { momentIn, type ResourceAnswer, resourceAnswer } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'

/**
 * Both moments are there; an update moves the one of the last update and leaves that of the creation. The schema asks for
 * neither, because a service may leave out what is empty; of a resource that exists neither is.
 */
export const wrongTimestamps: Check = {
  id: 'wrong-timestamps',
  judge: (exchange, measure) => {
    const answer = resourceAnswer(exchange, 'create', 'read', 'update')
    if (!answer) return []
    const isDue = (tokens: readonly string[]) => isDescribed(exchange, measure, tokens)
    return [...missing(answer, isDue), ...unset(answer), ...created(answer), ...updated(answer)]
  },
}

function missing(
  { known: { resource }, shown }: ResourceAnswer,
  isDue: (tokens: readonly string[]) => boolean,
): Verdict[] {
  const absent = [resource.createdAt, resource.updatedAt].filter(
    (tokens) => tokens && !valueUnder(shown, tokens) && isDue([...resource.inAnswer, ...tokens]),
  )
  return absent.map((tokens = []) => ({
    message: `There is no ${tokens.at(-1)}`,
    pointer: pointerOf([...resource.inAnswer, ...tokens]),
    expected: 'a moment',
    got: 'nothing',
  }))
}

/** Clocks that were never set show the year 1 or 1970. */
const earliest = Date.UTC(2000)

function unset({ known: { resource }, shown }: ResourceAnswer): Verdict[] {
  const moments = [resource.createdAt, resource.updatedAt].map((tokens = []) => ({
    tokens,
    is: momentIn(shown, tokens),
  }))
  return moments
    .filter(({ tokens, is }) => tokens.length > 0 && is < earliest)
    .map(({ tokens, is }) => ({
      message: `${tokens.at(-1)} was never set`,
      pointer: pointerOf([...resource.inAnswer, ...tokens]),
      expected: 'a moment of late',
      got: new Date(is).toISOString(),
    }))
}

function created({ known: { resource, before }, shown }: ResourceAnswer): Verdict[] {
  const [was, is] = [momentIn(before, resource.createdAt), momentIn(shown, resource.createdAt)]
  // A service that stores less than it shows at first may round.
  if (Number.isNaN(was) || Number.isNaN(is) || Math.abs(is - was) <= 1) return []
  return [
    moved(
      'The moment of creation has changed',
      { answer: resource.createdAt, resource, was, is },
      'the same as before',
    ),
  ]
}

function updated({ known: { resource, before, step }, shown }: ResourceAnswer): Verdict[] {
  const [was, is] = [momentIn(before, resource.updatedAt), momentIn(shown, resource.updatedAt)]
  if (Number.isNaN(was) || Number.isNaN(is) || (step === 'update' ? is > was : is >= was)) return []
  const message =
    step === 'update'
      ? 'The update did not advance the moment of the last update'
      : 'The moment of the last update went back'
  return [
    moved(
      message,
      { answer: resource.updatedAt, resource, was, is },
      step === 'update' ? 'later than before' : 'not before',
    ),
  ]
}

interface Move {
  readonly answer: readonly string[] | undefined
  readonly resource: ResourceAnswer['known']['resource']
  readonly was: number
  readonly is: number
}

function moved(message: string, { answer = [], resource, was, is }: Move, expected: string): Verdict {
  return {
    message,
    pointer: pointerOf([...resource.inAnswer, ...answer]),
    expected: `${expected}: ${new Date(was).toISOString()}`,
    got: new Date(is).toISOString(),
  }
}
