import type { Operation, Response } from '../document/model.ts'

/**
 * The documented answers whose bodies a call resolves to: those of 2XX, or `default` where no 2XX is documented. The
 * answer to HEAD has no body, whatever is documented.
 */
export function successes({ method, responses }: Operation): readonly Response[] {
  if (method === 'head') return []
  const own = responses.filter(({ status }) => /^2(\d\d|XX)$/i.test(status))
  return own.length > 0 ? own : responses.filter(({ status }) => status === 'default')
}
