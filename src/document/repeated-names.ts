import { pointerOf } from './json.ts'

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/g

interface Level {
  /** The names of an object so far; undefined for a list. */
  readonly names: Set<string> | undefined
  /** Where reading stands: the member's name or the item's index. */
  at: string
  expectsName: boolean
}

/** Pointers to the members that an object names more than once; `JSON.parse` keeps the last and says nothing. The text is valid JSON. */
export function repeatedNames(text: string): string[] {
  const levels: Level[] = []
  const found: string[] = []
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1)
    if (token === '{') levels.push({ names: new Set(), at: '', expectsName: true })
    else if (token === '[') levels.push({ names: undefined, at: '0', expectsName: false })
    else if (token === '}' || token === ']') levels.pop()
    else if (level && token === ',') advance(level)
    else if (level?.names && level.expectsName) {
      level.at = String(JSON.parse(token))
      level.expectsName = false
      if (level.names.has(level.at)) found.push(pointerOf(levels.map(({ at }) => at)))
      level.names.add(level.at)
    }
  }
  return found
}

function advance(level: Level): void {
  if (level.names) level.expectsName = true
  else level.at = String(Number(level.at) + 1)
}
