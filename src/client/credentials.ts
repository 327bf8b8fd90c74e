import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'
import { ConfigurationError } from './errors.ts'
import { isHeaderText } from './header-text.ts'
import type { Credential } from './options.ts'
import type { Draft } from './prepared-call.ts'
import { safeCause } from './safe-cause.ts'
import type { Secrets } from './secrets.ts'

/**
 * Adds the credentials of the first security alternative for which all are known; at once, where no function is to be asked.
 *
 * @throws {ConfigurationError} when a credential cannot be got or cannot be sent
 */
export function authorize(
  { api, abilities, options: { token, credentials = {} } }: ClientParts,
  { operationId, security }: OperationDescriptor,
  draft: Draft,
  secrets: Secrets,
): Promise<void> | undefined {
  const credentialFor = (name: string) =>
    Object.hasOwn(credentials, name) ? credentials[name] : isBearer(api.securitySchemes[name]) ? token : undefined
  // A client certificate is the engine's affair, not the request's.
  const isKnown = (name: string) => credentialFor(name) !== undefined || api.securitySchemes[name]?.type === 'mutualTLS'
  const chosen = security.map(Object.keys).find((names) => names.length > 0 && names.every(isKnown)) ?? []
  const fail = (name: string, why: string, cause?: unknown) =>
    new ConfigurationError(`The credential for ${name} ${why}; nothing was sent`, { operationId, cause })
  const add = (name: string, secret: unknown) => {
    const scheme = api.securitySchemes[name]
    if (!scheme || scheme.type === 'mutualTLS') return
    if (typeof secret !== 'string' || secret === '') throw fail(name, 'is empty')
    secrets.add(secret)
    // It would stand in the error of the engine. One that is encoded may hold anything.
    if (!isEncoded(scheme) && !isHeaderText(secret)) throw fail(name, 'has a character that no header may have')
    if (!isBearer(scheme)) abilities.schemes?.(draft, scheme, secret, secrets)
    // What the caller gave as a header goes before.
    else draft.headers.authorization ??= `Bearer ${secret}`
  }
  const asked = async (name: string, credential: Credential | undefined) => {
    try {
      return typeof credential === 'function' ? await credential() : credential
    } catch (error) {
      throw fail(name, 'could not be got', safeCause(error, secrets))
    }
  }
  if (chosen.some((name) => typeof credentialFor(name) === 'function'))
    return (async () => {
      for (const name of chosen) add(name, await asked(name, credentialFor(name)))
    })()
  for (const name of chosen) add(name, credentialFor(name))
  return undefined
}

function isBearer(scheme: SecuritySchemeDescriptor | undefined): boolean {
  return scheme?.type === 'http' ? scheme.scheme === 'bearer' : /^o/.test(scheme?.type ?? '')
}

function isEncoded(scheme: SecuritySchemeDescriptor): boolean {
  return scheme.type === 'apiKey' ? scheme.in === 'query' : scheme.type === 'http' && scheme.scheme === 'basic'
}
