/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object, or an empty one: for optional members such as `components`. */
export function objectAt(value: unknown, key: string): JsonObject {
  const member = isObject(value) ? value[key] : undefined
  return isObject(member) ? member : {}
}

/** The value as a list, or an empty one: for optional members such as `parameters`. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const member = isObject(value) ? value[key] : undefined
  return Array.isArray(member) ? member : []
}

/** The member as a string, or undefined. */
export function textAt(value: unknown, key: string): string | undefined {
  const member = isObject(value) ? value[key] : undefined
  return typeof member === 'string' ? member : undefined
}

/** An object from entries that keeps a member called `__proto__` a member. */
export function objectFrom<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  const object: { [key: string]: T } = {}
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
  }
  return object
}

/** The tokens of a JSON pointer in URI fragment form (RFC 6901, section 6). */
export function pointerTokens(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '')
  return path === '' ? [] : path.split('/').map((token) => unescape6901(decoded(token)))
}

/** A JSON pointer in URI fragment form; only `~` and `/` are escaped, so that it stays readable. */
export function pointerOf(tokens: readonly string[]): string {
  return `#/${tokens.map((token) => token.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

/** The value that a JSON pointer names, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value: unknown = document
  for (const token of pointerTokens(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    value = (value as JsonObject)[token]
  }
  return value
}

function unescape6901(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** A text without its percent-encoding; what is not encoded stays as it is. */
export function decoded(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}
