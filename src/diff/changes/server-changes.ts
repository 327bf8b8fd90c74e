import type { Model } from '../../document/model.ts'
import type { Change } from '../change.ts'

/** Base URLs of the document that are gone or new. */
export function serverChanges({ servers: before }: Model, { servers: after }: Model): Change[] {
  const whereabouts = { audience: 'wire' as const, operations: [], where: ['server'] }
  return [
    ...before
      .filter((url) => !after.includes(url))
      .map((url) => ({
        ...whereabouts,
        id: 'server-removed',
        rating: 'breaking' as const,
        message: `${url} is no longer a server`,
        places: { base: '#/servers' },
      })),
    ...after
      .filter((url) => !before.includes(url))
      .map((url) => ({
        ...whereabouts,
        id: 'server-added',
        rating: 'safe' as const,
        message: `${url} is a server now`,
        places: { revision: '#/servers' },
      })),
  ]
}
