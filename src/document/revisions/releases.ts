import { basename, dirname } from 'node:path'
import { git } from './git.ts'
import { newestFirst } from './version-order.ts'

/** A released version of a document. */
export interface Release {
  readonly version: string
  readonly tag: string
  /** What the tag names; another one when the tag was moved. */
  readonly object: string
}

/** The releases of a document, the newest first: tags that are versions, and whose commit holds it. */
export async function releases(spec: string): Promise<Release[]> {
  const folder = dirname(spec)
  const format = '--format=%(objectname) %(refname:strip=2)'
  const tags = (await git(folder, 'for-each-ref', format, 'refs/tags/v*'))?.split('\n') ?? []
  const versions = tags.flatMap((line) => {
    const [, object = '', tag = '', version] = /^(\S+) (v(\d+\.\d+\.\d+(?:-[\w.-]+)?))$/.exec(line) ?? []
    return version === undefined ? [] : [{ version, tag, object }]
  })
  const held = await Promise.all(
    versions.map(async (release) =>
      (await git(folder, 'cat-file', '-e', `${release.tag}:./${basename(spec)}`)) === undefined ? [] : [release],
    ),
  )
  return held.flat().sort((a, b) => newestFirst(a.version, b.version))
}
