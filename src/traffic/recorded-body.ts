import { gunzipSync } from 'node:zlib'
import { isObject, listAt, textAt } from '../document/json.ts'
import type { RecordedBody } from './recorded.ts'

/** What unpacks to more is not looked at, nor what is nested deeper: no judge could walk through it. */
const largestBytes = 64 * 2 ** 20
const deepest = 500

const none: RecordedBody = { kind: 'none' }
const notRecorded: RecordedBody = { kind: 'not-recorded' }

/** The body of a request: HAR's `postData`. */
export function requestBody(request: unknown): RecordedBody {
  const given = isObject(request) ? request.postData : undefined
  const text = textAt(given, 'text') ?? formText(given)
  if (text !== undefined) return decodedBody(text, textAt(given, 'encoding'))
  const size = isObject(request) ? Number(request.bodySize ?? 0) : 0
  return size > 0 ? notRecorded : none
}

/** The body of an answer: HAR's `content`. Recorders leave out the text of large ones, and those that nobody looked at. */
export function responseBody(response: unknown): RecordedBody {
  const given = isObject(response) ? response.content : undefined
  const text = textAt(given, 'text')
  if (text !== undefined && text !== '') return decodedBody(text, textAt(given, 'encoding'))
  return isObject(given) && given.size === 0 ? none : notRecorded
}

/** A form that is recorded by its fields alone. */
function formText(given: unknown): string | undefined {
  const isForm = textAt(given, 'mimeType')?.startsWith('application/x-www-form-urlencoded')
  const fields = listAt(given, 'params')
  if (!isForm || fields.length === 0) return undefined
  const pairs = fields.map((field) => [textAt(field, 'name') ?? '', textAt(field, 'value') ?? ''])
  return new URLSearchParams(pairs).toString()
}

function decodedBody(text: string, encoding: string | undefined): RecordedBody {
  if (encoding !== 'base64') return isDeep(text) ? notRecorded : { kind: 'text', text, isUtf8: true }
  const bytes = unpacked(Buffer.from(text, 'base64'))
  if (!bytes) return notRecorded
  const decodedText = bytes.toString('utf8')
  if (isDeep(decodedText)) return notRecorded
  return { kind: 'text', text: decodedText, isUtf8: Buffer.from(decodedText).equals(bytes) }
}

/** Most recorders unpack what was compressed; of the others gzip is known by its first bytes. */
function unpacked(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBytes })
  } catch {
    return undefined
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    if (depth > deepest) return true
  }
  return false
}
