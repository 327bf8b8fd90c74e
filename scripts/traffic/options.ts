import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { userPath } from '../../src/report/user-folder.ts'
import { type FormatName, formats } from '../../src/traffic/formats.ts'

/** What the command line says of a recording. */
export interface TrafficOptions {
  readonly file: string
  readonly format: FormatName
  readonly server: string | undefined
}

/**
 * Reads the options of `npm run traffic`.
 *
 * @throws {CannotRunError} that says what is wrong with one, and what to write instead
 */
export function trafficOptions(
  [file, ...others]: readonly string[],
  { format, server }: { readonly format: string; readonly server?: string },
): TrafficOptions {
  if (file === undefined || others.length > 0) {
    throw new CannotRunError('Name one recording: npm run traffic -- FILE.har')
  }
  if (!isFormat(format)) throw new CannotRunError(`--format ${format} is none; use ${Object.keys(formats).join(', ')}.`)
  return { file: userPath(file), format, server: server === undefined ? undefined : baseUrl(server) }
}

function isFormat(format: string): format is FormatName {
  return Object.hasOwn(formats, format)
}

/** What is no base URL is not shown: it may hold a secret. */
function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.search + url.hash === ''
  )
    return url.href.replace(/\/+$/, '')
  throw new CannotRunError('--server is a base URL: http or https, without user, query and fragment.')
}
