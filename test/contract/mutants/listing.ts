import type { SandboxRequest } from '../../../src/sandbox/handler.ts'
import { actionOf, answers, idOf, type Loose, type Mutant, type Plant } from './plant.ts'

const items = (edit: (items: Loose[], request: SandboxRequest) => Loose[]): Plant =>
  answers(['list'], (body, request) => ({ items: edit(body.items ?? [], request) }))

const moment = ({ url }: SandboxRequest) => new URL(url, 'http://host').searchParams.get('updatedAfter')

/** Edits the list's filter before the service sees it. */
function filter(edit: (moment: string) => string | undefined): Plant {
  return (handler) => (request) => {
    const asked =
      actionOf(request) === 'list' && !Number.isNaN(Date.parse(moment(request) ?? '')) ? moment(request) : null
    if (asked === null) return handler(request)
    const other = edit(asked)
    const path = request.url.split('?')[0] ?? ''
    return handler({
      ...request,
      url: other === undefined ? path : `${path}?updatedAfter=${encodeURIComponent(other)}`,
    })
  }
}

/** Filters the whole list in the service's stead. */
function filtering(isIn: (gateway: Loose, moment: string) => boolean): Plant {
  return (handler) => async (request) => {
    const asked = moment(request)
    if (asked === null || Number.isNaN(Date.parse(asked))) return handler(request)
    const all = filter(() => undefined)(handler)
    return items((list) => list.filter((one) => isIn(one, asked)))(all)(request)
  }
}

/** Some lists go on to hold what was deleted. */
function withDeleted(isMeant: (request: SandboxRequest) => boolean): Plant {
  return (handler) => {
    const deleted = new Map<string, Loose>()
    const remembering = answers(['delete'], (body, request) => {
      deleted.set(idOf(request), body.gateway)
      return body
    })(handler)
    const isLeft = ({ spec }: Loose) => !deleted.has(spec.id)
    return items((list, request) => (isMeant(request) ? [...list.filter(isLeft), ...deleted.values()] : list))(
      remembering,
    )
  }
}

/** Lists and filters that hold too much, too little or the wrong thing. */
export const listing: readonly Mutant[] = [
  { id: 'list-forgets-the-newest', caughtBy: 'wrong-list', plant: items((list) => newest(list).slice(1)) },
  { id: 'list-holds-only-one', caughtBy: 'wrong-list', plant: items((list) => list.slice(0, 1)) },
  { id: 'list-is-always-empty', caughtBy: 'wrong-list', plant: items(() => []) },
  { id: 'list-holds-each-twice', caughtBy: 'wrong-list', plant: items((list) => [...list, ...list]) },
  { id: 'list-holds-one-twice', caughtBy: 'wrong-list', plant: items((list) => [...list, ...list.slice(-1)]) },
  {
    id: 'list-shows-states-as-they-were',
    caughtBy: 'lifecycle-backwards',
    plant: items((list) => list.map((one) => ({ ...one, status: { ...one.status, status: 'STATUS_CREATING' } }))),
  },
  {
    id: 'list-lacks-the-endpoints',
    caughtBy: 'ready-without-urls',
    plant: items((list) => list.map(({ status: { endpoints: _, ...status }, ...one }) => ({ ...one, status }))),
  },
  {
    id: 'list-items-lack-identifiers',
    caughtBy: 'wrong-list',
    plant: items((list) => list.map(({ spec: { id: _, ...spec }, ...one }) => ({ ...one, spec }))),
  },
  {
    id: 'list-holds-the-deleted',
    caughtBy: 'wrong-list',
    plant: withDeleted(() => true),
  },
  { id: 'list-shows-old-contents', caughtBy: 'specification-not-kept', plant: firstContents() },
  {
    id: 'list-lacks-the-moments',
    caughtBy: 'wrong-timestamps',
    plant: items((list) =>
      list.map(({ status: { createdAt: _, updatedAt: __, ...status }, ...one }) => ({ ...one, status })),
    ),
  },
  {
    id: 'list-shows-the-creation-as-the-last-update',
    caughtBy: 'wrong-timestamps',
    plant: items((list) => list.map((one) => ({ ...one, status: { ...one.status, updatedAt: one.status.createdAt } }))),
  },
  {
    id: 'filter-lists-what-is-gone',
    caughtBy: 'filter-not-applied',
    plant: withDeleted((request) => Boolean(moment(request))),
  },
  { id: 'filter-is-ignored', caughtBy: 'filter-not-applied', plant: filter(() => undefined) },
  {
    id: 'filter-is-turned-round',
    caughtBy: 'filter-not-applied',
    plant: filtering((one, asked) => Date.parse(one.status.updatedAt) <= Date.parse(asked)),
  },
  {
    id: 'filter-looks-at-the-creation',
    caughtBy: 'filter-not-applied',
    plant: filtering((one, asked) => Date.parse(one.status.createdAt) > Date.parse(asked)),
  },
  {
    id: 'filter-compares-texts',
    caughtBy: 'filter-not-applied',
    plant: filtering((one, asked) => one.status.updatedAt > asked),
  },
  {
    id: 'filter-forgets-the-zone',
    caughtBy: 'filter-not-applied',
    plant: filter((asked) => asked.replace(/[+-]\d\d:\d\d$/, 'Z')),
  },
  { id: 'filter-leaves-nothing', caughtBy: 'filter-not-applied', plant: filtering(() => false) },
  {
    id: 'filter-refuses-zones',
    caughtBy: 'valid-request-refused',
    plant: filter((asked) => (asked.endsWith('Z') ? asked : 'no moment')),
  },
]

function newest(list: readonly Loose[]): Loose[] {
  return [...list].sort((a, b) => Date.parse(b.status.createdAt) - Date.parse(a.status.createdAt))
}

/** The list keeps showing what a gateway held when it was first listed. */
function firstContents(): Plant {
  return (handler) => {
    const first = new Map<string, Loose>()
    return items((list) =>
      list.map((one) => {
        if (!first.has(one.spec.id)) first.set(one.spec.id, one.spec)
        return { ...one, spec: first.get(one.spec.id) }
      }),
    )(handler)
  }
}
