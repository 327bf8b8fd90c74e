import { isObject } from './json.ts'
import type { Model } from './model.ts'

/** Every `format` that a schema of the document names. */
export function usedFormats({ schemas, operations }: Model): ReadonlySet<string> {
  const formats = new Set<string>()
  const queue: unknown[] = [schemas, operations]
  while (queue.length > 0) {
    const value = queue.pop()
    if (Array.isArray(value)) queue.push(...value)
    if (!isObject(value)) continue
    if (typeof value.format === 'string') formats.add(value.format)
    queue.push(...Object.values(value))
  }
  return formats
}
