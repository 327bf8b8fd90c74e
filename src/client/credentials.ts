import type { ApiDescriptor, OperationDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'

/** A secret, or a function that is asked for it before each request. */
export type Credential = string | (() => string | Promise<string>)

/** What a caller authenticates with. */
export interface Credentials {
  /** For every scheme that takes a bearer token: `http` bearer, `oauth2`, `openIdConnect`. */
  readonly token?: Credential | undefined
  /**
   * By scheme name, for documents with other schemes: an API key as it is, basic authentication as `user:password`.
   * Goes before `token`.
   */
  readonly credentials?: { readonly [scheme: string]: Credential } | undefined
}

/** The request with the credentials of the first security alternative for which all are known. */
export async function authorized(
  request: Request,
  api: ApiDescriptor,
  operation: OperationDescriptor,
  given: Credentials,
): Promise<Request> {
  const known = (name: string) => credentialFor(name, api.securitySchemes[name], given) !== undefined
  const chosen = operation.security.find((alternative) => Object.keys(alternative).every(known)) ?? {}
  let result = request
  for (const name of Object.keys(chosen)) {
    const scheme = api.securitySchemes[name]
    const credential = credentialFor(name, scheme, given)
    if (!scheme || credential === undefined) continue
    result = withCredential(result, scheme, typeof credential === 'function' ? await credential() : credential)
  }
  return result
}

function credentialFor(name: string, scheme: SecuritySchemeDescriptor | undefined, given: Credentials) {
  if (given.credentials && Object.hasOwn(given.credentials, name)) return given.credentials[name]
  const takesToken =
    scheme?.type === 'oauth2' ||
    scheme?.type === 'openIdConnect' ||
    (scheme?.type === 'http' && scheme.scheme === 'bearer')
  return takesToken ? given.token : undefined
}

function withCredential(request: Request, scheme: SecuritySchemeDescriptor, secret: string): Request {
  if (scheme.type === 'apiKey') return withApiKey(request, scheme, secret)
  const basic = scheme.type === 'http' && scheme.scheme === 'basic'
  request.headers.set('Authorization', basic ? `Basic ${btoa(secret)}` : `Bearer ${secret}`)
  return request
}

function withApiKey(request: Request, scheme: { in: string; name: string }, secret: string): Request {
  if (scheme.in === 'query') {
    const url = new URL(request.url)
    url.searchParams.set(scheme.name, secret)
    return new Request(url, request)
  }
  if (scheme.in === 'cookie') request.headers.append('Cookie', `${scheme.name}=${secret}`)
  else request.headers.set(scheme.name, secret)
  return request
}
