import type { Abilities } from './abilities.ts'
import { type Answer, textOf } from './answer.ts'
import type { JsonKind, OperationDescriptor } from './descriptor.ts'
import { UnexpectedResponseError } from './errors.ts'
import { isJson } from './media-type.ts'
import { orUndefined } from './or-undefined.ts'
import type { Secrets } from './secrets.ts'

/**
 * The body of a successful answer as what is documented: JSON parsed, other media types as `media` reads them, and
 * undefined where no body is documented or sent. Where a range is documented, the answer's own type decides.
 *
 * @throws {UnexpectedResponseError} when JSON is documented and the answer is none, or of another kind
 */
export function responseBody(
  operation: OperationDescriptor,
  answer: Answer,
  secrets: Secrets,
  media: Abilities['media'],
): unknown {
  const { status } = answer
  const documented = forStatus(operation.responses, status) ?? []
  if (documented.length === 0 || operation.method === 'head') return undefined
  const other = media?.decode(answer, documented)
  if (other) return other.body
  const text = textOf(answer)
  const value = isJson(mediaTypeOf(answer)) ? orUndefined(() => secrets.data(text)) : undefined
  const kinds = forStatus(operation.results, status)
  const isDocumented = value !== undefined && (!kinds || kinds.some((kind) => isKind(value, kind)))
  if (isDocumented) return value
  const { operationId } = operation
  const { requestId } = answer
  const what =
    value === undefined ? brokenness(text, answer, documented) : `${kindOf(value)} instead of ${kinds?.join(' or ')}`
  const message = secrets.text(`${operationId} answered ${status} with ${what}`)
  throw new UnexpectedResponseError(message, { status, requestId }, { rawBody: secrets.errorBody(text).rawBody })
}

/**
 * What is documented for a success: by its number, its class, as another success, or for all others. What is not documented
 * is held to what is: a caller counts on it.
 */
export function forStatus<Value>(
  documented: { readonly [status: string]: Value } | undefined,
  status: number,
): Value | undefined {
  const success = Object.keys(documented ?? {}).find((name) => name.startsWith('2')) ?? 'default'
  return documented?.[status] ?? documented?.['2XX'] ?? documented?.[success]
}

function mediaTypeOf({ headers }: Answer): string {
  return headers.get('content-type') ?? 'no media type'
}

function brokenness(text: string, answer: Answer, documented: readonly string[]): string {
  const mediaType = mediaTypeOf(answer)
  if (text.trim() === '') return 'an empty body'
  return isJson(mediaType) ? 'a body that is not JSON' : `${mediaType} instead of ${documented.join(' or ')}`
}

function isKind(value: unknown, kind: JsonKind): boolean {
  return kind === 'integer' ? Number.isInteger(value) : kindOf(value) === kind
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
