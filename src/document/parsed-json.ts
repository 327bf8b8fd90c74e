import { repeatedNames } from './repeated-names.ts'

/**
 * What a text holds that is JSON, in a fraction of the time of a YAML parser; undefined where it is none, or where an
 * object has a name twice: `JSON.parse` would forget one of the two without a word.
 */
export function parsedJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return repeatedNames(text).length === 0 ? parsed : undefined
  } catch {
    return undefined
  }
}
