import type { ClientParts } from './client-parts.ts'
import type { SecuritySchemeDescriptor } from './descriptor.ts'
import { ConfigurationError } from './errors.ts'
import { isHeaderText } from './header-text.ts'
import type { Draft, PreparedCall } from './prepared-call.ts'
import { safeCause } from './safe-cause.ts'

/**
 * The address and the headers of one attempt, with the credentials of the first security alternative for which all are known.
 *
 * @throws {ConfigurationError} when a credential cannot be got or cannot be sent
 */
export async function authorize(
  { api: { securitySchemes }, abilities, options: { token, credentials = {} } }: ClientParts,
  { url, headers, security, secrets }: PreparedCall,
): Promise<Draft> {
  const draft: Draft = { url, headers: { ...headers } }
  const credentialFor = (name: string) =>
    Object.hasOwn(credentials, name) ? credentials[name] : isBearer(securitySchemes[name]) ? token : undefined
  // A client certificate is the engine's affair, not the request's.
  const isKnown = (name: string) => credentialFor(name) !== undefined || securitySchemes[name]?.type === 'mutualTLS'
  for (const name of security.map(Object.keys).find((names) => names[0] && names.every(isKnown)) ?? []) {
    const scheme = securitySchemes[name]
    let secret: unknown = credentialFor(name)
    if (!scheme || secret === undefined) continue
    const fail = (why: string, cause?: unknown) =>
      new ConfigurationError(`The credential for ${name} ${why}; nothing was sent`, { cause })
    try {
      if (typeof secret === 'function') secret = await secret()
    } catch (error) {
      throw fail('could not be got', safeCause(error, secrets))
    }
    if (typeof secret !== 'string' || !secret) throw fail('is empty')
    secrets.add(secret)
    // What the caller gave as a header goes before.
    if (isBearer(scheme)) draft.headers.authorization ??= `Bearer ${secret}`
    else abilities.schemes?.(draft, scheme, secret, secrets)
    // It would stand in the error of the engine.
    if (!Object.values(draft.headers).every(isHeaderText)) throw fail('has a character that no header may have')
  }
  return draft
}

function isBearer(scheme: SecuritySchemeDescriptor | undefined): boolean {
  return scheme?.type === 'http' ? scheme.scheme === 'bearer' : /^o/.test(scheme?.type ?? '')
}
