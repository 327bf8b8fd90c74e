import { decoded, isObject } from '../document/json.ts'
import type { Recorded, RecordedMessage } from './recorded.ts'
import { textOf } from './recorded.ts'
import type { SecretNames } from './secret-names.ts'

/** A secret, where a recording shows it in its own place. */
export interface FoundSecret {
  readonly value: unknown
  /** The entry that sent it as the document says: no later answer may hold it. Undefined for all others. */
  readonly sentBy?: number
}

/** Every secret of an entry, in its own place: headers, cookies, the URL and bodies. */
export function secretsIn(entry: Recorded, names: SecretNames): FoundSecret[] {
  const { index, request, response, url } = entry
  const sent = (value: unknown): FoundSecret => ({ value, sentBy: index })
  const known = (value: unknown): FoundSecret => ({ value })
  const credentials = authorizationSecrets(request.headers.authorization ?? '')
  const query = urlPairs(url).filter(([name]) => names.isSecret(name))
  return [
    ...credentials.map(sent),
    ...headerValues(request, (name) => names.isDocumented(name)).map(sent),
    ...query.map(([name, value]) => (names.isDocumented(name) ? sent(value) : known(value))),
    ...bodySecrets(request, (name) => names.isDocumented(name)).map(sent),
    ...userIn(url).map(known),
    ...[request, ...(response ? [response] : [])].flatMap((side) => sideSecrets(side, names).map(known)),
  ]
}

function sideSecrets(side: RecordedMessage, names: SecretNames): unknown[] {
  return [
    ...headerValues(side, (name) => names.isSecretHeader(name) && !/^(set-)?cookie$|^authorization$/.test(name)),
    ...authorizationSecrets(side.headers['proxy-authorization'] ?? ''),
    ...cookieValues(side),
    ...linkedSecrets(side, names),
    ...bodySecrets(side, names.isSecret),
  ]
}

/** Headers that hold URLs show what was in their queries. */
function linkedSecrets({ headers }: RecordedMessage, names: SecretNames): string[] {
  const urls = [headers.location, headers['content-location'], headers.referer]
  const pairs = urls.flatMap((url) => urlPairs(url ?? ''))
  return pairs.filter(([name, value]) => names.isSecret(name) && value !== '').map(([, value]) => value)
}

function headerValues({ headers }: RecordedMessage, isWanted: (name: string) => boolean): string[] {
  const wanted = Object.entries(headers).filter(([name]) => isWanted(name))
  return wanted.flatMap(([, value]) => [value, ...authorizationSecrets(value)])
}

/** What follows the scheme; of Basic the password too, and of schemes with parameters those that prove something. */
export function authorizationSecrets(header: string): string[] {
  const [, scheme = '', rest = ''] = /^\s*([\w-]+)\s+(.*\S)\s*$/s.exec(header) ?? []
  if (rest === '') return /^\s*(bearer|basic|digest)?\s*$/i.test(header) ? [] : [header.trim()]
  const proofs = [...rest.matchAll(/\b(?:response|signature|credential|token|secret)="?([^",\s]+)/gi)]
  const basic = scheme.toLowerCase() === 'basic' ? Buffer.from(rest, 'base64').toString('utf8') : ''
  const password = basic.slice(basic.indexOf(':') + 1)
  return [rest, ...proofs.map(([, proof]) => proof ?? ''), basic, password].filter((secret) => secret !== '')
}

function cookieValues({ headers, cookies }: RecordedMessage): string[] {
  const sent = (headers.cookie ?? '').split(';')
  const set = (headers['set-cookie'] ?? '').split(/[,\n](?=\s*[^\s;,=]+=)/).map((one) => one.split(';')[0] ?? '')
  const values = [...sent, ...set].map((pair) =>
    pair
      .slice(pair.indexOf('=') + 1)
      .trim()
      .replaceAll(/^"|"$/g, ''),
  )
  return [...values, ...cookies.map(([, value]) => value)].filter((value) => value !== '')
}

/** The pairs of query and fragment, decoded. */
export function urlPairs(url: string): (readonly [name: string, value: string])[] {
  const [, query = '', fragment = ''] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? []
  const pairs = [query, fragment].flatMap((part) => part.split('&')).filter((pair) => pair.includes('='))
  return pairs.map((pair) => {
    const [name = '', ...value] = pair.replaceAll('+', ' ').split('=')
    return [decoded(name), decoded(value.join('='))] as const
  })
}

function userIn(url: string): string[] {
  if (!URL.canParse(url)) return []
  const { password, username } = new URL(url)
  return [username, password].map(decoded).filter((part) => part !== '')
}

function bodySecrets({ headers, body }: RecordedMessage, isWanted: (name: string) => boolean): unknown[] {
  const text = textOf(body)
  if (text === '') return []
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return [...new URLSearchParams(text)].filter(([name]) => isWanted(name)).map(([, value]) => value)
  }
  const found: unknown[] = []
  collect(jsonIn(text), isWanted, found)
  return found
}

/** The body as JSON, or undefined. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All values below members with such a name. A loop: a body may be nested deeper than calls can go. */
function collect(body: unknown, isWanted: (name: string) => boolean, found: unknown[]): void {
  const queue: { readonly value: unknown; readonly isSecret: boolean }[] = [{ value: body, isSecret: false }]
  for (const { value, isSecret } of queue) {
    if (Array.isArray(value)) for (const item of value) queue.push({ value: item, isSecret })
    else if (isObject(value)) {
      for (const [name, member] of Object.entries(value))
        queue.push({ value: member, isSecret: isSecret || isWanted(name) })
    } else if (isSecret && value !== '' && value !== null && typeof value !== 'boolean') found.push(value)
  }
}
