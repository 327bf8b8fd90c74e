import { bareMediaType, type Check, documentedResponse, isBelowDocument, mediaTypeOf } from '../check.ts'

/**
 * The answer's media type is one that the document describes for the status. Parameters do not matter. Where the document
 * has no such operation, it promises nothing of the answer: an empty one will do, and another type is a warning.
 */
export const undocumentedMediaType: Check = {
  id: 'undocumented-media-type',
  judge: (exchange) => {
    const isBelow = isBelowDocument(exchange)
    const documented = isBelow ? errorMediaTypes(exchange) : ownMediaTypes(exchange)
    const got = mediaTypeOf(exchange)
    if (documented.length === 0 || documented.some((mediaType) => covers(mediaType, got))) return []
    if (isBelow && exchange.response.text === '') return []
    return [
      {
        ...(isBelow && { severity: 'warning' as const }),
        message: 'The answer has a media type that the document does not describe for its status',
        expected: documented.join(' or '),
        got: got || 'no media type',
      },
    ]
  },
}

function ownMediaTypes(exchange: Parameters<Check['judge']>[0]): string[] {
  return documentedResponse(exchange)?.content.map(({ mediaType }) => mediaType) ?? []
}

/** For an answer that no operation describes, what the operations beside it use for errors. */
function errorMediaTypes({ case: { operation } }: Parameters<Check['judge']>[0]): string[] {
  const errors = operation.responses.filter(({ status }) => /^[45]|^default$/i.test(status))
  return [...new Set(errors.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)))]
}

/** Whether a documented media type or range covers the one that came. */
function covers(documented: string, got: string): boolean {
  const [type = '', subtype = ''] = bareMediaType(documented).split('/')
  const [gotType, gotSubtype] = got.split('/')
  return (type === '*' || type === gotType) && (subtype === '*' || subtype === gotSubtype)
}
