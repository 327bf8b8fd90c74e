import { type Outcome, textOf } from './answer.ts'
import type { Clock } from './clock.ts'
import { ApiError } from './errors.ts'
import type { PreparedCall } from './prepared-call.ts'
import { retryAfterMs } from './retry-after.ts'

/** The names of google.rpc.Code, by number. */
const codes = (
  'ok cancelled unknown invalid_argument deadline_exceeded not_found already_exists permission_denied ' +
  'resource_exhausted failed_precondition aborted out_of_range unimplemented internal unavailable data_loss unauthenticated'
).split(' ')

/**
 * The error that an answer with an error status is. Its body is read as google.rpc.Status, bare or in `error` as Google's
 * services wrap it, as Connect's JSON, problem details (RFC 9457), a page, or text.
 */
export function apiError(call: PreparedCall, { answer, note }: Outcome, clock: Clock): ApiError {
  const { place, secrets } = call
  const { status, requestId, headers } = answer
  const { body: given, rawBody } = secrets.errorBody(textOf(answer))
  const body = rawBody.trim() === '' ? undefined : given
  const wrapped = member(body, 'error')
  const said = typeof wrapped === 'object' && wrapped ? wrapped : body
  const details = list(member(said, 'details'))
  // In Connect's JSON the readable form of a detail is in `debug`.
  const violations = details
    .flatMap((one) => [one, member(one, 'debug')])
    .flatMap((one) => list(member(one, 'fieldViolations')))
  const message =
    typeof body === 'string'
      ? pageTitle(body)
      : (member(said, 'message') ?? member(said, 'detail') ?? member(said, 'title'))
  const facts = {
    ...{ status, requestId, body, details },
    code: codeOf(member(said, 'code')) ?? codeOf(member(said, 'status')) ?? 'api-error',
    fieldViolations: violations.map((one) => ({
      field: textIn(one, 'field'),
      description: textIn(one, 'description'),
    })),
    retryAfterMs: retryAfterMs(headers, clock.wallTime()),
  }
  return new ApiError(`${place} answered ${status}${oneLine(message)}${note}`, facts, { rawBody })
}

/** A member of an object that it has itself; undefined of anything else. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}

function textIn(value: unknown, name: string): string {
  const text = member(value, name)
  return typeof text === 'string' ? text : ''
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function codeOf(code: unknown): string | undefined {
  if (typeof code === 'number') return codes[code]
  return typeof code === 'string' && code ? code.toLowerCase() : undefined
}

/** No more of a body is looked through for a message: it may be as long as maxResponseBytes. */
const longestSaid = 2000

/** What a page says of itself; other text as it is. */
function pageTitle(text: string): string | undefined {
  return /^\s*</.test(text) ? /<title\b[^>]*>([^<]*)/i.exec(text.slice(0, longestSaid))?.[1] : text
}

/** What is said, short enough for a message. */
function oneLine(said: unknown): string {
  const line = typeof said === 'string' ? said.slice(0, longestSaid).trim().replace(/\s+/g, ' ') : ''
  return line && `: ${line.length > 300 ? `${line.slice(0, 300)}…` : line}`
}
