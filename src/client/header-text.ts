import { InvalidRequestError } from './errors.ts'

/** Whether a value is a text that a header may hold (RFC 9110, section 5.5). */
export function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}

/**
 * Headers as a caller gives them, their names in lower case. A value is never shown: it may be a secret.
 *
 * @throws {InvalidRequestError} for a name or a value that no header may have, before fetch could put it into a message
 */
export function checkedHeaders(
  headers: Iterable<readonly [string, unknown]> | { readonly [name: string]: unknown },
  operationId: string,
): { [name: string]: string } {
  // A header may be called `__proto__`.
  const checked: { [name: string]: string } = Object.create(null)
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    // RFC 9110, section 5.6.2.
    const isName = /^[!#$%&'*+.^_`|~\w-]+$/.test(name)
    if (!isName || !isHeaderText(value))
      throw new InvalidRequestError(`The header ${isName ? name : ''} has a character that no header may have`, {
        operationId,
      })
    checked[name.toLowerCase()] = value
  }
  return checked
}
