import { isObject } from './json.ts'
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

type Pick = (object: { readonly [key: string]: unknown }) => readonly string[]

function collected({ schemas, operations }: Model, pick: Pick): ReadonlySet<string> {
  const found = new Set<string>()
  const queue: unknown[] = [schemas, operations]
  while (queue.length > 0) {
    const value = queue.pop()
    if (Array.isArray(value)) for (const item of value) queue.push(item)
    if (!isObject(value)) continue
    for (const one of pick(value)) found.add(one)
    for (const member of Object.values(value)) queue.push(member)
  }
  return found
}
