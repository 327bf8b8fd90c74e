import type { Model, Operation } from '../../document/model.ts'
import type { Change } from '../change.ts'
import type { OperationPair } from './paired-operations.ts'

/** Base URLs that are gone or new: of the document, and of operations that have their own. */
export function serverChanges(base: Model, revision: Model, pairs: readonly OperationPair[]): Change[] {
  const own = pairs.filter((pair) => pair.base.servers.length > 0 || pair.revision.servers.length > 0)
  return [
    ...changesOf({ before: base.servers, after: revision.servers }),
    ...own.flatMap((pair) =>
      changesOf({
        before: serversOf(base, pair.base),
        after: serversOf(revision, pair.revision),
        operation: pair.revision,
      }),
    ),
  ]
}

function serversOf({ servers }: Model, operation: Operation): readonly string[] {
  return operation.servers.length > 0 ? operation.servers : servers
}

interface Servers {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Undefined for those of the whole document. */
  readonly operation?: Operation
}

function changesOf({ before, after, operation }: Servers): Change[] {
  const place = operation === undefined ? '#/servers' : operation.pointer
  const whereabouts = {
    audience: 'wire' as const,
    operations: operation ? [operation.operationId] : [],
    where: ['server'],
  }
  return [
    ...before
      .filter((url) => !after.includes(url))
      .map((url) => ({
        ...whereabouts,
        id: 'server-removed',
        rating: 'breaking' as const,
        message: `${url} is no longer a server`,
        places: { base: place },
      })),
    ...after
      .filter((url) => !before.includes(url))
      .map((url) => ({
        ...whereabouts,
        id: 'server-added',
        rating: 'safe' as const,
        message: `${url} is a server now`,
        places: { revision: place },
      })),
  ]
}
