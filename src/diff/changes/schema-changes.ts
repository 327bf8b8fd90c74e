import { canonical } from '../../document/canonical.ts'
import { isObject } from '../../document/json.ts'
import { reachedSchemas } from '../../document/reached-schemas.ts'
import type { Change, Places, Rating } from '../change.ts'
import type { ReadRevision } from '../compared.ts'
import { brokenPlaces } from '../search/broken-places.ts'
import { normalForm } from '../search/normal-form.ts'
import { type Difference, type Search, search } from '../search/search.ts'
import type { Side } from '../search/side.ts'
import { ruleText, unsearchable } from '../search/unsearchable.ts'
import { closedObjects } from './closed-objects.ts'
import { differenceWords, placeOfDifference, placeWords } from './difference-words.ts'
import { openNameChanges } from './open-name-changes.ts'
import type { Part, RevisedPart } from './parts.ts'
import { propertyChanges } from './property-changes.ts'

/** What a comparison of one part gave. */
export interface ComparedPart {
  readonly part: Part
  readonly changes: readonly Change[]
  /** How many values were tried in each direction; 0 where both revisions say the same in the same words. */
  readonly tried: number
  /** Whether both revisions say the same in other words, by their normal form. */
  readonly isSame: boolean
  /**
   * Whether the search came to rules of the side that refuses in a place: some value broke one there, be it valid on the
   * other side or not. Where none did, that nothing was found says nothing.
   */
  readonly isReached: (pointer: string) => boolean
}

/** Compares what two revisions say of values in the same places. What many operations share is searched once. */
export function comparedParts(base: ReadRevision, revision: ReadRevision, parts: readonly Part[]): ComparedPart[] {
  const known = new Map<string, readonly [Search, Search]>()
  return parts.map((part) => {
    const texts = [part.base, part.revision].map(closure)
    if (texts[0] === texts[1]) return { part, changes: [], tried: 0, isSame: true, isReached: () => true }
    const key = [part.direction, ...texts].join(' ')
    const both = known.get(key) ?? searched(part)
    known.set(key, both)
    const [breaking, safe] = both
    const isSame =
      normalForm(part.base.model, part.base.schema) === normalForm(part.revision.model, part.revision.schema)
    const found = [
      ...breaking.differences.map((one) => changeFrom({ part, base, revision }, one, 'breaking')),
      ...safe.differences.map((one) => changeFrom({ part, base, revision }, one, 'safe')),
    ]
    const described = propertyChanges({ part, base, revision }, breaking.tried).filter((one) => !isShown(one, found))
    const doubtful = isSame ? [] : [...unsearched(part, breaking, 'breaking'), ...unsearched(part, safe, 'safe')]
    const listed = openNameChanges({ part, base, revision })
    const closed = closedObjects({ part, base, revision })
    return {
      part,
      changes: [...found, ...described, ...listed, ...closed, ...doubtful],
      tried: breaking.tried + safe.tried,
      isSame,
      isReached: reachedPlaces(part),
    }
  })
}

/** A schema with all that it leads to, as text. */
function closure({ model, schema, isText }: Side): string {
  const names = [...reachedSchemas(model, [schema])].sort()
  return JSON.stringify(canonical([schema, names.map((name) => [name, model.schemas[name]]), isText]))
}

/** Values that were fine and are refused or unexpected now, then those that are new or gone. */
function searched({ direction, base, revision }: Part): readonly [Search, Search] {
  const [forward, backward] = [search(base, revision), search(revision, base)]
  return direction === 'request' ? [forward, backward] : [backward, forward]
}

const ids = {
  request: { breaking: 'request-value-refused', safe: 'request-value-admitted' },
  response: { breaking: 'response-value-new', safe: 'response-value-gone' },
} as const

function changeFrom({ part, base, revision }: RevisedPart, difference: Difference, rating: Rating): Change {
  const { violation, witness } = difference
  const pointer = placeOfDifference(difference)
  // What was narrowed refuses in the revision what the base admits; what was widened the other way round.
  const isNarrowed = (part.direction === 'request') === (rating === 'breaking')
  const schema = (isNarrowed ? revision : base).pointerOf(violation.schema)
  const hasKeyword = isObject(violation.schema) && violation.keyword in violation.schema
  const place = hasKeyword && schema !== undefined ? `${schema}/${violation.keyword}` : schema
  return {
    id: ids[part.direction][rating],
    audience: 'wire',
    rating,
    message: `${pointer === '#' ? part.where : placeWords(pointer)}: ${differenceWords(part, difference, isNarrowed)}`,
    operations: [part.operationId],
    where: [part.where],
    pointer,
    places: placesOf(part, place, isNarrowed),
    witness: {
      value: witness,
      validIn: isNarrowed ? 'base' : 'revision',
      because: `${violation.pointer} ${violation.message}`.trim(),
    },
  }
}

function placesOf({ places }: Part, place: string | undefined, isNarrowed: boolean): Places {
  if (place === undefined) return places
  return isNarrowed ? { revision: place } : { base: place }
}

/** Whether what a description says of a property was shown by a value. */
function isShown({ pointer = '' }: Change, found: readonly Change[]): boolean {
  return found.some((one) => one.pointer === pointer)
}

/** Rules that are new to the side that refuses, and for which values cannot be made well enough to trust a search. */
function unsearched(part: Part, { tried, differences }: Search, rating: Rating): Change[] {
  const isNarrowed = (part.direction === 'request') === (rating === 'breaking')
  const [source, target] = isNarrowed ? [part.base, part.revision] : [part.revision, part.base]
  const left = unsearchable(source, target).filter(
    ({ text }) => !differences.some(({ violation }) => ruleText(violation) === text),
  )
  return left.map(({ keyword }) => ({
    id: ids[part.direction][rating],
    audience: 'wire' as const,
    rating,
    message: isNarrowed
      ? `${part.where}: a new or another ${keyword}`
      : `${part.where}: a ${keyword} that is gone or another`,
    operations: [part.operationId],
    where: [part.where],
    places: part.places,
    tried,
  }))
}

/** Looked for when it is first asked for. */
function reachedPlaces({ direction, base, revision }: Part): (pointer: string) => boolean {
  let known: ReturnType<typeof brokenPlaces> | undefined
  return (pointer) => {
    known ??= direction === 'request' ? brokenPlaces(base, revision) : brokenPlaces(revision, base)
    const { places, choices } = known
    return places.has(pointer) || [...choices].some((choice) => choice === '#' || pointer.startsWith(`${choice}/`))
  }
}
