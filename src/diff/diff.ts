import { canonical } from '../document/canonical.ts'
import { textAt } from '../document/json.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { type BaseRevision, baseFiles, type RevisionFiles, revisionFiles } from './base-revision.ts'
import { inOrder } from './changes/grouped-changes.ts'
import { compareDocuments } from './compare-documents.ts'
import type { DiffReport } from './diff-report.ts'
import type { TrialsToMake } from './trials.ts'
import { bumpFor, nextVersion } from './version/version-bump.ts'

/** What is compared, and how far. */
export interface DiffOptions {
  /** The document as it stands. */
  readonly spec: string
  readonly base: BaseRevision
  /** Whether to compile uses and to let clients meet mocks, beside comparing the documents; default: true. */
  readonly isTried?: boolean
}

/** A comparison, and the document that was compared. */
export interface Diff {
  readonly report: DiffReport
  readonly revision: RevisionFiles
}

/**
 * Compares a document with another revision of it: who is hurt, and which version that needs.
 *
 * @throws {CannotRunError} when one of the two cannot be used
 */
export async function diff({ spec, base: against, isTried = true }: DiffOptions): Promise<Diff> {
  const folder = temporaryFolder('revisions')
  try {
    const [base, revision] = await Promise.all([baseFiles(spec, against, folder.path), revisionFiles(spec)])
    const names = { base: named(base), revision: named(revision) }
    const nothing = { changes: [], falseAlarms: [], others: [], tried: 0, trials: undefined }
    if (sameText(base, revision))
      return { revision, report: { ...names, ...nothing, bump: 'none', nextVersion: names.base.version } }
    const [compared, tried] = await Promise.all([
      compareDocuments(base, revision),
      isTried ? trials({ base, revision, against, folder: folder.path }) : undefined,
    ])
    const changes = inOrder([...compared.changes, ...(tried?.changes ?? [])])
    const bump = bumpFor(changes, false)
    const next = nextVersion(names.base.version, bump)
    return { revision, report: { ...names, ...compared, changes, trials: tried, bump, nextVersion: next } }
  } finally {
    folder.remove()
  }
}

function named({ name, bundle }: RevisionFiles): { name: string; version: string } {
  return { name, version: textAt(bundle.info, 'version') ?? '' }
}

function sameText(base: RevisionFiles, revision: RevisionFiles): boolean {
  return JSON.stringify(canonical(base.bundle)) === JSON.stringify(canonical(revision.bundle))
}

/** Loaded when it is asked for: the compiler and the generators are most of what there is to load. */
async function trials(toMake: TrialsToMake) {
  const { madeTrials } = await import('./trials.ts')
  return madeTrials(toMake)
}
