import type { Client as OpenapiFetchClient } from 'openapi-fetch'
import type { ClientParts } from './client-parts.ts'
import type { Init } from './http-call.ts'
import { onDemand, shared } from './on-demand.ts'

/** The openapi-fetch client of a generated client, for what the generated methods do not cover. */
export type HttpClient<Paths extends object> = OpenapiFetchClient<Paths>

/**
 * An openapi-fetch client whose requests go the way that all others go. openapi-fetch is loaded with the first of them:
 * most programs make none.
 */
export function httpClient<Paths extends object>(client: ClientParts): HttpClient<Paths> {
  const added = new Set<object>()
  const request = async (method: string, path: string, init?: Init) => {
    const { sendByOpenapiFetch } = await onDemand(() => import('./http-call.ts'), `${method} ${path}`, {}, client, init)
    return sendByOpenapiFetch(shared, client, method, path, { added, init })
  }
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'].map(
    (method) => [method, (path: string, init?: Init) => request(method, path, init)] as const,
  )
  return {
    ...Object.fromEntries(methods),
    request,
    use: (...others: readonly object[]) => {
      for (const one of others) added.add(one)
    },
    eject: (...others: readonly object[]) => {
      for (const one of others) added.delete(one)
    },
  } as unknown as HttpClient<Paths>
}
