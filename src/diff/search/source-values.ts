import fc from 'fast-check'
import { arbitraryFor } from '../../contract/arbitrary.ts'
import { candidates } from '../../contract/break-constraint.ts'
import { type Constraint, constraintsOf } from '../../contract/constraints.ts'
import { type Place, places } from '../../contract/open-schema.ts'
import { samples } from '../../contract/sample.ts'
import { valueAtLimit } from '../../contract/strategies/boundaries.ts'
import { plainPointerTokens, pointerOf, pointerTokens, replaced, valueUnder } from '../../document/json.ts'
import { flatAt } from './flat-at.ts'
import { namedInPlace, valuesAtLimits, valuesOfTypes } from './place-values.ts'
import { isDocumented, type Side, violationsOf } from './side.ts'

/** Enough for bodies with some hundred properties; a larger one is searched in part. */
const mostValues = 20_000
const randomValues = 100

/**
 * Values that are valid and documented on one side, chosen to be invalid on the other: examples and built values of
 * both, the limits and names of the one, what breaks a rule of the other, each property left out, and random ones.
 */
export function* sourceValues(source: Side, target: Side): Generator<unknown> {
  let left = mostValues
  const seen = new Set<string>()
  for (const value of allValues(source, target)) {
    const text = JSON.stringify(value)
    if (text === undefined || seen.has(text) || !isDocumented(source, value)) continue
    seen.add(text)
    yield value
    if (--left === 0) return
  }
}

/** The values that a search chooses from, with such that break a rule of the source. */
export function* madeValues(source: Side, target: Side): Generator<unknown> {
  yield* allValues(source, target)
  const rules = constraintsOf(source.model, source.schema, source.absent)
  for (const whole of wholeValues(source))
    for (const rule of rules) yield* replacements(whole, rule, (valid) => brokenValues(source, rule, valid))
}

function* allValues(source: Side, target: Side): Generator<unknown> {
  const wholes = wholeValues(source)
  yield* wholes
  yield* [...wholeValues(target), ...target.examples]
  const rules = constraintsOf(target.model, target.schema, target.absent)
  const limits = constraintsOf(source.model, source.schema, source.absent)
  for (const whole of wholes) {
    for (const place of places(source.model, [source.schema], whole)) yield* inPlace(whole, place, target)
    for (const rule of rules) yield* replacements(whole, rule, (valid) => brokenValues(target, rule, valid))
    for (const limit of limits) yield* replacements(whole, limit, (valid) => [valueAtLimit(limit, valid)])
  }
  yield* fc.sample(arbitraryFor(source.model, source.schema), { seed: 1, numRuns: randomValues })
}

/** The examples, and one built value for each combination of choices, small and full, without what is broken in them. */
function wholeValues(side: Side): unknown[] {
  const { model, schema, examples } = side
  const built = [...samples(model, schema, 'required'), ...samples(model, schema, 'all')]
  const usable = [...examples, ...built].map((value) => withoutBroken(side, value))
  const byText = new Map(usable.map((value) => [JSON.stringify(value), value] as const))
  byText.delete('undefined')
  return [...byText.values()]
}

function withoutBroken(side: Side, value: unknown, deepest = 20): unknown {
  const [first] = violationsOf(side, value)
  if (first === undefined) return value
  const less = replaced(value, plainPointerTokens(first.pointer), undefined)
  return less === undefined || deepest === 0 ? undefined : withoutBroken(side, less, deepest - 1)
}

/** The whole with every other value that either side names, types or limits for one place, and without the place. */
function* inPlace(whole: unknown, { tokens, value, flat }: Place, target: Side): Generator<unknown> {
  if (tokens.length > 0) yield replaced(whole, tokens, undefined)
  const there = flatAt(target, tokens)
  const others = [
    ...[...namedInPlace(flat), ...namedInPlace(there), ...valuesOfTypes(flat, value)],
    ...[...valuesAtLimits(flat, value), ...valuesAtLimits(there, value)],
  ]
  for (const other of others) yield replaced(whole, tokens, other)
}

function* replacements(
  whole: unknown,
  { pointer }: Constraint,
  others: (valid: unknown) => readonly unknown[],
): Generator<unknown> {
  const tokens = pointerTokens(pointer)
  const valid = valueUnder(whole, tokens)
  if (valid === undefined) return
  for (const other of others(valid)) if (other !== undefined) yield replaced(whole, tokens, other)
}

function brokenValues({ model }: Side, rule: Constraint, valid: unknown): unknown[] {
  return candidates(model, rule, valid).map(({ value }) => value)
}

/** A place in a value by words that do not depend on which item of a list it is in. */
export function placeOf(whole: unknown, pointer: string): string {
  const tokens = plainPointerTokens(pointer)
  return pointerOf(
    tokens.map((token, index) => (Array.isArray(valueUnder(whole, tokens.slice(0, index))) ? '0' : token)),
  )
}
