import type { Model, Operation, SecurityScheme } from '../document/model.ts'

/** What a request authenticates with, by the place that it is sent in. */
export interface Credentials {
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** Pairs, encoded. */
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}

export const noCredentials: Credentials = { headers: {}, query: [], cookies: [] }

/** Mocks accept any; the value is masked wherever a request is shown. */
const secret = 'contract-token'
const basic = btoa(`contract:${secret}`)

/** Every form in which the secret is sent. */
export const secrets: readonly string[] = [secret, basic]

/** Credentials for every scheme of the operation's first security alternative. */
export function credentialsFor(model: Model, { security }: Operation): Credentials {
  const [alternative = {}] = security.filter((schemes) => Object.keys(schemes).length > 0)
  const own = Object.keys(alternative).map((name) => credential(model.securitySchemes[name]))
  return {
    headers: Object.assign({}, ...own.map(({ headers }) => headers)),
    query: own.flatMap(({ query }) => query),
    cookies: own.flatMap(({ cookies }) => cookies),
  }
}

function credential(scheme: SecurityScheme | undefined): Credentials {
  if (scheme?.type === 'apiKey') {
    const pair = `${encodeURIComponent(scheme.name)}=${secret}`
    if (scheme.in === 'query') return { ...noCredentials, query: [pair] }
    if (scheme.in === 'cookie') return { ...noCredentials, cookies: [pair] }
    return { ...noCredentials, headers: { [scheme.name.toLowerCase()]: secret } }
  }
  const isBasic = scheme?.type === 'http' && scheme.scheme === 'basic'
  return { ...noCredentials, headers: { authorization: isBasic ? `Basic ${basic}` : `Bearer ${secret}` } }
}
