import { needsToken } from '../contract/coverage.ts'
import type { Model, Operation, SecurityScheme } from '../document/model.ts'
import { urlPairs } from './find-secrets.ts'
import type { Recorded } from './recorded.ts'

/** Whether a call lacks what its operation asks to authenticate with: every alternative has a scheme without its part. */
export function lacksCredentials(entry: Recorded, operation: Operation, { securitySchemes }: Model): boolean {
  if (!needsToken(operation)) return false
  return !operation.security.some((alternative) =>
    Object.keys(alternative).every((name) => holds(entry, securitySchemes[name])),
  )
}

function holds({ request, url }: Recorded, scheme: SecurityScheme | undefined): boolean {
  const { authorization = '', cookie } = request.headers
  // A certificate does not show in a recording.
  if (!scheme || scheme.type === 'mutualTLS') return true
  if (scheme.type === 'http') return isOfScheme(authorization, scheme.scheme)
  if (scheme.type !== 'apiKey') return authorization.trim() !== ''
  const { in: place, name } = scheme
  if (place === 'header') return (request.headers[name.toLowerCase()] ?? '') !== ''
  if (place === 'query') return urlPairs(url).some(([given, value]) => given === name && value !== '')
  // Most recorders leave cookies out.
  if (cookie === undefined && request.cookies.length === 0) return true
  const sent = (cookie ?? '').split(';').map((pair) => pair.split('=')[0]?.trim())
  return sent.includes(name) || request.cookies.some(([given]) => given === name)
}

/** The scheme's name is case-insensitive (RFC 9110, section 11.1). */
function isOfScheme(authorization: string, scheme: string): boolean {
  const [name = '', ...rest] = authorization.trim().split(/\s+/)
  return name.toLowerCase() === scheme.toLowerCase() && rest.length > 0
}
