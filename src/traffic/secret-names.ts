import type { Model } from '../document/model.ts'
import { secretMembers } from '../document/secret-members.ts'

/** Which names hold secrets. */
export interface SecretNames {
  /** Whether the document says so of a member, a parameter or a field. */
  readonly isDocumented: (name: string) => boolean
  /** Whether the document or the name itself says so. */
  readonly isSecret: (name: string) => boolean
  readonly isSecretHeader: (name: string) => boolean
}

const telling =
  /(authorization|password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|signature|session[-_]?id|jwt)$/i
const tellingAlone = /^(key|sig|auth|session|pin)$/i
/** Where to go on in a long list is no secret. */
const paging = /page|cursor|continu|sync/i
const tellingHeader = /cookie|^(x-)?auth|-auth|-key$|session|csrf|xsrf/i
/** They say how to authenticate, or begin with the colon of HTTP/2, as `:authority` does. */
const plainHeader = /^(:|(www|proxy)-authenticate$|authentication-info$)/i

/** The names by which the document, and common use, know secrets. */
export function secretNames({ schemas, operations, securitySchemes }: Model): SecretNames {
  const content = operations.flatMap(({ requestBody, responses }) =>
    [requestBody?.content ?? [], ...responses.map((response) => response.content)].flat(),
  )
  const parameters = operations.flatMap((operation) => operation.parameters)
  const asMembers = parameters.map(({ name, schema }) => ({ properties: { [name]: schema } }))
  const members = secretMembers(schemas, [
    ...Object.values(schemas),
    ...content.map(({ schema }) => schema),
    ...asMembers,
  ])
  const schemes = Object.values(securitySchemes).flatMap((scheme) => (scheme.type === 'apiKey' ? [scheme.name] : []))
  const documented = new Set([...members, ...schemes].map((name) => name.toLowerCase()))
  const isDocumented = (name: string) => documented.has(name.toLowerCase())
  const isSecret = (name: string) =>
    isDocumented(name) || ((telling.test(name) || tellingAlone.test(name)) && !paging.test(name))
  return {
    isDocumented,
    isSecret,
    isSecretHeader: (name) => !plainHeader.test(name) && (isSecret(name) || tellingHeader.test(name)),
  }
}
