import type { ApiDescriptor, OperationDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { isHeaderText } from './parameters.ts'

/** A secret, or a function that is asked for it before each request. */
export type Credential = string | (() => string | Promise<string>)

/** What a caller authenticates with. */
export interface Credentials {
  /** For every scheme that takes a bearer token: `http` bearer, `oauth2`, `openIdConnect`. */
  readonly token?: Credential | undefined
  /**
   * By scheme name, for documents with other schemes: an API key as it is, basic authentication as `user:password`,
   * for another HTTP scheme what stands behind its name. Goes before `token`.
   */
  readonly credentials?: { readonly [scheme: string]: Credential } | undefined
}

/**
 * The request with the credentials of the first security alternative for which all are known.
 *
 * @throws {InvalidRequestError} when a credential cannot be sent
 */
export async function authorized(
  request: Request,
  api: ApiDescriptor,
  operation: OperationDescriptor,
  given: Credentials,
): Promise<Request> {
  // A client certificate is the engine's affair, not the request's.
  const known = (name: string) =>
    api.securitySchemes[name]?.type === 'mutualTLS' ||
    credentialFor(name, api.securitySchemes[name], given) !== undefined
  const chosen = operation.security.find((names) => Object.keys(names).length > 0 && Object.keys(names).every(known))
  let result = request
  for (const name of Object.keys(chosen ?? {})) {
    const scheme = api.securitySchemes[name]
    const credential = credentialFor(name, scheme, given)
    if (!scheme || credential === undefined) continue
    const secret: unknown = typeof credential === 'function' ? await credential() : credential
    result = await withCredential(result, scheme, checked(operation, { name, isEncoded: isEncoded(scheme) }, secret))
  }
  return result
}

/** A secret that no header could hold would stand in the error of the engine; the message here does not show it. */
function checked({ operationId }: OperationDescriptor, scheme: NamedScheme, secret: unknown): string {
  if (typeof secret === 'string' && secret !== '' && (scheme.isEncoded || isHeaderText(secret))) return secret
  const why = typeof secret !== 'string' || secret === '' ? 'is empty' : 'has a character that no header may have'
  throw new InvalidRequestError(operationId, `The credential for ${scheme.name} ${why}; nothing was sent`)
}

interface NamedScheme {
  readonly name: string
  /** Whether the secret is encoded before it is sent, so that it may hold any character. */
  readonly isEncoded: boolean
}

function isEncoded(scheme: SecuritySchemeDescriptor): boolean {
  if (scheme.type === 'apiKey') return scheme.in === 'query'
  return scheme.type === 'http' && scheme.scheme === 'basic'
}

function credentialFor(name: string, scheme: SecuritySchemeDescriptor | undefined, given: Credentials) {
  if (given.credentials && Object.hasOwn(given.credentials, name)) return given.credentials[name]
  const takesToken =
    scheme?.type === 'oauth2' ||
    scheme?.type === 'openIdConnect' ||
    (scheme?.type === 'http' && scheme.scheme === 'bearer')
  return takesToken ? given.token : undefined
}

async function withCredential(request: Request, scheme: SecuritySchemeDescriptor, secret: string): Promise<Request> {
  if (scheme.type === 'apiKey') return withApiKey(request, scheme, secret)
  // What the caller gave as a header goes before.
  if (request.headers.has('Authorization')) return request
  request.headers.set('Authorization', authorization(scheme.type === 'http' ? scheme.scheme : 'bearer', secret))
  return request
}

/** The header for a scheme of the HTTP authentication registry; only basic (RFC 7617) encodes what the caller gives. */
function authorization(scheme: string, secret: string): string {
  if (scheme === 'bearer') return `Bearer ${secret}`
  if (scheme !== 'basic') return `${scheme} ${secret}`
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(secret)))}`
}

async function withApiKey(request: Request, scheme: { in: string; name: string }, secret: string): Promise<Request> {
  if (scheme.in === 'query') {
    // As text, because to set a parameter would write all the others anew.
    const pair = `${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`
    const url = `${request.url}${request.url.includes('?') ? '&' : '?'}${pair}`
    // A body that is taken over from a request is sent in chunks of unknown length, which not every service takes.
    return new Request(url, request.body === null ? request : { ...plain(request), body: await request.arrayBuffer() })
  }
  if (scheme.in === 'cookie') request.headers.append('Cookie', `${scheme.name}=${secret}`)
  else if (!request.headers.has(scheme.name)) request.headers.set(scheme.name, secret)
  return request
}

/** What a request says beside its URL and its body. */
function plain({ method, headers, signal, credentials, redirect }: Request): RequestInit {
  return { method, headers, signal, credentials, redirect }
}
