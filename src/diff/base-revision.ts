import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { shownPath } from '../document/locations.ts'
import { readDocument } from '../document/read-document.ts'
import { checkedOut } from '../document/revisions/checked-out.ts'
import { git } from '../document/revisions/git.ts'
import { releases } from '../document/revisions/releases.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { userPath } from '../report/user-folder.ts'
import type { Compared } from './compared.ts'

/** What a document is compared with. */
export interface BaseRevision {
  /** As it is shown: `v0.1.0`, `main (1a2b3c4)`, `spec/openapi.yaml`. */
  readonly name: string
  /** For git; undefined where the base is a file. */
  readonly commit: string | undefined
  /** Whether it is a release of the document. */
  readonly isRelease: boolean
}

/**
 * What a document is compared with: the given file or revision, else the last release that the working tree comes from,
 * else where it left the default branch.
 *
 * @throws {CannotRunError} when there is no such document, or what is given is neither
 */
export async function baseRevision(spec: string, given?: string): Promise<BaseRevision | undefined> {
  if (!existsSync(spec)) throw new CannotRunError(`Cannot read ${shownPath(spec)}: there is no such file.`)
  if (given !== undefined) return givenRevision(spec, given)
  return (await lastRelease(spec)) ?? (await mergeBase(spec))
}

async function givenRevision(spec: string, given: string): Promise<BaseRevision> {
  const folder = dirname(spec)
  if (existsSync(userPath(given))) return { name: userPath(given), commit: undefined, isRelease: false }
  const commit = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${given}^{commit}`)
  if (!commit) throw new CannotRunError(`--base ${given} is no file and no revision that git knows here.`)
  if (!(await holds(folder, commit, spec)))
    throw new CannotRunError(`--base ${given} holds no ${basename(spec)} in the folder of ${shownPath(spec)}.`)
  return { name: given, commit, isRelease: (await releases(spec)).some(({ tag }) => tag === given) }
}

async function holds(folder: string, commit: string, spec: string): Promise<boolean> {
  return (await git(folder, 'cat-file', '-e', `${commit}:./${basename(spec)}`)) !== undefined
}

/** The highest version among the tags that the working tree comes from. */
async function lastRelease(spec: string): Promise<BaseRevision | undefined> {
  const folder = dirname(spec)
  for (const { tag } of await releases(spec)) {
    const isBefore = (await git(folder, 'merge-base', '--is-ancestor', tag, 'HEAD')) !== undefined
    if (isBefore) return { name: tag, commit: tag, isRelease: true }
  }
  return undefined
}

async function mergeBase(spec: string): Promise<BaseRevision | undefined> {
  const folder = dirname(spec)
  const own = await git(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  for (const branch of [...(own ? [own] : []), 'origin/main', 'origin/master', 'main', 'master']) {
    const commit = await git(folder, 'merge-base', 'HEAD', branch)
    if (commit && (await holds(folder, commit, spec)))
      return { name: `${branch} (${commit.slice(0, 7)})`, commit, isRelease: false }
  }
  return undefined
}

/** A revision of a document as files. */
export interface RevisionFiles extends Compared {
  /** The document's file; of another revision in a folder of our own. */
  readonly spec: string
}

/**
 * Reads the document as it was in a revision.
 *
 * @throws {CannotRunError} when it cannot be used
 */
export async function baseFiles(spec: string, { name, commit }: BaseRevision, folder: string): Promise<RevisionFiles> {
  if (commit === undefined) return revisionFiles(name)
  const file = await checkedOut(spec, commit, join(folder, 'base'))
  const { bundle, locate } = await readDocument(file)
  return {
    name,
    spec: file,
    bundle,
    locate: (pointer) => {
      const location = locate(pointer)
      if (location === undefined) return undefined
      const path = relative(dirname(file), location.file).split(sep).join('/')
      return { ...location, file: `${name}:${path}` }
    },
  }
}

/**
 * Reads a document as it stands.
 *
 * @throws {CannotRunError} when it cannot be used
 */
export async function revisionFiles(spec: string): Promise<RevisionFiles> {
  const { bundle, locate } = await readDocument(spec)
  return { name: shownPath(spec), spec, bundle, locate }
}
