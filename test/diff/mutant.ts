import { type JsonObject, objectFrom, pointerTokens, replaced, valueAt } from '../../src/document/json.ts'

/** One edit of the document, and what it does to those who speak the protocol, or use its names. */
export interface Mutant {
  /** Reads as a sentence. */
  readonly id: string
  readonly side: 'request' | 'response' | 'operation' | 'document'
  /** Equivalent: the same values are valid, and the same is asked of everybody. */
  readonly wire: 'breaking' | 'safe' | 'equivalent'
  /** Whether an operationId or the name of a schema is gone; default: none is. */
  readonly names?: 'breaking'
  readonly edit: Edit
  /** An edit of the document before, for what ours does not have. */
  readonly before?: Edit
}

/** A place of a document as a JSON pointer, and what becomes of what stands there; undefined takes it out. */
export interface Edit {
  readonly at: string
  readonly to: (was: never) => unknown
}

/** The document with an edit. */
export function edited(document: JsonObject, { at, to }: Edit): JsonObject {
  const was = valueAt(document, at)
  return replaced(document, pointerTokens(at), to(was as never)) as JsonObject
}

export const schemas = '#/components/schemas'
export const paths = '#/paths/~1v1alpha1~1inference~1gateways'

/** An edit of one schema or part of it; the pointer goes on from `#/components/schemas/`. */
export function schema(at: string, to: Edit['to']): Edit {
  return { at: `${schemas}/${at}`, to }
}

/** The object with other or further members. */
export function having(members: JsonObject): (was: JsonObject) => JsonObject {
  return (was) => ({ ...was, ...members })
}

/** The object without some members. */
export function lacking(...names: readonly string[]): (was: JsonObject) => JsonObject {
  return (was) => objectFrom(Object.entries(was).filter(([name]) => !names.includes(name)))
}

/** The list without some items. */
export function without(...items: readonly unknown[]): (was: readonly unknown[]) => unknown[] {
  return (was) => was.filter((item) => !items.includes(item))
}

/** The list with further items. */
export function and(...items: readonly unknown[]): (was: readonly unknown[]) => unknown[] {
  return (was) => [...was, ...items]
}

/** Some other value. */
export function other(value: unknown): () => unknown {
  return () => value
}
