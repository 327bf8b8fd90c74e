import { join } from 'node:path'
import { canonical } from '../document/canonical.ts'
import { textAt } from '../document/json.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { ours } from '../generate/options.ts'
import { generate } from '../generate/pipeline.ts'
import { type BaseRevision, baseFiles, type RevisionFiles, revisionFiles } from './base-revision.ts'
import { inOrder } from './changes/grouped-changes.ts'
import { compareDocuments } from './compare-documents.ts'
import { readRevision } from './compared.ts'
import type { DiffReport } from './diff-report.ts'
import { exchanges } from './exchanges/exchanges.ts'
import { usesFolder } from './uses/broken-uses.ts'
import { documentUses } from './uses/document-uses.ts'
import { ownUses } from './uses/own-uses.ts'
import { triedUses } from './uses/tried-uses.ts'
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
    const [compared, trials] = await Promise.all([
      compareDocuments(base, revision),
      isTried ? tried({ base, revision, against, folder: folder.path }) : undefined,
    ])
    const changes = inOrder([...compared.changes, ...(trials?.changes ?? [])])
    const bump = bumpFor(changes, false)
    const next = nextVersion(names.base.version, bump)
    return { revision, report: { ...names, ...compared, changes, trials, bump, nextVersion: next } }
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

interface Tried {
  readonly base: RevisionFiles
  readonly revision: RevisionFiles
  readonly against: BaseRevision
  readonly folder: string
}

/** What shows itself only where code meets the change. */
async function tried({ base, revision, against, folder }: Tried) {
  const options = { out: join(usesFolder, 'generated'), runtime: join(ours.root, 'src/client/index.ts') }
  const [before, after] = await Promise.all(
    [base, revision].map(async ({ spec }) => (await generate({ spec, ...options })).files),
  )
  const revisions = [readRevision(base), readRevision(revision)] as const
  const released = {
    base: { revision: revisions[0], files: before ?? new Map() },
    revision: { revision: revisions[1], files: after ?? new Map() },
  }
  const meeting = exchanges(released, folder)
  const isOurs = revision.spec === ours.spec && against.commit !== undefined
  const uses = [...documentUses(revisions[0], usesFolder), ...(isOurs ? await ownUses(against.commit) : [])]
  const compiled = triedUses({ uses, base: released.base.files, revision: released.revision.files, isOurs })
  const [{ changes, ...counts }, met] = await Promise.all([compiled, meeting])
  return { changes, ...counts, exchanges: met }
}
