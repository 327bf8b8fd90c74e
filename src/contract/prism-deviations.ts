import type { Model } from '../document/model.ts'
import type { Deviation } from './deviations.ts'

/** What Prism answers by itself, whatever the document says. */
export const prismDeviations: readonly Deviation[] = [
  {
    id: 'prism-invalid-json-body',
    check: 'undocumented-error',
    cases: 'malformed-json/',
    got: 'an object with error',
    reason: 'Prism answers a body that is not JSON before it reads the document, with an error shape of its own',
    isVisible: documentsErrors,
    reference: 'https://github.com/stoplightio/prism/issues/2664',
  },
  {
    id: 'prism-405-media-type',
    check: 'undocumented-media-type',
    cases: 'undocumented-method/',
    got: 'application/problem+json',
    reason: 'Prism answers a method that the path lacks as problem+json',
    isVisible: documentsErrors,
    reference: 'https://github.com/stoplightio/prism/blob/master/docs/guides/errors.md#no_method_matched_error',
  },
  {
    id: 'prism-405-allow',
    check: 'missing-allow-header',
    cases: 'undocumented-method/',
    got: 'no such header',
    reason: 'Prism sends a 405 without an Allow header',
    isVisible: () => true,
    reference: 'https://github.com/stoplightio/prism/blob/master/docs/guides/errors.md#no_method_matched_error',
  },
]

function documentsErrors({ operations }: Model): boolean {
  const errors = operations.flatMap(({ responses }) =>
    responses.filter(({ status }) => /^[45]|^default$/i.test(status)),
  )
  return errors.some(({ content }) => content.length > 0)
}
