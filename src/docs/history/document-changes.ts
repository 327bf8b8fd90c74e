import { join } from 'node:path'
import { changeWords, type RedoclyChange, redoclyDiff } from '../../document/redocly-diff.ts'
import { checkedOut } from '../../document/revisions/checked-out.ts'
import type { Release } from '../../document/revisions/releases.ts'
import { temporaryFolder } from '../../document/temporary-folder.ts'

/** One change of a document between two releases. */
export interface DocumentChange {
  readonly isBreaking: boolean
  readonly message: string
  /** Where, as a JSON pointer. */
  readonly pointer: string
}

/** What was found before: a site that is served is built after each change, and releases stay as they are. */
const known = new Map<string, Promise<DocumentChange[]>>()

/**
 * What `redocly diff` finds between two releases of a document.
 *
 * @throws {CannotRunError} when a release cannot be read
 */
export function documentChanges(spec: string, before: Release, after: Release): Promise<DocumentChange[]> {
  const key = [spec, before.object, after.object].join(' ')
  const found = known.get(key) ?? foundChanges(spec, before, after)
  known.set(key, found)
  return found
}

async function foundChanges(spec: string, before: Release, after: Release): Promise<DocumentChange[]> {
  const { path: folder, remove } = temporaryFolder('changelog')
  try {
    const [old, young] = await Promise.all(
      [before, after].map((release) => checkedOut(spec, release.tag, join(folder, release.tag))),
    )
    const found = await redoclyDiff([old ?? '', young ?? ''], folder, [before.tag, after.tag])
    return distinct(found.map(documentChange))
  } finally {
    remove()
  }
}

/** A schema that several operations use is told once. */
function distinct(changes: readonly DocumentChange[]): DocumentChange[] {
  return [...new Map(changes.map((one) => [`${one.pointer} ${one.message}`, one])).values()]
}

function documentChange(one: RedoclyChange): DocumentChange {
  return {
    isBreaking: one.impact === 'major',
    message: changeWords(one),
    pointer: one.revision.pointer ?? one.base.pointer ?? one.path,
  }
}
