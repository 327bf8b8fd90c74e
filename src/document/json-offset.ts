/** Where a value stands in a text. */
interface Place {
  /** Of the name of a member; of an item itself. */
  readonly name: number
  readonly value: number
}

/**
 * Where in a JSON text a value begins, or its name: of the deepest value on the path that there is. It reads over all that
 * the path does not lead into, and makes nothing of it.
 *
 * @param path names and indexes from the root
 */
export function jsonOffset(text: string, path: readonly string[], ofName: boolean): number {
  const start = afterSpace(text, 0)
  let place: Place = { name: start, value: start }
  for (const step of path) {
    const next = inside(text, place.value, step)
    if (!next) break
    place = next
  }
  return ofName ? place.name : place.value
}

/** The member or item of the value that begins at a place. */
function inside(text: string, start: number, step: string): Place | undefined {
  const isObject = text[start] === '{'
  if (!isObject && text[start] !== '[') return undefined
  let at = afterSpace(text, start + 1)
  for (let index = 0; !isClosing(text[at]); index++) {
    const place = isObject ? { name: at, value: afterName(text, at) } : { name: at, value: at }
    const name: unknown = isObject ? JSON.parse(text.slice(at, afterString(text, at))) : String(index)
    if (name === step) return place
    at = afterSpace(text, afterValue(text, place.value))
    if (text[at] === ',') at = afterSpace(text, at + 1)
  }
  return undefined
}

/** Where the value of a member begins. */
function afterName(text: string, start: number): number {
  const colon = afterSpace(text, afterString(text, start))
  return afterSpace(text, colon + 1)
}

function afterValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const character = text[at]
    if (character === '"') at = afterString(text, at) - 1
    else if (character === '{' || character === '[') depth++
    else if (isClosing(character)) depth--
    at++
  } while (depth > 0 || !isEndOfValue(text[at]))
  return at
}

/** What follows a value: undefined at the end of the text. */
function isEndOfValue(character: string | undefined): boolean {
  return character === undefined || character === ',' || isClosing(character) || isSpace(character)
}

function isClosing(character: string | undefined): boolean {
  return character === '}' || character === ']'
}

function afterString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === '\\') before--
  return (at - before) % 2 === 0
}

function afterSpace(text: string, start: number): number {
  let at = start
  while (isSpace(text[at])) at++
  return at
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t'
}
