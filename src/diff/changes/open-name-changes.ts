import { isObject, pointerOf } from '../../document/json.ts'
import type { Change } from '../change.ts'
import { everyPlace, flatAt } from '../search/flat-at.ts'
import type { Side } from '../search/side.ts'
import { placeWords } from './difference-words.ts'
import type { RevisedPart } from './parts.ts'

/** Names that an open list (`x-extensible-enum`) came to hold, or holds no more: others may come in any case. */
export function openNameChanges({ part, base, revision }: RevisedPart): Change[] {
  return everyPlace(part.revision).flatMap((tokens) => {
    const [before, after] = [openNames(part.base, tokens), openNames(part.revision, tokens)]
    if (before === undefined || after === undefined) return []
    const fresh = after.names.filter((name) => !before.names.includes(name))
    const gone = before.names.filter((name) => !after.names.includes(name))
    const pointer = pointerOf(tokens)
    const change = (id: string, names: readonly unknown[], what: string) => ({
      id,
      audience: 'wire' as const,
      rating: 'safe' as const,
      message: `${placeWords(pointer)}: ${names.map((name) => JSON.stringify(name)).join(', ')} ${what}`,
      operations: [part.operationId],
      where: [part.where],
      pointer,
      places: {
        base: base.pointerOf(before.schema) ?? part.places.base,
        revision: revision.pointerOf(after.schema) ?? part.places.revision,
      },
    })
    return [
      ...(fresh.length > 0 ? [change('name-listed', fresh, 'listed; other names may come as before')] : []),
      ...(gone.length > 0 ? [change('name-no-longer-listed', gone, 'no longer listed; it may come all the same')] : []),
    ]
  })
}

function openNames(side: Side, tokens: readonly string[]) {
  const schemas = [...flatAt(side, tokens).opened].filter(isObject)
  const schema = schemas.find((one) => Array.isArray(one['x-extensible-enum']))
  return schema && { names: schema['x-extensible-enum'] as readonly unknown[], schema }
}
