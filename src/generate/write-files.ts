import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isInside, realPath } from '../document/real-path.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { type Manifest, manifestName } from './manifest.ts'
import { banner } from './source-text.ts'

/**
 * Writes the files so that a failure leaves the folder as it was: all are written beside their places first and
 * then moved, the manifest last. Files that an earlier run made and this one does not are removed; files that
 * no run made are left alone.
 *
 * @returns the names of the files that changed
 * @throws {CannotRunError} when the folder is not ours to write, or cannot be written
 */
export function writeFiles(out: string, files: ReadonlyMap<string, string>): string[] {
  const old = readManifest(out)
  if (!old) refuseForeignFolder(out, files)
  const changed = [...files].filter(([name, text]) => currentText(join(out, name)) !== text)
  const inOrder = changed.sort(([a], [b]) => Number(a === manifestName) - Number(b === manifestName))
  try {
    mkdirSync(out, { recursive: true })
    putInPlace(out, inOrder)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotRunError(`Cannot write ${out}: ${reason}`, { cause })
  }
  removeFormer(out, Object.keys(old?.outputs ?? {}), files)
  return inOrder.map(([name]) => name)
}

/** A manifest can be edited: what is no name of a file in this folder, or in one of its folders, is not removed. */
function removeFormer(out: string, former: readonly string[], files: ReadonlyMap<string, string>): void {
  // Where case makes no difference, the former name may be that of a new file.
  const taken = new Set([...files.keys()].map((name) => name.toLowerCase()))
  for (const name of former.filter((one) => !taken.has(one.toLowerCase()))) {
    const place = join(out, name)
    const folder = dirname(place)
    const isName = /^(?:[\w$][\w$.-]*\/)*[^/\\]+$/.test(name)
    if (!isName || !isInside(join(realPath(folder), basename(name)), realPath(out))) continue
    rmSync(place, { force: true })
    for (let empty = folder; empty !== out && isEmptyFolder(empty); empty = dirname(empty)) rmdirSync(empty)
  }
}

function isEmptyFolder(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0
}

/**
 * Writes all files beside their places, then moves each over the one that is there, so that no file is ever missing; what
 * fails on the way is undone.
 */
function putInPlace(out: string, files: readonly (readonly [string, string])[]): void {
  const moves = files.map(([name, text]) => ({
    text,
    place: join(out, name),
    fresh: join(out, dirname(name), `.${basename(name)}.${process.pid}.new`),
    old: join(out, dirname(name), `.${basename(name)}.${process.pid}.old`),
  }))
  const blocked = moves.find(({ place }) => existsSync(place) && !statSync(place).isFile())
  if (blocked) throw new Error(`${blocked.place} is in the way; it is no file`)
  const undo: (() => void)[] = []
  try {
    for (const folder of new Set(moves.map(({ place }) => dirname(place)))) {
      const made = mkdirSync(folder, { recursive: true })
      if (made !== undefined) undo.unshift(() => rmSync(made, { recursive: true, force: true }))
    }
    for (const { fresh, text } of moves) writeFileSync(fresh, text)
    for (const { place, fresh, old } of moves) {
      const existed = existsSync(place)
      if (existed) copyFileSync(place, old)
      undo.unshift(() => (existed ? renameSync(old, place) : rmSync(place, { force: true })))
      renameSync(fresh, place)
    }
  } catch (error) {
    for (const step of undo) step()
    throw error
  } finally {
    for (const { fresh, old } of moves) for (const file of [fresh, old]) rmSync(file, { force: true, recursive: true })
  }
}

/** The manifest in a folder, or undefined where there is none that can be read. */
export function readManifest(out: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(out, manifestName), 'utf8'))
    const isOurs = ['document', 'inputs', 'outputs', 'options', 'tools'].every((key) => key in manifest)
    return isOurs ? manifest : undefined
  } catch {
    return undefined
  }
}

/** The file's text, or undefined where there is none. */
export function currentText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * A folder without a manifest of ours may hold somebody's own `client.ts`. It is ours all the same when each file of code
 * in it begins as we begin them: a manifest gets lost, or broken by a merge.
 */
function refuseForeignFolder(out: string, files: ReadonlyMap<string, string>): void {
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory()) throw new CannotRunError(`${out} is no folder; choose another --out.`)
  const present = [...files.keys()].filter((name) => existsSync(join(out, name)))
  const code = present.filter((name) => files.get(name)?.startsWith(banner))
  if (
    present.length === 0 ||
    (code.length > 0 && code.every((name) => currentText(join(out, name))?.startsWith(banner)))
  )
    return
  throw new CannotRunError(
    `${out} holds ${present.join(', ')}, and nothing shows that an earlier run made them; nothing was written. ` +
      'Choose another --out folder, or remove the files.',
  )
}
