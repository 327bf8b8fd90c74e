import type { Abilities } from './abilities.ts'
import { type Answer, textOf } from './answer.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { admitsJson, admitsText, isForm, isJson, isText } from './media-type.ts'
import type { EncodedBody } from './raw-body.ts'

/**
 * Bodies that are not JSON. A form or bytes are sent in a media type of theirs, other values as JSON where there is JSON,
 * else as a form, else as they are; text is read as a string, other media types as a Blob.
 */
export const media: NonNullable<Abilities['media']> = { encode, decode }

/** Undefined for what is sent as JSON. */
function encode(operation: OperationDescriptor, value: unknown, wanted: string | undefined): EncodedBody | undefined {
  if (value instanceof FormData || value instanceof URLSearchParams) return { body: value, mediaType: undefined }
  const mediaType = wanted ?? fittingMediaType(operation.requestBody?.mediaTypes ?? [], value)
  if (value instanceof ReadableStream && value.locked)
    throw new InvalidRequestError('The stream of the body was read already')
  if (isBytes(value)) return { body: value, mediaType: mediaType.includes('*') ? undefined : mediaType }
  if (isJson(mediaType)) return undefined
  if (typeof value === 'string') return { body: value, mediaType }
  // No other value has a form of its own; as JSON, it is refused where another media type is wanted.
  if (!isForm(mediaType)) return undefined
  const form = mediaType.startsWith('multipart/') ? new FormData() : new URLSearchParams()
  return { body: filled(form, value), mediaType: undefined }
}

function fittingMediaType(mediaTypes: readonly string[], value: unknown): string {
  const form = mediaTypes.find(isForm)
  const json = mediaTypes.find(isJson)
  const raw = mediaTypes.find((mediaType) => !isJson(mediaType) && !isForm(mediaType))
  if (isBytes(value)) return raw ?? 'application/octet-stream'
  if (json !== undefined) return json
  if (typeof value === 'string' && raw !== undefined) return raw.includes('*') ? 'text/plain' : raw
  if (mediaTypes.some(admitsJson)) return 'application/json'
  return form ?? raw ?? 'application/json'
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  )
}

/** Puts an object's members into a form; a list becomes one entry for each item, an object becomes JSON. */
function filled<Form extends FormData | URLSearchParams>(form: Form, value: unknown): Form {
  for (const [name, member] of Object.entries(value ?? {})) {
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item === undefined) continue
      if (form instanceof FormData && item instanceof Blob) form.append(name, item)
      else form.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item))
    }
  }
  return form
}

/** Undefined for JSON, and where JSON is documented and the answer is none. */
function decode(answer: Answer, documented: readonly string[]): { readonly body: unknown } | undefined {
  const mediaType = answer.headers.get('content-type') ?? ''
  if (isJson(mediaType) && documented.some(admitsJson)) return undefined
  if (documented.every(isJson)) return undefined
  const asText = isText(mediaType) ? documented.some(admitsText) : documented.every(isText)
  return { body: asText ? textOf(answer) : new Blob([answer.bytes], { type: mediaType }) }
}
