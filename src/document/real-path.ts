import { realpathSync } from 'node:fs'
import { sep } from 'node:path'

/** A path with symbolic links followed; of a file that does not exist, the path as it is. */
export function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

/** Whether a file lies somewhere below a folder, both absolute. */
export function isInside(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
