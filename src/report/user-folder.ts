import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ownPackage = fileURLToPath(new URL('../../package.json', import.meta.url))

/**
 * The folder in which the user stands. npm runs a script in the folder of its package, wherever it was called, and says
 * in `INIT_CWD` where that was.
 */
export function userFolder(): string {
  const { INIT_CWD, npm_package_json } = process.env
  return npm_package_json === ownPackage && INIT_CWD ? INIT_CWD : process.cwd()
}

/** A path as the user means it. */
export function userPath(path: string): string {
  return resolve(userFolder(), path)
}
