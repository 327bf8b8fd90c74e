import type { Abilities } from './abilities.ts'
import { checkedBaseUrl } from './base-url.ts'
import type { ApiDescriptor, OperationDescriptor } from './descriptor.ts'
import type { ClientOptions } from './options.ts'
import { type SecretMembers, secretMembers } from './secrets.ts'
import { type Settings, settingsFrom } from './settings.ts'

/** What the calls of one client have in common. */
export interface ClientParts extends Settings {
  readonly api: ApiDescriptor
  readonly abilities: Abilities
  /** Finds the members that no answer may show. */
  readonly secretMembers: SecretMembers | undefined
  /** Where an operation is sent to; without one, where the document is served. */
  readonly baseUrl: (operation?: OperationDescriptor) => string
}

/** @throws {ConfigurationError} for an option that cannot be meant */
export function clientParts(api: ApiDescriptor, options: ClientOptions, abilities: Abilities): ClientParts {
  return {
    ...settingsFrom(options),
    ...{ api, abilities, secretMembers: secretMembers(api.secrets), baseUrl: baseUrls(api, options) },
  }
}

/** The option is checked when the client is made, what the document says when it is needed. */
function baseUrls(api: ApiDescriptor, { baseUrl }: ClientOptions): ClientParts['baseUrl'] {
  const given = baseUrl === undefined ? undefined : checkedBaseUrl(baseUrl)
  return (operation) => given ?? checkedBaseUrl(operation?.servers?.[0] ?? api.servers[0] ?? '')
}
