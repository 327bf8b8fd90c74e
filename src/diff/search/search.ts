import type { Violation } from '../../contract/schema-rules.ts'
import { plainPointerTokens, replaced, valueUnder } from '../../document/json.ts'
import { isDocumented, type Side, violationsOf } from './side.ts'
import { placeOf, sourceValues } from './source-values.ts'

/** A rule of one side that refuses what the other side admits. */
export interface Difference {
  /** Of the smallest value that shows it. */
  readonly violation: Violation
  /** Where, as a JSON pointer in the value; `0` stands for every item of a list. */
  readonly pointer: string
  /** The smallest value that was found: valid on the one side, invalid on the other. */
  readonly witness: unknown
  /** What stood in the place in the values that show it; ten at most. */
  readonly values: readonly unknown[]
}

/** What a search found. */
export interface Search {
  /** How many values were valid on the one side, and so tried on the other. */
  readonly tried: number
  readonly differences: readonly Difference[]
}

/** Searches for values that are valid on the source's side and invalid on the target's. */
export function search(source: Side, target: Side): Search {
  const found = new Map<string, Found>()
  let tried = 0
  for (const value of sourceValues(source, target)) {
    tried++
    for (const violation of causes(violationsOf(target, value))) {
      const key = keyOf(value, violation)
      found.set(key, better(found.get(key), { value, violation, places: [valueAtFault(value, violation)] }))
    }
  }
  const differences = [...found].map(([key, one]) => difference(source, target, key, one))
  return { tried, differences }
}

/** Where a value is of a wrong type, what else is wrong with it goes without saying. */
function causes(violations: readonly Violation[]): readonly Violation[] {
  const wrongTypes = new Set(violations.flatMap(({ keyword, pointer }) => (keyword === 'type' ? [pointer] : [])))
  return violations.filter(({ keyword, pointer }) => keyword === 'type' || !wrongTypes.has(pointer))
}

interface Found {
  readonly value: unknown
  readonly violation: Violation
  readonly places: readonly unknown[]
}

function better(known: Found | undefined, fresh: Found): Found {
  if (known === undefined) return fresh
  const isSmaller = JSON.stringify(fresh.value).length < JSON.stringify(known.value).length
  return { ...(isSmaller ? fresh : known), places: distinct([...known.places, ...fresh.places]) }
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].slice(0, 10)
}

/** What makes two violations the same: the rule, and the place of it. */
function keyOf(value: unknown, { keyword, pointer, message }: Violation): string {
  // Which items are the same is another matter in each value.
  return [placeOf(value, pointer), keyword, keyword === 'uniqueItems' ? '' : message].join(' ')
}

function valueAtFault(value: unknown, { pointer }: Violation): unknown {
  return valueUnder(value, plainPointerTokens(pointer))
}

function difference(source: Side, target: Side, key: string, { value, places }: Found): Difference {
  const own = (candidate: unknown) => violationsOf(target, candidate).find((one) => keyOf(candidate, one) === key)
  const witness = shrunk(value, (less) => own(less) !== undefined && isDocumented(source, less))
  const violation = own(witness)
  if (violation === undefined) throw new Error(`The value that shows ${key} shows it no more`)
  return { violation, pointer: placeOf(witness, violation.pointer), witness, values: places }
}

/** The value without every member and item that it can do without and still be what it has to be. */
function shrunk(value: unknown, isEnough: (less: unknown) => boolean): unknown {
  for (const tokens of pathsIn(value)) {
    const less = replaced(value, tokens, undefined)
    if (isEnough(less)) return shrunk(less, isEnough)
  }
  return value
}

/** The paths of everything in a value, the outermost first. */
function pathsIn(value: unknown, above: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.keys(value).map((key) => [...above, key])
  return [...own, ...Object.entries(value).flatMap(([key, member]) => pathsIn(member, [...above, key]))]
}
