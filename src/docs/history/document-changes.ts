import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../document/json.ts'
import { redocly } from '../../document/redocly.ts'
import { temporaryFolder } from '../../document/temporary-folder.ts'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { cutText, oneLine } from '../../report/visible-text.ts'
import { git } from './last-modified.ts'
import { newestFirst } from './version-order.ts'

/** One change of a document between two releases. */
export interface DocumentChange {
  readonly isBreaking: boolean
  readonly message: string
  /** Where, as a JSON pointer. */
  readonly pointer: string
}

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

/** What was found before: a site that is served is built after each change, and releases stay as they are. */
const known = new Map<string, Promise<DocumentChange[]>>()

/**
 * What `redocly diff` finds between two releases of a document.
 *
 * @throws {CannotRunError} when a release cannot be read
 */
export function documentChanges(spec: string, before: Release, after: Release): Promise<DocumentChange[]> {
  const key = [spec, before.object, after.object].join(' ')
  const found = known.get(key) ?? foundChanges(spec, before, after)
  known.set(key, found)
  return found
}

async function foundChanges(spec: string, before: Release, after: Release): Promise<DocumentChange[]> {
  const { path: folder, remove } = temporaryFolder('changelog')
  try {
    const [old, young] = await Promise.all([before, after].map((release) => checkedOut(spec, release, folder)))
    await writeFile(join(folder, 'redocly.yaml'), 'extends: [diff-recommended]\n')
    const { output } = await redocly(['diff', old ?? '', young ?? '', '--format', 'json'], folder)
    return changesIn(output, `${before.tag} and ${after.tag}`)
  } finally {
    remove()
  }
}

/** The document's folder as it was released. */
async function checkedOut(spec: string, { tag }: Release, folder: string): Promise<string> {
  const source = dirname(spec)
  const files = (await git(source, 'ls-tree', '-r', '-z', '--name-only', tag, '.'))?.split('\0').filter(Boolean) ?? []
  for (const file of files) {
    const place = join(folder, tag, file)
    const text = await git(source, 'show', `${tag}:./${file}`)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text ?? '')
  }
  return join(folder, tag, basename(spec))
}

function changesIn(output: string, between: string): DocumentChange[] {
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)
  try {
    const all = listAt(JSON.parse(json), 'changes').filter(isObject).map(change)
    // A schema that several operations use is told once.
    return [...new Map(all.map((one) => [`${one.pointer} ${one.message}`, one])).values()]
  } catch (cause) {
    throw new CannotRunError(`The changes between ${between} cannot be told:\n${output}`, { cause })
  }
}

/** A change in the words of the rules that rate it, or in ours where none does. */
function change(one: JsonObject): DocumentChange {
  const kind = textAt(one, 'kind') ?? 'modified'
  const what = textAt(one, 'property') ?? textAt(one, 'typeName') ?? 'document'
  const messages = listAt(one, 'verdicts').flatMap((verdict) => textAt(verdict, 'message') ?? [])
  const [old, young] = [objectAt(one, 'base'), objectAt(one, 'revision')]
  const values = 'value' in old && 'value' in young ? ` from ${shown(old.value)} to ${shown(young.value)}` : ''
  return {
    isBreaking: one.impact === 'major',
    message: messages.length > 0 ? messages.join(' ') : `${what} was ${kind}${values}`,
    pointer: textAt(young, 'pointer') ?? textAt(old, 'pointer') ?? textAt(one, 'path') ?? '#',
  }
}

function shown(value: unknown): string {
  return cutText(oneLine(typeof value === 'string' ? value : JSON.stringify(value)), longestValue)
}

const longestValue = 120
