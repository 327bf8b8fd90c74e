import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sectionsOf } from '../../document/revisions/changelog-sections.ts'
import { releases } from '../../document/revisions/releases.ts'
import { newestFirst } from '../../document/revisions/version-order.ts'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { type DocumentChange, documentChanges } from './document-changes.ts'

/** What was released stays as it is, also a document that nothing can read. */
export type DocumentChanges = readonly DocumentChange[] | 'unreadable'

/** What changed with one version: what the changelog says of it, and how the document changed. */
export interface ChangelogEntry {
  readonly version: string
  /** Markdown. */
  readonly text: string
  /** Between this release and the one before; undefined where there is none before. */
  readonly changes: DocumentChanges | undefined
}

/**
 * The versions of a document, the newest first: from the CHANGELOG.md beside it or in the folder above, and from the
 * releases (git tags such as `v1.2.0`) that hold the document.
 */
export async function changelog(spec: string): Promise<ChangelogEntry[]> {
  const folder = dirname(spec)
  const file = [folder, dirname(folder)].map((place) => join(place, 'CHANGELOG.md')).find(existsSync)
  const sections = file === undefined ? [] : sectionsOf(await readFile(file, 'utf8'))
  const released = await releases(spec)
  const changes = new Map<string, DocumentChanges>()
  for (const [index, release] of released.entries()) {
    const before = released[index + 1]
    if (before) changes.set(release.version, await documentChanges(spec, before, release).catch(unreadable))
  }
  const untold = released
    .filter(({ version }) => !sections.some((section) => section.version === version))
    .map(({ version }) => ({ version, text: '' }))
  return [...sections, ...untold]
    .sort((a, b) => newestFirst(a.version, b.version))
    .map(({ version, text }) => ({ version, text, changes: changes.get(version) }))
}

function unreadable(error: unknown): 'unreadable' {
  if (error instanceof CannotRunError) return 'unreadable'
  throw error
}
