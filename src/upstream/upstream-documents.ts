import { type JsonObject, objectAt } from '../document/json.ts'
import { fetchedDocument, shown } from './fetched-document.ts'
import { foreignDocument } from './foreign-document.ts'
import { commonPrefix, keptOperations, methods } from './kept-operations.ts'

/** Our document, and the part of a published one that stands for the same. */
export interface UpstreamDocuments {
  readonly ours: JsonObject
  readonly theirs: JsonObject
  /** How many operations are in that part. */
  readonly kept: number
  /** Operations of ours that it lacks. */
  readonly missing: readonly string[]
  /** Operations of it that we lack. */
  readonly added: readonly string[]
}

export interface UpstreamOptions {
  /** Our document, bundled. */
  readonly ours: JsonObject
  /** A file or a URL. */
  readonly source: string
  /** What the paths begin with; default: what all of ours begin with. */
  readonly paths?: string | undefined
}

/**
 * Reads a published document, and keeps of it what our paths are about.
 *
 * @throws {CannotRunError} when it cannot be fetched, read or cut
 */
export async function upstreamDocuments({ ours, source, paths }: UpstreamOptions): Promise<UpstreamDocuments> {
  const whole = await foreignDocument(await fetchedDocument(source), shown(source))
  const theirs = keptOperations(whole, paths ?? commonPrefix(ours))
  const [here, there] = [operationNames(ours), operationNames(theirs)]
  return {
    ours,
    theirs,
    kept: there.size,
    missing: [...here].filter(([key]) => !there.has(key)).map(([, name]) => name),
    added: [...there].filter(([key]) => !here.has(key)).map(([, name]) => name),
  }
}

/** Method and path, under a key in which the variables of the path have no names. */
function operationNames(document: JsonObject): ReadonlyMap<string, string> {
  const names = Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    Object.keys(Object(item))
      .filter((method) => methods.has(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  return new Map(names.map((name) => [name.replaceAll(/\{[^}]*\}/g, '{}'), name]))
}
