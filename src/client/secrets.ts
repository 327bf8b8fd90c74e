import { orUndefined } from './or-undefined.ts'

/** What stands where a secret stood. */
const redacted = '[redacted]'

/** What is shorter could stand in any text by chance; in data of a success, what is not clearly a secret is left alone. */
const shortest = 6
const shortestInData = 16

/** The secrets of one call, and how they are taken out of what a caller gets to see. */
export interface Secrets {
  /** Remembers a secret; what is no text, or a short one, is none. */
  add(secret: unknown): void
  /** Remembers all texts below the members that only requests have, at any depth. */
  addMembers(body: unknown): void
  /** The text without secrets: those of the call, and in JSON what members hold that only requests have. */
  text(text: string): string
  /**
   * The body of an error without secrets: parsed where it is JSON, and as text, which is written anew where it could hide
   * one, or a member that only requests have, behind escapes or brackets.
   */
  errorBody(text: string): { readonly body: unknown; readonly rawBody: string }
  /**
   * Parses the JSON of a success. Members that only requests have are left out, so that none is taken for a value; long
   * secrets are taken out.
   *
   * @throws {SyntaxError} when the text is no JSON
   */
  data(text: string): unknown
}

/** How members are known that only requests have. */
export interface SecretMembers {
  readonly names: ReadonlySet<string>
  /** Finds them in JSON, with their text. */
  readonly pattern: RegExp
}

export function createSecrets(members?: SecretMembers): Secrets {
  const forms: string[] = []
  const text = (given: string, least = shortest) => {
    let clean = given
    for (const form of forms) if (form.length >= least) clean = clean.replaceAll(form, redacted)
    return clean
  }
  // An escape may hide a name or a secret until it is parsed.
  const isSuspect = (given: string) => ['\\', ...(members?.names ?? [])].some((part) => given.includes(part))
  const parsed = (given: string, member: string | undefined, least?: number): unknown => {
    const root: { [name: string]: unknown } = { '': JSON.parse(given) }
    // A loop: a reviver of JSON.parse sees values alone, and has no room for those that are nested deep.
    const holders = isSuspect(given) ? [root] : []
    for (const holder of holders)
      for (const [name, value] of Object.entries(holder)) {
        const isMember = value !== null && members?.names.has(name)
        const clean = isMember ? member : typeof value === 'string' ? text(value, least) : value
        const cleanName = text(name, least)
        if (clean === undefined || cleanName !== name) delete holder[name]
        if (clean !== undefined) holder[cleanName] = clean
        if (typeof clean === 'object' && clean) holders.push(clean as typeof root)
      }
    return root['']
  }
  const add = (secret: unknown) => {
    if (typeof secret === 'string' && secret.length >= shortest)
      for (const form of formsOf(secret)) if (!forms.includes(form)) forms.push(form)
    // Of one that holds another, a part would stay.
    forms.sort((one, other) => other.length - one.length)
  }
  const addMembers = (body: unknown, isSecret = false) => {
    if (isSecret) add(body)
    if (members && typeof body === 'object' && body !== null)
      for (const [name, member] of Object.entries(body)) addMembers(member, isSecret || members.names.has(name))
  }
  const shown = (given: string) => text(members ? given.replace(members.pattern, `$1"${redacted}"`) : given)
  return {
    ...{ add, addMembers, text: shown },
    errorBody: (given) => {
      const raw = shown(given)
      const body = orUndefined(() => parsed(raw, redacted))
      if (body === undefined) return { body: raw, rawBody: raw }
      // What is nested too deep to be written is not shown.
      return { body, rawBody: isSuspect(raw) ? (orUndefined(() => shown(JSON.stringify(body))) ?? redacted) : raw }
    },
    data: (given) => parsed(text(given, shortestInData), undefined, shortestInData),
  }
}

/** Knows members by their names; undefined where there are none. */
export function secretMembers(names: readonly string[] = []): SecretMembers | undefined {
  if (names.length === 0) return undefined
  const escaped = names.map((name) => JSON.stringify(name).replaceAll(/[^\w"]/g, '\\$&'))
  const pattern = new RegExp(`((?:${escaped.join('|')})\\s*:\\s*)"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"`, 'g')
  return { names: new Set(names), pattern }
}

/** A secret as it is, and as JSON and URLs have it. */
function formsOf(secret: string): string[] {
  // Half a character (a lone surrogate) has no form in a URL.
  const inUrl = orUndefined(() => encodeURIComponent(secret)) ?? secret
  // Hosts are written in lower case.
  return [secret, secret.toLowerCase(), JSON.stringify(secret).slice(1, -1), inUrl]
}

/** Remembers the values of headers that authenticate, without their scheme. */
export function addHeaders(secrets: Secrets, headers: { readonly [name: string]: string } = {}): void {
  for (const [name, value] of Object.entries(headers))
    if (/auth|cookie|key|secret|token/.test(name)) secrets.add(value.replace(/^\w+ /, ''))
}
