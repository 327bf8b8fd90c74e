import type { SandboxRequest, SandboxResponse } from '../../../src/sandbox/handler.ts'
import { actionOf, gateways, idOf, json, type Loose, type Mutant, type Plant, responses } from './plant.ts'

const inState = (one: Loose, status: string) => ({ ...one, status: { ...one.status, status } })

/** Edits each gateway by how often it was read and was ready. */
function byReads(edit: (gateway: Loose, readyReads: number) => unknown): Plant {
  const reads = new Map<string, number>()
  return gateways(
    (one) => {
      const id = one.spec.id
      if (one.status.status === 'STATUS_READY') reads.set(id, (reads.get(id) ?? 0) + 1)
      return edit(one, reads.get(id) ?? 0)
    },
    ['get'],
  )
}

/** States that go backwards, or nowhere. */
export const lifecycle: readonly Mutant[] = [
  {
    id: 'ready-falls-back-to-creating',
    caughtBy: 'lifecycle-backwards',
    plant: (handler) => byReads((one, times) => (times > 1 ? inState(one, 'STATUS_CREATING') : one))(handler),
  },
  {
    id: 'ready-falls-back-for-one-answer',
    caughtBy: 'lifecycle-backwards',
    plant: (handler) => byReads((one, times) => (times === 2 ? inState(one, 'STATUS_CREATING') : one))(handler),
  },
  {
    id: 'ready-falls-back-to-updating',
    caughtBy: 'lifecycle-backwards',
    plant: (handler) => byReads((one, times) => (times > 1 ? inState(one, 'STATUS_UPDATING') : one))(handler),
  },
  {
    id: 'update-begins-with-creating',
    caughtBy: 'lifecycle-backwards',
    plant: gateways((one) => inState(one, 'STATUS_CREATING'), ['update']),
  },
  {
    id: 'create-begins-with-deleting',
    caughtBy: 'lifecycle-backwards',
    plant: gateways((one) => inState(one, 'STATUS_DELETING'), ['create']),
  },
  {
    id: 'deleting-looks-ready-again',
    caughtBy: 'lifecycle-backwards',
    plant: gateways((one) => (one.status.status === 'STATUS_DELETING' ? inState(one, 'STATUS_READY') : one), ['get']),
  },
  {
    id: 'an-update-brings-back-what-is-deleted',
    caughtBy: 'change-unfinished',
    plant: (handler) => {
      const last = new Map<string, SandboxResponse>()
      const back = new Set<string>()
      return async (request) => {
        const response = await handler(request)
        const [action, id] = [actionOf(request), idOf(request)]
        // It may be gone already.
        if (action === 'update' && (response.status === 409 || response.status === 404)) back.add(id)
        if (action === 'get' && response.status === 200) last.set(id, response)
        return action === 'get' && back.has(id) ? (last.get(id) ?? response) : response
      }
    },
  },
  {
    id: 'never-ready',
    caughtBy: 'change-unfinished',
    plant: gateways((one) => (one.status.status === 'STATUS_READY' ? inState(one, 'STATUS_CREATING') : one)),
  },
  {
    id: 'creation-fails',
    caughtBy: 'change-unfinished',
    plant: gateways((one) => (one.status.status === 'STATUS_READY' ? inState(one, 'STATUS_FAILED') : one), ['get']),
  },
  {
    id: 'delete-does-nothing',
    caughtBy: 'change-unfinished',
    plant: (handler) => async (request) =>
      handler(actionOf(request) === 'delete' ? { ...request, method: 'GET' } : request),
  },
  {
    id: 'ready-without-endpoints',
    caughtBy: 'ready-without-urls',
    plant: gateways((one) => ({ ...one, status: { ...one.status, endpoints: [] } })),
  },
  {
    id: 'endpoints-are-host-names',
    caughtBy: 'ready-without-urls',
    plant: gateways((one) => ({
      ...one,
      status: { ...one.status, endpoints: (one.status.endpoints ?? []).map((url: string) => new URL(url).host) },
    })),
  },
  {
    id: 'deleted-comes-back',
    caughtBy: 'deleted-still-there',
    plant: (handler) => {
      const last = new Map<string, Loose>()
      const gone = new Set<string>()
      return async (request: SandboxRequest) => {
        const response = await handler(request)
        if (actionOf(request) !== 'get') return response
        const id = idOf(request)
        if (response.status === 200) last.set(id, response)
        const again = gone.has(id) && last.get(id)
        if (response.status === 404) gone.add(id)
        return again || response
      }
    },
  },
  {
    id: 'deleted-is-an-empty-answer',
    caughtBy: 'invalid-request-accepted',
    plant: responses(['get'], (response) => (response.status === 404 ? json(200, { gateway: {} }) : response)),
  },
]
