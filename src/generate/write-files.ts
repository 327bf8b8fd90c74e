import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { type Manifest, manifestName } from './manifest.ts'

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
  if (!old) refuseForeignFolder(out, [...files.keys()])
  const changed = [...files].filter(([name, text]) => currentText(join(out, name)) !== text)
  const inOrder = changed.sort(([a], [b]) => Number(a === manifestName) - Number(b === manifestName))
  const temporary = inOrder.map(([name]) => join(out, `.${name}.${process.pid}.tmp`))
  try {
    mkdirSync(out, { recursive: true })
    inOrder.forEach(([, text], index) => {
      writeFileSync(temporary[index] ?? '', text)
    })
    inOrder.forEach(([name], index) => {
      renameSync(temporary[index] ?? '', join(out, name))
    })
  } catch (cause) {
    for (const file of temporary) rmSync(file, { force: true })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotRunError(`Cannot write ${out}: ${reason}`, { cause })
  }
  for (const name of Object.keys(old?.outputs ?? {})) if (!files.has(name)) rmSync(join(out, name), { force: true })
  return inOrder.map(([name]) => name)
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

/** A folder without our manifest may hold somebody's own `client.ts`. */
function refuseForeignFolder(out: string, names: readonly string[]): void {
  if (!existsSync(out)) return
  const foreign = readdirSync(out).filter((name) => names.includes(name))
  if (foreign.length === 0) return
  throw new CannotRunError(
    `${out} holds ${foreign.join(', ')} but no ${manifestName}, so an earlier run did not make them; nothing was written. ` +
      'Choose another --out folder, or remove the files.',
  )
}
