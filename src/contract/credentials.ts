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
/** Stand for tokens that are almost right: without the last character, and with letters of the other case. */
export const cutMark = 'contract-cut-short'
export const otherCaseMark = 'contract-other-case'

/** The marks, as they stand in a request, and what a shell makes of them where `TOKEN` is the token. */
export const tokenMarks: ReadonlyMap<string, string> = new Map([
  [tokenMark, '$TOKEN'],
  [basicMark, '$TOKEN'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
  [cutMark, '${TOKEN%?}'],
  [otherCaseMark, '$(printf %s "$TOKEN" | tr a-zA-Z A-Za-z)'],
])

/** The request with the real token in the place of its marks. */
export function withToken(request: CaseRequest, token: string): CaseRequest {
  if (token === tokenMark) return request
  const reveal = (text: string, as = token) =>
    text
      .replaceAll(basicMark, basic(token))
      .replaceAll(cutMark, token.slice(0, -1))
      .replaceAll(otherCaseMark, inOtherCase(token))
      .replaceAll(tokenMark, as)
  const headers = Object.entries(request.headers).map(([name, text]) => [name, reveal(text)])
  return { ...request, headers: Object.fromEntries(headers), path: reveal(request.path, encodeURIComponent(token)) }
}

function inOtherCase(token: string): string {
  const other = token.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  )
  // A token without letters has no other case; it is to be a wrong one all the same.
  return other === token ? `0${token}` : other
}

/** Every form of the token by which an answer could give it away. */
export function tokenForms(token: string): readonly string[] {
  return [basic(token), ...formsOf(token)]
}

/** A secret as it stands, in base64 and in a URL. */
export function formsOf(secret: string): readonly string[] {
  return [secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), encodeURIComponent(secret)]
}

/** A text of an answer without the token, also where the text was cut in the middle of it. */
export function masked(text: string, token: string): string {
  // Of a token of one character nothing is left.
  const forms = [...tokenForms(token), token.slice(0, -1), inOtherCase(token)].filter((form) => form !== '')
  return forms.reduce((shown, form) => withoutEnd(shown.replaceAll(form, '***'), form), text)
}

function withoutEnd(text: string, form: string): string {
  const ends = Array.from(form, (_, index) => `${form.slice(0, form.length - index)}…`)
  const end = text.endsWith('…') ? ends.find((one) => one.length > 4 && text.endsWith(one)) : undefined
  return end === undefined ? text : `${text.slice(0, -end.length)}***…`
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
