import { isObject } from './json.ts'
import type { Model } from './model.ts'

/** The schemas that requests reach and responses do not: a caller writes their values. */
export function requestSchemas(model: Model): ReadonlySet<string> {
  const written = model.operations.flatMap(({ requestBody }) => requestBody?.content.map(({ schema }) => schema) ?? [])
  const read = model.operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content.map(({ schema }) => schema)),
  )
  const responses = reachedSchemas(model, read)
  return new Set([...reachedSchemas(model, written)].filter((name) => !responses.has(name)))
}

/** The names of the schemas that references lead to from the given ones. */
export function reachedSchemas(model: Pick<Model, 'schemas'>, roots: readonly unknown[]): Set<string> {
  const names = new Set<string>()
  const queue = [...roots]
  while (queue.length > 0) {
    const value = queue.pop()
    if (Array.isArray(value)) queue.push(...value)
    if (!isObject(value)) continue
    if (typeof value.$ref === 'string') {
      if (!names.has(value.$ref)) queue.push(model.schemas[value.$ref])
      names.add(value.$ref)
    }
    queue.push(...Object.values(value))
  }
  return names
}
