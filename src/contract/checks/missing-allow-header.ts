import type { Check } from '../check.ts'

/** A 405 says which methods there are (RFC 9110, section 15.5.6). The document does not ask for it: a warning. */
export const missingAllowHeader: Check = {
  id: 'missing-allow-header',
  judge: ({ response }) => {
    if (response.status !== 405 || response.headers.allow !== undefined) return []
    return [{ severity: 'warning', message: 'A 405 has no Allow header', expected: 'allow', got: 'no such header' }]
  },
}
