import { InvalidRequestError } from './errors.ts'
import { refuseOption } from './refuse-option.ts'

/** Whether a value is a text that a header may hold (RFC 9110, section 5.5). */
export function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}

/**
 * Headers as a caller gives them, their names in lower case. A value is never shown: it may be a secret.
 *
 * @throws {InvalidRequestError} for a name or a value that no header may have, before fetch could put it into a message
 */
export function checkedHeaders(headers: Iterable<readonly [string, unknown]> | { readonly [name: string]: unknown }): {
  [name: string]: string
} {
  if (typeof headers !== 'object') refuseOption('headers', 'an object', headers)
  // A header may be called `__proto__`.
  const checked: { [name: string]: string } = Object.create(null)
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    const fault = faultOf(name, value)
    if (fault !== undefined) throw new InvalidRequestError(fault)
    checked[name.toLowerCase()] = String(value)
  }
  return checked
}

/** RFC 9110, section 5.6.2 for names; how a message is framed (section 7) is the engine's affair. */
function faultOf(name: string, value: unknown): string | undefined {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return 'A header has a name that no header may have'
  if (/^(connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade)$/i.test(name))
    return `The header ${name} is the engine’s to set`
  return isHeaderText(value) ? undefined : `The header ${name} has a character that no header may have`
}
