import { randomUUID } from 'node:crypto'
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CannotRunError } from './cannot-run-error.ts'
import { userPath } from './user-folder.ts'

/**
 * Where an option asks a file to be written, before the work: what cannot be written at its end is refused at its start.
 *
 * @throws {CannotRunError} when no file can be written there
 */
export function outputFile(option: string, path: string): string {
  const file = userPath(path)
  const obstacle = path === '' ? 'it names no file' : obstacleTo(file)
  if (obstacle) throw new CannotRunError(`${option} ${path} cannot be written: ${obstacle}.`)
  return realPlace(file)
}

/**
 * What writes a command's product: to the file that its option `--output` names, else to stdout.
 *
 * @throws {CannotRunError} when no such file can be written
 */
export function writer(output: string | undefined): (text: string) => void {
  if (output === undefined) return (text) => void process.stdout.write(text)
  const file = outputFile('--output', output)
  return (text) => writeWhole(file, text)
}

/**
 * Writes a file whole or not at all.
 *
 * @throws {CannotRunError} when it cannot be written
 */
export function writeWhole(file: string, text: string): void {
  const cause = failureToWrite(file, text)
  if (cause !== undefined) throw new CannotRunError(`Cannot write ${file}: ${reasonOf(cause)}`, { cause })
}

/** Why no file can be written there, or undefined. */
export function obstacleTo(file: string): string | undefined {
  const folder = dirname(file)
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `there is no folder ${folder}`
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return `${file} is no file`
    accessSync(dirname(realPlace(file)), constants.W_OK)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/** The file itself where a link leads to it, so that the link stays and one file has one name. */
export function realPlace(file: string): string {
  const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined
  return isThere ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))
}

/** Why a file could not be written, or undefined when it is there. Its own folder holds it until it is whole. */
export function failureToWrite(file: string, text: string): unknown {
  const fresh = join(dirname(file), `.${randomUUID()}.new`)
  try {
    writeFileSync(fresh, text)
    renameSync(fresh, file)
    return undefined
  } catch (error) {
    return error
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** What an error says. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
