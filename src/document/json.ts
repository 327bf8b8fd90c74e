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
    if (key !== '__proto__') object[key] = value
    else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
  }
  return object
}

/** Every object in a value, the value itself included. */
export function* objectsIn(value: unknown): Generator<JsonObject> {
  const queue = [value]
  while (queue.length > 0) {
    const next = queue.pop()
    if (Array.isArray(next)) for (const item of next) queue.push(item)
    if (!isObject(next)) continue
    yield next
    for (const member of Object.values(next)) queue.push(member)
  }
}

/** The tokens of a JSON pointer in URI fragment form (RFC 6901, section 6). */
export function pointerTokens(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '')
  return path === '' ? [] : path.split('/').map((token) => unescape6901(decoded(token)))
}

/** A JSON pointer in URI fragment form; only `~` and `/` are escaped, so that it stays readable. */
export function pointerOf(tokens: readonly string[]): string {
  return tokens.length === 0
    ? '#'
    : `#/${tokens.map((token) => token.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

/** The tokens of a JSON pointer as a text of its own (RFC 6901, section 5), in which `%` means itself. */
export function plainPointerTokens(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescape6901)
}

/**
 * The value that a JSON pointer in URI fragment form names, or undefined. A pointer may go on behind a reference inside
 * the document.
 */
export function valueAt(document: unknown, pointer: string, deepest = 100): unknown {
  let value: unknown = document
  for (const token of pointerTokens(pointer)) {
    const ref = textAt(value, '$ref')
    if (ref?.startsWith('#') && !Object.hasOwn(Object(value), token)) {
      value = deepest === 0 ? undefined : valueAt(document, ref, deepest - 1)
    }
    value = valueUnder(value, [token])
  }
  return value
}

/** The value under a path of tokens, or undefined. */
export function valueUnder(document: unknown, tokens: readonly string[]): unknown {
  let value: unknown = document
  for (const token of tokens) {
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

/** The whole with another value in one place; undefined takes an item out of its list, and a member out of its object. */
export function replaced(whole: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value
  if (Array.isArray(whole)) {
    const items = whole.map((item, index) => (String(index) === token ? replaced(item, rest, value) : item))
    return items.filter((item) => item !== undefined)
  }
  const { [token]: before, ...others } = Object(whole)
  const own = replaced(before, rest, value)
  return own === undefined ? others : { ...Object(whole), [token]: own }
}
