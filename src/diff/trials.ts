import { join } from 'node:path'
import { isObject } from '../document/json.ts'
import { ours } from '../generate/options.ts'
import { generate } from '../generate/pipeline.ts'
import type { BaseRevision, RevisionFiles } from './base-revision.ts'
import type { Change } from './change.ts'
import { readRevision } from './compared.ts'
import type { Trials } from './diff-report.ts'
import { exchanges } from './exchanges/exchanges.ts'
import { usesFolder } from './uses/broken-uses.ts'
import { documentUses } from './uses/document-uses.ts'
import { ownUses } from './uses/own-uses.ts'
import type { UsesThread } from './uses/uses-thread.ts'

/** What to try, and where. */
export interface TrialsToMake {
  readonly base: RevisionFiles
  readonly revision: RevisionFiles
  readonly against: BaseRevision
  /** Of our own. */
  readonly folder: string
  readonly thread: UsesThread
  /** What values and rules have shown. */
  readonly found: Promise<readonly Change[]>
}

/** What came of it. */
export interface MadeTrials extends Trials {
  readonly changes: readonly Change[]
}

/** What shows itself only where code meets the change: uses of the old types, and each client with each mock. */
export async function madeTrials({
  base,
  revision,
  against,
  folder,
  found,
  thread,
}: TrialsToMake): Promise<MadeTrials> {
  const options = { out: join(usesFolder, 'generated'), runtime: join(ours.root, 'src/client/index.ts') }
  const [before, after] = await Promise.all(
    [base, revision].map(async ({ spec }) => (await generate({ spec, ...options })).files),
  )
  const revisions = [readRevision(base), readRevision(revision)] as const
  const released = {
    base: { revision: revisions[0], files: before ?? new Map(), witnesses: new Map() },
    revision: { revision: revisions[1], files: after ?? new Map(), witnesses: new Map() },
  }
  const meeting = found.then((changes) =>
    exchanges(
      {
        base: { ...released.base, witnesses: bodiesIn(changes, 'base') },
        revision: { ...released.revision, witnesses: bodiesIn(changes, 'revision') },
      },
      folder,
    ),
  )
  const isOurs = revision.spec === ours.spec && against.commit !== undefined
  const uses = [...documentUses(revisions[0], usesFolder), ...(isOurs ? await ownUses(against.commit) : [])]
  const compiled = thread.tried({ uses, base: released.base.files, revision: released.revision.files, isOurs })
  const [{ changes, ...counts }, met] = await Promise.all([compiled, meeting])
  return { changes, ...counts, exchanges: met }
}

/** The request bodies that show a change, by operation, as far as they are valid in one of the revisions. */
function bodiesIn(changes: readonly Change[], which: 'base' | 'revision'): ReadonlyMap<string, readonly unknown[]> {
  const shown = changes.flatMap(({ witness, where, operations }) =>
    witness?.validIn === which && where.includes('request body') && isObject(witness.value)
      ? operations.map((operation) => [operation, witness.value] as const)
      : [],
  )
  return new Map(
    [...Map.groupBy(shown, ([operation]) => operation)].map(([key, own]) => [key, own.map(([, body]) => body)]),
  )
}
