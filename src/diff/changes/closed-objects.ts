import { isObject, pointerOf } from '../../document/json.ts'
import type { Change } from '../change.ts'
import { everyPlace, flatAt } from '../search/flat-at.ts'
import type { Side } from '../search/side.ts'
import { placeWords } from './difference-words.ts'
import type { RevisedPart } from './parts.ts'

/**
 * Objects that came to refuse names that are not documented. That hurts nobody who keeps to the document, which gave no
 * promise about such names, and is worth knowing all the same.
 */
export function closedObjects({ part, revision }: RevisedPart): Change[] {
  return everyPlace(part.revision).flatMap((tokens) => {
    const [before, after] = [closing(part.base, tokens), closing(part.revision, tokens)]
    if (before !== undefined || after === undefined) return []
    const pointer = pointerOf(tokens)
    return {
      id: 'object-closed',
      audience: 'wire' as const,
      rating: 'safe' as const,
      message: `${pointer === '#' ? part.where : placeWords(pointer)}: refuses names that are not documented now`,
      operations: [part.operationId],
      where: [part.where],
      pointer,
      places: { revision: revision.pointerOf(after) ?? part.places.revision },
    }
  })
}

/** The schema that closes an object; undefined for an open one. */
function closing(side: Side, tokens: readonly string[]) {
  const schemas = [...flatAt(side, tokens).opened].filter(isObject)
  return schemas.find((one) => one.additionalProperties === false || one.unevaluatedProperties === false)
}
