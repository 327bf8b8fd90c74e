import { canonical } from '../document/canonical.ts'
import { textAt } from '../document/json.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { type BaseRevision, baseFiles, type RevisionFiles, revisionFiles } from './base-revision.ts'
import { inOrder } from './changes/grouped-changes.ts'
import { compareDocuments, type DocumentComparison } from './compare-documents.ts'
import type { Compared } from './compared.ts'
import type { DiffReport } from './diff-report.ts'
import type { MadeTrials, TrialsToMake } from './trials.ts'
import { usesThread } from './uses/uses-thread.ts'
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
  const thread = isTried ? usesThread() : undefined
  try {
    const [base, revision] = await Promise.all([baseFiles(spec, against, folder.path), revisionFiles(spec)])
    if (isSameText(base, revision)) return { revision, report: await diffReport(base, revision) }
    const comparing = compareDocuments(base, revision)
    const found = comparing.then(({ changes }) => changes)
    const tried = thread && trials({ base, revision, against, folder: folder.path, found, thread })
    return { revision, report: await joined({ base, revision, comparing, trials: tried }) }
  } finally {
    folder.remove()
    await thread?.stop()
  }
}

/**
 * What lies between two documents.
 *
 * @throws {CannotRunError} when one of the two has a schema that cannot be compiled
 */
export async function diffReport(base: Compared, revision: Compared): Promise<DiffReport> {
  if (!isSameText(base, revision)) return joined({ base, revision, comparing: compareDocuments(base, revision) })
  const names = { base: named(base), revision: named(revision) }
  const nothing = { changes: [], falseAlarms: [], others: [], tried: 0, trials: undefined }
  return { ...names, ...nothing, bump: 'none', nextVersion: names.base.version }
}

interface Joined {
  readonly base: Compared
  readonly revision: Compared
  readonly comparing: Promise<DocumentComparison>
  readonly trials?: Promise<MadeTrials> | undefined
}

async function joined({ base, revision, comparing, trials: trying }: Joined): Promise<DiffReport> {
  const [compared, made] = await Promise.all([comparing, trying])
  const changes = inOrder([...compared.changes, ...(made?.changes ?? [])])
  const names = { base: named(base), revision: named(revision) }
  const bump = bumpFor(changes, false)
  return { ...names, ...compared, changes, trials: made, bump, nextVersion: nextVersion(names.base.version, bump) }
}

function named({ name, bundle }: Compared): { name: string; version: string } {
  return { name, version: textAt(bundle.info, 'version') ?? '' }
}

function isSameText(base: Compared, revision: Compared): boolean {
  return JSON.stringify(canonical(base.bundle)) === JSON.stringify(canonical(revision.bundle))
}

/** Loaded when it is asked for: the compiler and the generators are most of what there is to load. */
async function trials(toMake: TrialsToMake): Promise<MadeTrials> {
  const { madeTrials } = await import('./trials.ts')
  return madeTrials(toMake)
}
