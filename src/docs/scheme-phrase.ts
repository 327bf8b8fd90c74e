import type { SecurityScheme } from '../document/model.ts'
import type { Phrase } from './phrase.ts'

/** How a security scheme authenticates a request. */
export function schemePhrase(scheme: SecurityScheme): Phrase {
  if (scheme.type === 'apiKey') return ['an API key in the ', scheme.in, ' ', { code: scheme.name }]
  if (scheme.type === 'oauth2') return ['OAuth 2.0, as ', { code: 'Authorization: Bearer <access token>' }]
  if (scheme.type === 'openIdConnect') return ['OpenID Connect, as ', { code: 'Authorization: Bearer <token>' }]
  if (scheme.type !== 'http') return ['a client certificate (mutual TLS)']
  if (scheme.scheme === 'bearer') return ['HTTP, as ', { code: 'Authorization: Bearer <token>' }]
  return scheme.scheme === 'basic'
    ? ['HTTP, as ', { code: 'Authorization: Basic <user:password in base64>' }]
    : ['HTTP, scheme ', { code: scheme.scheme }]
}
