import { isObject } from '../document/json.ts'
import { mediaTypeOf, parsedBody } from './check.ts'
import type { Deviation } from './deviations.ts'

/** What Prism answers by itself, whatever the document says. */
export const prismDeviations: readonly Deviation[] = [
  {
    id: 'prism-invalid-json-body',
    cases: 'malformed-json/',
    isSeen: (exchange) => {
      const body = parsedBody(exchange)
      return exchange.response.status === 400 && isObject(body) && 'error' in body
    },
    explains: ['undocumented-error', 'invalid-body', 'undocumented-status', 'undocumented-media-type'],
    reason: 'Prism answers a body that is not JSON before it reads the document, with a status and an error of its own',
    reference: 'https://github.com/stoplightio/prism/issues/2664',
  },
  {
    id: 'prism-405-media-type',
    cases: 'undocumented-method/',
    isSeen: (exchange) => exchange.response.status === 405 && mediaTypeOf(exchange) === 'application/problem+json',
    explains: ['undocumented-media-type'],
    reason: 'Prism answers a method that the path lacks as problem+json',
    reference: 'https://github.com/stoplightio/prism/blob/master/docs/guides/errors.md#no_method_matched_error',
  },
  {
    id: 'prism-405-allow',
    cases: 'undocumented-method/',
    isSeen: ({ response }) => response.status === 405 && response.headers.allow === undefined,
    explains: ['missing-allow-header'],
    reason: 'Prism sends a 405 without an Allow header',
    reference: 'https://github.com/stoplightio/prism/issues/1929',
  },
]
