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
    explains: [
      'undocumented-error',
      'invalid-body',
      'undocumented-status',
      'undocumented-media-type',
      'unknown-property',
    ],
    reason: 'Prism answers a body that is not JSON before it reads the document, with a status and an error of its own',
    reference: 'https://github.com/stoplightio/prism/issues/2664',
  },
  {
    id: 'prism-undocumented-media-type',
    cases: 'undocumented-',
    isSeen: (exchange) =>
      [404, 405].includes(exchange.response.status) && mediaTypeOf(exchange) === 'application/problem+json',
    explains: ['undocumented-media-type'],
    reason: 'Prism answers a method or a path that the document lacks as problem+json',
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
  {
    id: 'prism-lower-case-scheme',
    cases: 'lower-case-scheme/',
    isSeen: ({ response }) => response.status === 401,
    explains: ['valid-request-refused'],
    reason: 'Prism refuses the scheme of a token in lower case',
    reference: 'https://github.com/stoplightio/prism/issues/2722',
  },
]
