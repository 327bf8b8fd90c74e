import { isObject } from './json.ts'

/**
 * What a text holds that is JSON, in a fraction of the time of a YAML parser; undefined where it is none, or where an
 * object has a name twice: `JSON.parse` would forget one of the two without a word.
 */
export function parsedJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return namesIn(text) === namesOf(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** How many names of members are written in a text that is JSON. */
function namesIn(text: string): number {
  let count = 0
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) count++
  return count
}

function namesOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + namesOf(item), 0)
  if (!isObject(value)) return 0
  return Object.values(value).reduce<number>((sum, member) => sum + 1 + namesOf(member), 0)
}
