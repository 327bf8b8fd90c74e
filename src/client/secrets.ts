/** What stands where a secret stood. */
const redacted = '[redacted]'

/** The secrets of one call, and how they are taken out of what a caller gets to see. */
export interface Secrets {
  /** Remembers a secret. What is no text, or so short that it could stand anywhere by chance, is none. */
  add(secret: unknown): void
  /** The text without secrets: those of the call, and in JSON what members hold that only requests have. */
  text(text: string): string
  /**
   * Parses JSON without secrets.
   *
   * @throws {SyntaxError} when the text is no JSON
   */
  json(text: string): unknown
}

/** @param members finds the members of JSON that only requests have; see `secretMembers` */
export function createSecrets(members?: RegExp): Secrets {
  const forms = new Set<string>()
  const text = (given: string) => {
    let clean = members ? given.replace(members, `$1"${redacted}"`) : given
    for (const form of forms) clean = clean.replaceAll(form, redacted)
    return clean
  }
  return {
    text,
    add: (secret) => {
      if (typeof secret === 'string' && secret.length > 5) for (const form of formsOf(secret)) forms.add(form)
    },
    json: (given) => {
      const value: unknown = JSON.parse(text(given))
      if (!given.includes('\\')) return value
      // An escape may have hidden a name or a secret; in JSON that is written anew, none is left that need not be.
      return JSON.parse(text(JSON.stringify(value)), (_, one) => (typeof one === 'string' ? text(one) : one))
    },
  }
}

/** Finds members by their names, with their text in JSON; undefined where there are none. */
export function secretMembers(names: readonly string[]): RegExp | undefined {
  const escaped = names.map((name) => JSON.stringify(name).replaceAll(/[^\w"]/g, '\\$&'))
  return names.length > 0 ? new RegExp(`((?:${escaped.join('|')})\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'g') : undefined
}

/** A secret as it is, as JSON has it and as a URL has it. */
function formsOf(secret: string): string[] {
  if (/^[\w.~-]*$/.test(secret)) return [secret]
  const forms = [secret, JSON.stringify(secret).slice(1, -1)]
  try {
    return [...forms, encodeURIComponent(secret)]
  } catch {
    // Half a character (a lone surrogate) has no form in a URL.
    return forms
  }
}

/** Remembers all texts below the named members of a body, at any depth. */
export function addMembers(secrets: Secrets, value: unknown, names: readonly string[], isNamed = false): void {
  if (isNamed) secrets.add(value)
  if (typeof value !== 'object' || value === null || names.length === 0) return
  for (const [name, member] of Object.entries(value))
    addMembers(secrets, member, names, isNamed || names.includes(name))
}

/** What was thrown, without secrets and without what hangs on the errors of engines, such as the request. */
class Cause extends Error {
  override readonly name: string = 'Error'
  override readonly stack: string = ''
  /** The engine's own, `ECONNRESET` for example. */
  declare readonly code?: string

  constructor(thrown: unknown, secrets: Secrets, depth: number) {
    const { name, message, stack, code, cause } = (thrown instanceof Error ? thrown : { message: thrown }) as Thrown
    super(secrets.text(String(message)), cause && depth < 5 ? { cause: new Cause(cause, secrets, depth + 1) } : {})
    if (!(thrown instanceof Error)) return
    this.name = String(name)
    this.stack = secrets.text(String(stack))
    if (typeof code === 'string') this.code = code
  }
}

interface Thrown {
  readonly name?: unknown
  readonly message: unknown
  readonly stack?: unknown
  readonly code?: unknown
  readonly cause?: unknown
}

/** A copy of what was thrown that can be shown. */
export function safeCause(thrown: unknown, secrets: Secrets): Error {
  return new Cause(thrown, secrets, 0)
}
