import { isDeepStrictEqual } from 'node:util'
import { isObject, type JsonObject, objectAt, objectFrom, textAt } from '../document/json.ts'
import { jsonPath } from './json-path.ts'

/** An OpenAPI Overlay 1.0.0. */
export interface Overlay {
  readonly overlay: '1.0.0'
  readonly info: { readonly title: string; readonly version: string }
  readonly actions: readonly Action[]
}

export type Action =
  | { readonly target: string; readonly remove: true }
  | { readonly target: string; readonly update: JsonObject }

/**
 * The overlay that brings one document to another; undefined when they do not differ. It updates with members that are
 * new or no objects and no lists: tools merge those alike, and disagree about the others.
 */
export function overlay(from: JsonObject, to: JsonObject): Overlay | undefined {
  const actions = actionsAt([], from, to)
  if (actions.length === 0) return undefined
  const version = textAt(objectAt(to, 'info'), 'version') ?? '1.0.0'
  return { overlay: '1.0.0', info: { title: `${titled(from)} becomes ${titled(to)}`, version }, actions }
}

function titled(document: JsonObject): string {
  const info = objectAt(document, 'info')
  return `${textAt(info, 'title') ?? 'the document'} ${textAt(info, 'version') ?? ''}`.trim()
}

/** What brings one object to another, in the order in which it has to be done. */
function actionsAt(tokens: readonly string[], from: JsonObject, to: JsonObject): readonly Action[] {
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((name) => !isSame(own(from, name), own(to, name)))
    .sort()
  const deeper = changed.filter((name) => goesDeeper(own(from, name), own(to, name)))
  const replaced = changed.filter((name) => !deeper.includes(name))
  const removed = replaced.filter((name) => Object.hasOwn(from, name) && !isMerged(own(from, name), to, name))
  const update = objectFrom(
    replaced.filter((name) => Object.hasOwn(to, name)).map((name) => [name, own(to, name)] as const),
  )
  return [
    ...removed.map((name) => ({ target: jsonPath([...tokens, name]), remove: true as const })),
    ...(Object.keys(update).length > 0 ? [{ target: jsonPath(tokens), update }] : []),
    ...deeper.flatMap((name) => actionsAt([...tokens, name], Object(own(from, name)), Object(own(to, name)))),
  ]
}

/** Whether a member that is there can be updated as it is: a plain value by a plain value. */
function isMerged(before: unknown, to: JsonObject, name: string): boolean {
  return isPlain(before) && Object.hasOwn(to, name) && isPlain(own(to, name))
}

/** An update with null takes the member away in some tools, where JSON Merge Patch is at work. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object'
}

/** Objects without a member in common are replaced as a whole, unless the first has nothing to take away. */
function goesDeeper(before: unknown, after: unknown): boolean {
  if (!isObject(before) || !isObject(after)) return false
  const names = Object.keys(before)
  return names.length === 0 || names.some((name) => Object.hasOwn(after, name))
}

/** Order means nothing among members, and something among items. */
function isSame(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(before, after)
}

/** The member, also where every object inherits one of that name. */
function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
