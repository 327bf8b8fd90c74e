import { isObject, type JsonObject, objectsIn } from './json.ts'
import type { Model } from './model.ts'

/** Every `format` that a schema of the document names. */
export function usedFormats(model: Model): ReadonlySet<string> {
  return collected(model, ({ format }) => (typeof format === 'string' ? [format] : []))
}

/** Every regular expression that a schema of the document holds values or names to. */
export function usedPatterns(model: Model): ReadonlySet<string> {
  return collected(model, ({ pattern, patternProperties }) => [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...(isObject(patternProperties) ? Object.keys(patternProperties) : []),
  ])
}

/** Whether a schema of the document has one of these keywords. */
export function usesAny({ schemas, operations }: Model, keywords: readonly string[]): boolean {
  for (const object of objectsIn([schemas, operations]))
    if (keywords.some((keyword) => Object.hasOwn(object, keyword))) return true
  return false
}

function collected(
  { schemas, operations }: Model,
  pick: (object: JsonObject) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const value of objectsIn([schemas, operations])) for (const one of pick(value)) found.add(one)
  return found
}
