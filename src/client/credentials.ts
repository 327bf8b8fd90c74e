import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'
import { ConfigurationError } from './errors.ts'
import { isHeaderText } from './header-text.ts'
import type { Draft } from './prepared-call.ts'
import { safeCause } from './safe-cause.ts'
import type { Secrets } from './secrets.ts'

/**
 * Adds the credentials of the first security alternative for which all are known.
 *
 * @throws {ConfigurationError} when a credential cannot be got or cannot be sent
 */
export async function authorize(
  { api, abilities, options: { token, credentials = {} } }: ClientParts,
  { operationId, security }: OperationDescriptor,
  draft: Draft,
  secrets: Secrets,
): Promise<void> {
  const credentialFor = (name: string) =>
    Object.hasOwn(credentials, name) ? credentials[name] : isBearer(api.securitySchemes[name]) ? token : undefined
  // A client certificate is the engine's affair, not the request's.
  const isKnown = (name: string) => credentialFor(name) !== undefined || api.securitySchemes[name]?.type === 'mutualTLS'
  const chosen = security.map(Object.keys).find((names) => names.length > 0 && names.every(isKnown)) ?? []
  for (const name of chosen) {
    const scheme = api.securitySchemes[name]
    const credential = credentialFor(name)
    if (!scheme || credential === undefined) continue
    const fail = (why: string, cause?: unknown) =>
      new ConfigurationError(`The credential for ${name} ${why}; nothing was sent`, { operationId, cause })
    let secret: unknown = credential
    try {
      if (typeof credential === 'function') secret = await credential()
    } catch (error) {
      throw fail('could not be got', safeCause(error, secrets))
    }
    if (typeof secret !== 'string' || secret === '') throw fail('is empty')
    secrets.add(secret)
    // It would stand in the error of the engine. One that is encoded may hold anything.
    if (!isEncoded(scheme) && !isHeaderText(secret)) throw fail('has a character that no header may have')
    if (!isBearer(scheme)) abilities.schemes?.(draft, scheme, secret, secrets)
    // What the caller gave as a header goes before.
    else draft.headers.authorization ??= `Bearer ${secret}`
  }
}

function isBearer(scheme: SecuritySchemeDescriptor | undefined): boolean {
  return scheme?.type === 'http' ? scheme.scheme === 'bearer' : /^o/.test(scheme?.type ?? '')
}

function isEncoded(scheme: SecuritySchemeDescriptor): boolean {
  return scheme.type === 'apiKey' ? scheme.in === 'query' : scheme.type === 'http' && scheme.scheme === 'basic'
}
