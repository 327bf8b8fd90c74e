import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { redoclyDiff } from '../document/redocly-diff.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import type { Change } from './change.ts'
import { groupedChanges, inOrder } from './changes/grouped-changes.ts'
import { nameChanges } from './changes/name-changes.ts'
import { operationChanges, operationSetChanges } from './changes/operation-changes.ts'
import { pairedOperations } from './changes/paired-operations.ts'
import { partsOf } from './changes/parts.ts'
import { comparedParts } from './changes/schema-changes.ts'
import { securityChanges } from './changes/security-changes.ts'
import { serverChanges } from './changes/server-changes.ts'
import { type Compared, type ReadRevision, readRevision } from './compared.ts'
import { type SecondOpinion, secondOpinion } from './opinion/second-opinion.ts'

/** What lies between two revisions of a document. */
export interface DocumentComparison extends SecondOpinion {
  /** How many values were tried on both revisions. */
  readonly tried: number
}

/**
 * Compares two revisions of a document: who is hurt by what, and a value that shows it.
 *
 * @throws {CannotRunError} when one of them has a schema that cannot be compiled
 */
export async function compareDocuments(base: Compared, revision: Compared): Promise<DocumentComparison> {
  const redocly = ratedByRedocly(base, revision)
  const revisions = [readRevision(base), readRevision(revision)] as const
  const { changes, parts, tried } = foundChanges(...revisions)
  const opinion = secondOpinion(changes, await redocly, parts)
  return { ...opinion, changes: inOrder(groupedChanges(opinion.changes)).map((one) => located(revisions, one)), tried }
}

/** What values and rules show of two revisions: each change once for every operation, and how many values were tried. */
export function foundChanges(base: ReadRevision, revision: ReadRevision) {
  const operations = pairedOperations(base.model, revision.model)
  const parts = comparedParts(
    base,
    revision,
    operations.pairs.flatMap((pair) => partsOf([base, revision], pair)),
  )
  const changes: Change[] = [
    ...operationSetChanges(operations),
    ...operations.pairs.flatMap((pair) => [
      ...operationChanges([base, revision], pair),
      ...securityChanges([base.model, revision.model], pair),
    ]),
    ...parts.flatMap((part) => part.changes),
    ...serverChanges(base.model, revision.model, operations.pairs),
    ...nameChanges(base, revision, operations),
  ]
  return { changes, parts, tried: parts.reduce((sum, part) => sum + part.tried, 0) }
}

/** What the command line says of the two bundles, whose places are those of the model. */
async function ratedByRedocly(base: Compared, revision: Compared) {
  const { path: folder, remove } = temporaryFolder('diff')
  try {
    const files = [join(folder, 'base.json'), join(folder, 'revision.json')] as const
    await Promise.all([
      writeFile(files[0], JSON.stringify(base.bundle)),
      writeFile(files[1], JSON.stringify(revision.bundle)),
    ])
    return await redoclyDiff(files, folder, [base.name, revision.name])
  } finally {
    remove()
  }
}

function located([base, revision]: readonly [ReadRevision, ReadRevision], change: Change): Change {
  const { places } = change
  const location =
    (places.revision === undefined ? undefined : revision.locate(places.revision)) ??
    (places.base === undefined ? undefined : base.locate(places.base))
  return location === undefined ? change : { ...change, location }
}
