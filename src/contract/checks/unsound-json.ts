import { isJsonMediaType } from '../../document/model.ts'
import { repeatedNames } from '../../document/repeated-names.ts'
import { type Check, isBelowDocument, mediaTypeOf, parsedBody, shortened, type Verdict } from '../check.ts'

/** A JSON body is one JSON value in UTF-8 without a byte order mark, and no object names a member twice (RFC 8259). */
export const unsoundJson: Check = {
  id: 'unsound-json',
  judge: (exchange) => {
    const { response } = exchange
    const mayBeEmpty =
      isBelowDocument(exchange) || [204, 205, 304].includes(response.status) || exchange.case.request.method === 'HEAD'
    if (!isJsonMediaType(mediaTypeOf(exchange)) || (mayBeEmpty && response.text === '')) return []
    const text = response.text.startsWith('\ufeff') ? response.text.slice(1) : response.text
    return [
      ...encodingFaults(exchange.response),
      ...textFaults(text, parsedBody({ ...exchange, response: { ...response, text } })),
    ]
  },
}

function encodingFaults({ text, isUtf8 }: { readonly text: string; readonly isUtf8: boolean }): Verdict[] {
  if (!isUtf8) return [{ message: 'The body is not UTF-8', expected: 'UTF-8', got: shortened(text) }]
  if (!text.startsWith('\ufeff')) return []
  return [{ message: 'The body begins with a byte order mark', expected: 'JSON', got: shortened(text) }]
}

function textFaults(text: string, parsed: unknown): Verdict[] {
  if (parsed instanceof SyntaxError) {
    return [{ message: `The body is not JSON: ${parsed.message}`, expected: 'one JSON value', got: shortened(text) }]
  }
  return repeatedNames(text).map((pointer) => ({
    message: 'An object of the body names a member twice',
    pointer,
    expected: 'each name once',
    got: shortened(text),
  }))
}
