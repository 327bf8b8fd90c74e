import type { SecuritySchemeDescriptor } from './descriptor.ts'
import type { Draft } from './prepared-call.ts'
import type { Secrets } from './secrets.ts'

/** Adds a credential that is no bearer token: an API key, or that of another HTTP scheme. */
export function schemes(draft: Draft, scheme: SecuritySchemeDescriptor, secret: string, secrets: Secrets): void {
  if (scheme.type === 'http') addAuthorization(draft, scheme.scheme, secret, secrets)
  else if (scheme.type === 'apiKey') addApiKey(draft, scheme, secret)
}

/** The header for a scheme of the HTTP authentication registry; only basic (RFC 7617) encodes what the caller gives. */
function addAuthorization({ headers }: Draft, scheme: string, secret: string, secrets: Secrets): void {
  // What the caller gave as a header goes before.
  if (headers.authorization !== undefined) return
  const isBasic = scheme === 'basic'
  const sent = isBasic ? btoa(String.fromCharCode(...new TextEncoder().encode(secret))) : secret
  secrets.add(sent)
  if (isBasic) secrets.add(secret.slice(secret.indexOf(':') + 1))
  headers.authorization = `${isBasic ? 'Basic' : scheme} ${sent}`
}

function addApiKey(draft: Draft, scheme: { readonly in: string; readonly name: string }, secret: string): void {
  const { headers } = draft
  if (scheme.in === 'query') {
    // As text, because to set a parameter would write all the others anew.
    const pair = `${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`
    draft.url = `${draft.url}${draft.url.includes('?') ? '&' : '?'}${pair}`
  } else if (scheme.in === 'cookie') {
    const pair = `${scheme.name}=${secret}`
    headers.cookie = headers.cookie === undefined ? pair : `${headers.cookie}; ${pair}`
  } else headers[scheme.name.toLowerCase()] ??= secret
}
