import { bearerCheck } from './bearer.ts'
import type { Handler, SandboxResponse } from './exchange.ts'
import { code, failure, unauthenticated } from './failures.ts'
import { idSource } from './ids.ts'
import { routeOf } from './routes.ts'
import type { Store } from './store.ts'

export type { Handler, SandboxRequest, SandboxResponse } from './exchange.ts'

export interface GatewaysOptions {
  readonly store: Store
  /** The only token that is let in; without it any is. */
  readonly token?: string | undefined
  /** How long a creation, an update and a deletion take. */
  readonly readyAfterMs?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Chooses the id of a gateway that was created without one. */
  readonly newId?: () => string
}

/** The service: routing and authorization, then the operation. It answers at once and never throws for a bad request. */
export function gatewaysHandler({
  store,
  token,
  readyAfterMs = 2_000,
  now = Date.now,
  newId = idSource(),
}: GatewaysOptions): Handler {
  const isAuthorized = bearerCheck(token)
  const context = { store, readyAfterMs, now, newId }
  return (request) => {
    const route = routeOf(request.url)
    if (!route) return failure(404, { code: code.notFound, message: 'The path does not exist.' })
    if (!isAuthorized(request.headers.authorization)) return unauthenticated()
    const operation = route.methods.get(request.method)
    return operation ? operation(context, request, route.id) : notAllowed([...route.methods.keys()])
  }
}

function notAllowed(methods: readonly string[]): SandboxResponse {
  const body = { code: code.unimplemented, message: 'The path does not have this method.' }
  return failure(405, body, { allow: methods.join(', ') })
}
