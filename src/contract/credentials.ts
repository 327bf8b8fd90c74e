import type { Model, Operation, SecurityScheme } from '../document/model.ts'
import type { CaseRequest } from './message.ts'

/** What a request authenticates with, by the place that it is sent in. */
export interface Credentials {
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** Pairs, encoded. */
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}

export const noCredentials: Credentials = { headers: {}, query: [], cookies: [] }

/** Stands for the token in every case, so that no case, finding or report holds a real one. Mocks accept it as it is. */
export const tokenMark = 'contract-token'
const basicMark = basic(tokenMark)

/** The marks, as they stand in a request. */
export const tokenMarks: readonly string[] = [tokenMark, basicMark]

/** The request with the real token in the place of its mark. */
export function withToken(request: CaseRequest, token: string): CaseRequest {
  if (token === tokenMark) return request
  const reveal = (text: string, as = token) => text.replaceAll(basicMark, basic(token)).replaceAll(tokenMark, as)
  const headers = Object.entries(request.headers).map(([name, text]) => [name, reveal(text)])
  return { ...request, headers: Object.fromEntries(headers), path: reveal(request.path, encodeURIComponent(token)) }
}

/** Every form of the token by which an answer could give it away. */
export function tokenForms(token: string): readonly string[] {
  return [token, basic(token), Buffer.from(token).toString('base64').replace(/=+$/, ''), encodeURIComponent(token)]
}

function basic(token: string): string {
  return Buffer.from(`contract:${token}`).toString('base64')
}

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
    const pair = `${encodeURIComponent(scheme.name)}=${tokenMark}`
    if (scheme.in === 'query') return { ...noCredentials, query: [pair] }
    if (scheme.in === 'cookie') return { ...noCredentials, cookies: [pair] }
    return { ...noCredentials, headers: { [scheme.name.toLowerCase()]: tokenMark } }
  }
  const isBasic = scheme?.type === 'http' && scheme.scheme === 'basic'
  return { ...noCredentials, headers: { authorization: isBasic ? `Basic ${basicMark}` : `Bearer ${tokenMark}` } }
}
