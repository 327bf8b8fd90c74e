import type { Handler, SandboxRequest } from '../../../src/sandbox/handler.ts'
import {
  type Action,
  actionOf,
  ask,
  bodyOf,
  idOf,
  json,
  type Mutant,
  type Plant,
  repeatedCreate,
  requests,
} from './plant.ts'

const bytes = (body: unknown) => new TextEncoder().encode(JSON.stringify(body))

/** A valid body with the identifier of one that was refused. */
function valid(request: SandboxRequest) {
  const { id } = bodyOf(request) ?? {}
  return { id, name: 'left-behind', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }
}

/** The same body, sent to what exists. */
function asUpdate(request: SandboxRequest): SandboxRequest {
  return { ...request, method: 'PATCH', url: `${request.url}/${bodyOf(request).id}` }
}

/** Sends a second request in the name of the first. */
function also(handler: Handler, request: SandboxRequest, body: unknown) {
  const headers = { ...request.headers, 'content-type': 'application/json' }
  return handler({ ...request, headers, body: bytes(body) })
}

/** Acts in the name of the last one who was let in, behind the back of one who is not. */
function afterUnauthenticated(action: Action, act: (handler: Handler, request: SandboxRequest) => unknown): Plant {
  return (handler) => {
    let authorization = ''
    return async (request) => {
      const response = await handler(request)
      if (response.status < 300) authorization = request.headers.authorization ?? ''
      if (actionOf(request) === action && response.status === 401)
        await act(handler, { ...request, headers: { ...request.headers, authorization } })
      return response
    }
  }
}

/** Refused requests that act all the same, repeated creates that overwrite, deletes that take others along. */
export const sideEffects: readonly Mutant[] = [
  {
    id: 'refused-create-is-stored',
    caughtBy: 'refused-request-took-effect',
    plant: (handler) => async (request) => {
      const response = await handler(request)
      if (actionOf(request) === 'create' && response.status === 400) await also(handler, request, valid(request))
      return response
    },
  },
  {
    id: 'refused-create-is-stored-under-an-identifier-of-the-service',
    caughtBy: 'refused-request-took-effect',
    plant: (handler) => async (request) => {
      const response = await handler(request)
      const { name } = bodyOf(request) ?? {}
      const isRefused = actionOf(request) === 'create' && response.status === 400
      if (isRefused && typeof name === 'string')
        await also(handler, request, { ...valid(request), id: undefined, name })
      return response
    },
  },
  {
    id: 'unauthenticated-create-is-stored',
    caughtBy: 'refused-request-took-effect',
    plant: afterUnauthenticated('create', (handler, request) => also(handler, request, valid(request))),
  },
  {
    id: 'unauthenticated-delete-is-done',
    caughtBy: 'refused-request-took-effect',
    plant: afterUnauthenticated('delete', (handler, request) => handler(request)),
  },
  {
    id: 'refused-update-is-applied',
    caughtBy: 'refused-request-took-effect',
    plant: (handler) => async (request) => {
      const response = await handler(request)
      if (actionOf(request) !== 'update' || response.status !== 400) return response
      const now = bodyOf(await ask(handler, request, 'GET', `/${idOf(request)}`))?.gateway
      const other = { zones: [], weightsAndBiasesAuth: {}, headerBasedRouting: { headerName: 'X-Other' } }
      if (now) await also(handler, request, { id: now.spec.id, name: now.spec.name, ...other })
      return response
    },
  },
  {
    id: 'repeated-create-overwrites',
    caughtBy: 'duplicate-create-overwrote',
    plant: repeatedCreate((handler, request) => handler(asUpdate(request))),
  },
  {
    id: 'repeated-create-overwrites-though-it-is-refused',
    caughtBy: 'specification-not-kept',
    plant: repeatedCreate(async (handler, request, refusal) => {
      await handler(asUpdate(request))
      return refusal
    }),
  },
  {
    id: 'repeated-create-makes-another',
    caughtBy: 'duplicate-create-overwrote',
    plant: repeatedCreate((handler, request) => {
      const { id: _, ...body } = bodyOf(request)
      return handler({ ...request, body: bytes(body) })
    }),
  },
  {
    id: 'repeated-create-echoes-the-request',
    caughtBy: 'duplicate-create-overwrote',
    plant: repeatedCreate((_, request) => json(200, { gateway: { spec: bodyOf(request) } })),
  },
  {
    id: 'delete-takes-another-along',
    caughtBy: 'valid-request-refused',
    plant: (handler) => {
      const ids: string[] = []
      return async (request) => {
        const response = await handler(request)
        if (actionOf(request) === 'create' && response.status === 200) ids.push(bodyOf(response).gateway.spec.id)
        if (actionOf(request) === 'delete' && response.status === 200)
          for (const id of ids)
            if (id !== idOf(request)) await handler({ ...request, url: request.url.replace(idOf(request), id) })
        return response
      }
    },
  },
  {
    id: 'delete-is-refused',
    caughtBy: 'valid-request-refused',
    plant: (handler) => (request) =>
      actionOf(request) === 'delete' && request.headers.authorization?.startsWith('Bearer sandbox-token')
        ? json(409, { code: 9, message: 'Not now' })
        : handler(request),
  },
  {
    id: 'create-is-not-stored',
    caughtBy: 'valid-request-refused',
    plant: (handler) => async (request) => {
      const response = await handler(request)
      if (actionOf(request) === 'get' && bodyOf(response)?.gateway?.spec?.id?.startsWith('0') === false)
        return json(404, { code: 5, message: 'Not found' })
      return response
    },
  },
  {
    id: 'unknown-members-close-the-create',
    caughtBy: 'valid-request-refused',
    plant: requests(['create'], ({ zones: _, ...body }) => body),
  },
]
