import { type Side, violationsOf } from './side.ts'
import { madeValues, placeOf } from './source-values.ts'

/** Where the values of a search break rules of the target, be they valid on the other side or not. */
export interface BrokenPlaces {
  /** JSON pointers; `0` stands for every item of a list. */
  readonly places: ReadonlySet<string>
  /** Of these, where the rule is a choice, which speaks of all that lies in it. */
  readonly choices: ReadonlySet<string>
}

/** Looks where a search comes to rules of the target. */
export function brokenPlaces(source: Side, target: Side): BrokenPlaces {
  const places = new Set<string>()
  const choices = new Set<string>()
  for (const value of madeValues(source, target))
    for (const { keyword, pointer } of violationsOf(target, value)) {
      const place = placeOf(value, pointer)
      places.add(place)
      if (keyword === 'oneOf' || keyword === 'anyOf') choices.add(place)
    }
  return { places, choices }
}
