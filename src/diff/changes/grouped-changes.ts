import type { Change } from '../change.ts'

/** One entry for what several operations share, and for what both hurts and helps: the same change of the same schema. */
export function groupedChanges(changes: readonly Change[]): Change[] {
  const hurting = new Set(changes.filter(({ rating }) => rating === 'breaking').map(wordsOf))
  const groups = Map.groupBy(
    changes.filter((change) => change.rating === 'breaking' || !hurting.has(wordsOf(change))),
    groupOf,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => one.message.length - other.message.length)
    if (first === undefined) return []
    return [
      {
        ...first,
        operations: distinct(group.flatMap(({ operations }) => operations)),
        where: distinct(group.flatMap(({ where }) => where)),
      },
    ]
  })
}

function wordsOf({ message, operations, where }: Change): string {
  return JSON.stringify([message, operations, where])
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

/** The same place in the document and the same words, whatever leads to the place. */
function groupOf({ id, rating, places, message, where, pointer = '' }: Change): string {
  // What several operations say each for itself, in the same words, is one change too.
  if (where[0] === 'security' || isOfOperations(places)) return JSON.stringify([id, rating, message])
  const member = pointer.split('/').at(-1)
  const what = message.slice(message.indexOf(': ') + 1)
  return JSON.stringify([id, rating, places.base, places.revision, member === '0' ? '' : member, what])
}

function isOfOperations({ base, revision }: Change['places']): boolean {
  return [base, revision].every((place) => place === undefined || place.startsWith('#/paths/'))
}

/** Breaking before safe, the wire before types and names; otherwise as they were found. */
export function inOrder(changes: readonly Change[]): Change[] {
  const rank = ({ rating, audience }: Change) =>
    (rating === 'breaking' ? 0 : 10) + ['wire', 'types', 'names'].indexOf(audience)
  return changes.toSorted((one, other) => rank(one) - rank(other))
}
