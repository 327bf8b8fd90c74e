import { describedPlaces, openProperties } from '../../contract/open-schema.ts'
import { pointerOf, pointerTokens } from '../../document/json.ts'
import type { Change } from '../change.ts'
import type { ReadRevision } from '../compared.ts'
import { flatAt } from '../search/flat-at.ts'
import type { Side } from '../search/side.ts'
import { placeWords } from './difference-words.ts'
import type { RevisedPart } from './parts.ts'

/** Properties that one revision alone describes. An open object admits them all the same, so no value shows it. */
export function propertyChanges({ part, base, revision }: RevisedPart, tried: number): Change[] {
  const [before, after] = [describedPointers(part.base), describedPointers(part.revision)]
  const removed = outermost(before.filter((place) => !after.includes(place)))
  const added = outermost(after.filter((place) => !before.includes(place)))
  const whereabouts = { audience: 'wire' as const, operations: [part.operationId], where: [part.where] }
  const sent = part.direction === 'request'
  const loss = sent ? 'what is sent there counts for nothing' : 'who reads it finds nothing'
  return [
    ...removed.map((pointer) => ({
      ...whereabouts,
      id: 'property-removed',
      rating: 'breaking' as const,
      message: `${placeWords(pointer)}: no longer described; ${loss}`,
      pointer,
      places: placeIn('base', base, part.base, pointer) ?? part.places,
      tried,
    })),
    ...added.map((pointer) => ({
      ...whereabouts,
      id: 'property-added',
      rating: 'safe' as const,
      message: `${placeWords(pointer)}: new`,
      pointer,
      places: placeIn('revision', revision, part.revision, pointer) ?? part.places,
    })),
  ]
}

function describedPointers({ model, schema, absent }: Side): string[] {
  return describedPlaces(model, schema, absent).map((tokens) => pointerOf(tokens))
}

/** What lies in a property that is named itself goes without saying. */
function outermost(pointers: readonly string[]): string[] {
  const distinct = [...new Set(pointers)]
  return distinct.filter((pointer) => !distinct.some((other) => pointer.startsWith(`${other}/`)))
}

/** Where a property is written in one of the documents. */
function placeIn(which: 'base' | 'revision', { pointerOf: place }: ReadRevision, side: Side, pointer: string) {
  const tokens = pointerTokens(pointer)
  const schemas = openProperties(flatAt(side, tokens.slice(0, -1))).get(tokens.at(-1) ?? '') ?? []
  const found = schemas.map(place).find((one) => one !== undefined)
  return found === undefined ? undefined : { [which]: found }
}
