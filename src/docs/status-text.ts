import { STATUS_CODES } from 'node:http'

/** The words for a status (RFC 9110, section 15). */
export function statusText(status: string): string {
  const range: Readonly<Record<string, string>> = {
    ...{ '1': 'Informational', '2': 'Success', '3': 'Redirection', '4': 'Client error', '5': 'Server error' },
  }
  if (status === 'default') return 'Any other status'
  return renamed[status] ?? STATUS_CODES[status] ?? range[status.slice(0, 1)] ?? ''
}

/** What RFC 9110 calls differently from the engine. */
const renamed: Readonly<Record<string, string>> = { '413': 'Content Too Large', '422': 'Unprocessable Content' }
