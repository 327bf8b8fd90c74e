import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, relative, sep } from 'node:path'
import { BaseResolver, type Document, isAbsoluteUrl, ResolveError, type Source } from '@redocly/openapi-core'
import { canonical } from './canonical.ts'
import { decoded } from './json.ts'
import { parsedJson } from './parsed-json.ts'
import { isInside, realPath } from './real-path.ts'
import { type SelfReference, selfReferencesIn, withoutSelfReferences } from './self-references.ts'
import { spelledOut } from './spelled-out.ts'

/** One file that the document is made of. */
export interface InputFile {
  /** Path relative to the document's folder, with `/`; a URL for a remote file. */
  readonly name: string
  readonly sha256: string
}

/** A self-reference and the file that it was found in. */
export type LocatedSelfReference = SelfReference & { readonly source: Source }

/** Reads the files of one document and remembers which they were. */
export interface SourceFiles {
  readonly resolver: BaseResolver
  /** The document's own file, absolute. */
  readonly root: string
  readonly inputs: () => readonly InputFile[]
  /** What a file that was read holds. */
  readonly content: (source: Source) => unknown
  /** The self-references that were taken out of the files. */
  readonly selfReferences: () => readonly LocatedSelfReference[]
  /** The self-references that lead through several files, as far as these were read. */
  readonly selfReferencesBetween: () => readonly LocatedSelfReference[]
}

/**
 * A resolver that stays inside the document's folder, refuses remote files unless they are allowed, and sorts
 * what it reads, so that bundling does not depend on key order.
 */
export function sourceFiles(spec: string, options: { readonly allowRemote: boolean }): SourceFiles {
  const root = realpathSync(spec)
  const folder = dirname(root)
  const hashes = new Map<string, string>()
  const selfReferences: LocatedSelfReference[] = []
  const read = new Map<string, { readonly source: Source; readonly file: unknown }>()
  const resolver = new BaseResolver()
  const load = resolver.loadExternalRef.bind(resolver)
  const parse = resolver.parseDocument.bind(resolver)
  const resolve = resolver.resolveExternalRef.bind(resolver)

  // A reference is a URI: a space in a file's name may be written as %20.
  resolver.resolveExternalRef = (base, ref) => {
    const file = resolve(base, ref)
    return isAbsoluteUrl(file) || existsSync(file) ? file : resolve(base, decoded(ref))
  }
  resolver.loadExternalRef = async (file) => {
    const reason = refusal(file, folder, options.allowRemote)
    if (reason) throw new ResolveError(new Error(reason))
    const source = await load(file)
    hashes.set(inputName(file, folder), createHash('sha256').update(source.body).digest('hex'))
    return source
  }
  resolver.parseDocument = (source: Source, isRoot?: boolean): Document => {
    const json = isRoot || /\.(?:json|ya?ml)$/.test(source.absoluteRef) ? parsedJson(source) : undefined
    const document = json === undefined ? parse(source, isRoot) : { source, parsed: json }
    const isItself = (reference: string) =>
      realPath(resolver.resolveExternalRef(source.absoluteRef, reference)) === realPath(source.absoluteRef)
    const { file, found } = withoutSelfReferences(spelledOut(canonical(document.parsed), isItself))
    selfReferences.push(...found.map((one) => ({ ...one, source })))
    read.set(source.absoluteRef, { source, file })
    return { ...document, parsed: file }
  }

  const inputs = () =>
    [...hashes].map(([name, sha256]) => ({ name, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const between = () => {
    const files = new Map([...read].map(([name, { file }]) => [name, file] as const))
    const found = selfReferencesIn({ files, resolve: resolver.resolveExternalRef.bind(resolver) })
    return found.flatMap((one) => {
      const source = read.get(one.file)?.source
      return source ? [{ ...one, source }] : []
    })
  }
  const content = (source: Source) => read.get(source.absoluteRef)?.file
  return { resolver, root, inputs, content, selfReferences: () => selfReferences, selfReferencesBetween: between }
}

/** Why a file may not be read, or undefined. */
function refusal(file: string, folder: string, allowRemote: boolean): string | undefined {
  if (isAbsoluteUrl(file)) {
    return allowRemote
      ? undefined
      : `${file} is remote; copy it beside the document or pass --allow-remote to npm run generate`
  }
  return isInside(realPath(file), folder) ? undefined : 'the file is outside the document’s folder; move it inside'
}

function inputName(file: string, folder: string): string {
  return isAbsoluteUrl(file) ? file : relative(folder, file).split(sep).join('/') || basename(file)
}
