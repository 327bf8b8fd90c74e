/** Where a value stands in a text. */
interface Place {
  /** Of the name of a member; of an item itself. */
  readonly name: number
  readonly value: number
}

const codes = { quote: 34, comma: 44, list: 91, endOfList: 93, object: 123, endOfObject: 125 } as const

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
  const opening = text.charCodeAt(start)
  if (opening !== codes.object && opening !== codes.list) return undefined
  let at = afterSpace(text, start + 1)
  for (let index = 0; !isEnd(text.charCodeAt(at)); index++) {
    const name = at
    const afterName = opening === codes.object ? afterString(text, name) : name
    const value = opening === codes.object ? afterSpace(text, afterSpace(text, afterName) + 1) : name
    const isIt = opening === codes.object ? JSON.parse(text.slice(name, afterName)) === step : String(index) === step
    if (isIt) return { name, value }
    at = afterSpace(text, afterValue(text, value))
    if (text.charCodeAt(at) === codes.comma) at = afterSpace(text, at + 1)
  }
  return undefined
}

function afterValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const code = text.charCodeAt(at)
    if (code === codes.quote) at = afterString(text, at) - 1
    else if (code === codes.object || code === codes.list) depth++
    else if (isEnd(code)) depth--
    at++
  } while (depth > 0 || !isEndOfValue(text.charCodeAt(at)))
  return at
}

/** Not within a string: what follows a value, or the end of the text. */
function isEndOfValue(code: number): boolean {
  return Number.isNaN(code) || code === codes.comma || isEnd(code) || isSpace(code)
}

function isEnd(code: number): boolean {
  return code === codes.endOfObject || code === codes.endOfList
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
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
