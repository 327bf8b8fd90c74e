/**
 * Every failure that a caller of the client can meet. Each is an Error with a `code` for programs. Secrets that were sent, of
 * 6 characters or more, stand in none of them, although the service or the engine repeats them.
 *
 *     ClientError
 *     ├─ ConfigurationError            the client cannot be made or used as it is set up; nothing was sent
 *     ├─ InvalidRequestError           the call cannot be sent as it is; nothing was sent
 *     ├─ ValidationError               a request (then nothing was sent) or an answer breaks the document
 *     ├─ ConnectionError               there was no answer, or it broke off
 *     ├─ TimeoutError                  the whole answer did not come in time
 *     ├─ AbortedError                  the caller's signal was aborted
 *     ├─ ResponseError                 an answer came that is no success
 *     │  ├─ ApiError                   an error status
 *     │  ├─ RedirectError              a redirect, which is never followed
 *     │  ├─ ResponseTooLargeError      more bytes than `maxResponseBytes`
 *     │  └─ UnexpectedResponseError    a success whose body is none that the document describes
 *     └─ WaitError                     what was waited for cannot or did not come
 */
export class ClientError extends Error {
  override readonly name: string = 'ClientError'
  /** For programs: the kind of failure, `timeout` for example; for an ApiError the service's own code if it gave one. */
  readonly code: string = 'client-error'
  /** The operation that was called; undefined where the client could not be made, and for `http` outside the document. */
  declare readonly operationId?: string | undefined
  /** How often the request was sent; 0 when nothing was. */
  readonly attempts: number = 0
  /** The identifier of what the call was to create, which may exist although the call failed. */
  declare readonly resourceId?: string
  /** Set when the failure ended a wait: what was seen until then. */
  declare readonly wait?: WaitRecord

  /** @param hidden what stands on the error, but not in what is printed of it */
  constructor(message: string, { cause, ...facts }: ErrorFacts = {}, hidden: object = {}) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, facts)
    for (const [name, value] of Object.entries(hidden)) Object.defineProperty(this, name, { value })
  }
}

/** What an error knows beside its message. */
export interface ErrorFacts {
  readonly operationId?: string | undefined
  readonly cause?: unknown
}

/** What a wait has seen. */
export interface WaitRecord<Resource = unknown> {
  /** The resource as it was last read; undefined when it never was. */
  readonly last: Resource | undefined
  /** Every state that was seen, once for each change, oldest first. */
  readonly history: readonly WaitStep[]
}

/** One state that a wait has seen. */
export interface WaitStep {
  readonly status: string | number
  /** Milliseconds since the wait began. */
  readonly elapsedMs: number
}

/** The client cannot be made or used as it is set up: the message names the option and what it may be. */
export class ConfigurationError extends ClientError {
  override readonly name = 'ConfigurationError'
  override readonly code = 'configuration'
}

/** The call cannot be sent as it is: a parameter, a header or the body has no form in its place. Nothing was sent. */
export class InvalidRequestError extends ClientError {
  override readonly name = 'InvalidRequestError'
  override readonly code = 'invalid-request'
}

/** One rule of the document that a value breaks. */
export interface Violation {
  /** JSON pointer (RFC 6901) to the value at fault, within the body or the parameters; empty for the whole. */
  readonly pointer: string
  /** The keyword of JSON Schema that is broken. */
  readonly keyword: string
  readonly message: string
}

/** A request breaks the document, and nothing was sent; or an answer does, where `validate` is `'all'`. */
export class ValidationError extends ClientError {
  override readonly name = 'ValidationError'
  override readonly code = 'validation'
  declare readonly direction: 'request' | 'response'
  /** Of the first violation, as `keyword` is. */
  declare readonly pointer: string
  declare readonly keyword: string
  declare readonly violations: readonly Violation[]
  /** The answer that breaks the document, for whoever wants to go on with it; not printed. */
  declare readonly body?: unknown

  constructor(
    message: string,
    facts: ErrorFacts & Pick<ValidationError, 'direction' | 'pointer' | 'keyword' | 'violations'>,
    hidden: { readonly body?: unknown },
  ) {
    super(message, facts, hidden)
  }
}

/**
 * There was no answer, or it broke off: no name, no connection, no TLS, a reset; or code that is loaded on demand could not
 * be. `cause` says what the engine said.
 */
export class ConnectionError extends ClientError {
  override readonly name = 'ConnectionError'
  override readonly code = 'connection'
}

/** The whole answer, body included, did not come in time. */
export class TimeoutError extends ClientError {
  override readonly name = 'TimeoutError'
  override readonly code = 'timeout'
  /** Which limit it was: `timeoutMs` for one attempt, or `deadlineMs` for all of them. */
  declare readonly limit: 'attempt' | 'deadline'
  /** That limit in milliseconds. */
  declare readonly timeoutMs: number

  constructor(message: string, facts: ErrorFacts & Pick<TimeoutError, 'limit' | 'timeoutMs'>) {
    super(message, facts)
  }
}

/** The caller's signal was aborted; `cause` is the reason that the caller gave. */
export class AbortedError extends ClientError {
  override readonly name = 'AbortedError'
  override readonly code = 'aborted'
}

/** What every answer says of itself. */
export interface ResponseFacts extends ErrorFacts {
  readonly status: number
  readonly requestId: string | undefined
}

/** An answer came that is no success. */
export class ResponseError extends ClientError {
  override readonly name: string = 'ResponseError'
  override readonly code: string = 'response'
  declare readonly status: number
  /** The `x-request-id` of the answer, to ask the service's operators about. */
  declare readonly requestId: string | undefined
  /** The body as text, secrets taken out; undefined where it was not read. Not printed. */
  declare readonly rawBody?: string

  constructor(message: string, facts: ResponseFacts, hidden: { readonly rawBody?: string } = {}) {
    super(message, facts, hidden)
  }
}

/** One field of a request that the service refused (google.rpc.BadRequest). */
export interface FieldViolation {
  /** The path of the field, as the service spells it. */
  readonly field: string
  readonly description: string
}

/** The service answered with an error status. */
export class ApiError extends ResponseError {
  override readonly name = 'ApiError'
  /** The service's own code, `not_found` for example (google.rpc.Code or Connect); `api-error` if it gave none. */
  declare readonly code: string
  /** google.rpc and Connect error details, as they came. */
  declare readonly details: readonly unknown[]
  declare readonly fieldViolations: readonly FieldViolation[]
  /** The body as JSON where it is JSON, else as text; undefined when it was empty. */
  declare readonly body: unknown
  /** How long the service asked to wait (`Retry-After`), in milliseconds. */
  declare readonly retryAfterMs: number | undefined

  constructor(
    message: string,
    facts: ResponseFacts & Pick<ApiError, 'code' | 'details' | 'fieldViolations' | 'body' | 'retryAfterMs'>,
    hidden: { readonly rawBody: string },
  ) {
    super(message, facts, hidden)
    // The class above has a code of its own, which is set after the facts.
    this.code = facts.code
  }
}

/** The service answered with a redirect. None is followed, because the token and the body would go along. */
export class RedirectError extends ResponseError {
  override readonly name = 'RedirectError'
  override readonly code = 'redirect'
  /** The origin that the redirect leads to; undefined where it names none, or a browser hides it. */
  declare readonly location: string | undefined

  constructor(message: string, facts: ResponseFacts & Pick<RedirectError, 'location'>) {
    super(message, facts)
  }
}

/** The body of the answer is longer than `maxResponseBytes`. */
export class ResponseTooLargeError extends ResponseError {
  override readonly name = 'ResponseTooLargeError'
  override readonly code = 'response-too-large'
  declare readonly maxResponseBytes: number

  constructor(message: string, facts: ResponseFacts & Pick<ResponseTooLargeError, 'maxResponseBytes'>) {
    super(message, facts)
  }
}

/** A success whose body is none that the document describes: another media type, broken JSON, nothing, another kind. */
export class UnexpectedResponseError extends ResponseError {
  override readonly name = 'UnexpectedResponseError'
  override readonly code = 'unexpected-response'
}

/** What was waited for cannot come any more, or did not come in time; `wait` says what was seen. */
export class WaitError extends ClientError {
  override readonly name = 'WaitError'
  override readonly code: `wait-${WaitEnd}`
  /** `failed`: a state from which it does not come; `gone`: it does not exist; `timeout`: the wait's limit is over. */
  declare readonly reason: WaitEnd

  constructor(message: string, facts: ErrorFacts & Pick<WaitError, 'reason'>) {
    super(message, facts)
    this.code = `wait-${facts.reason}`
  }
}

export type WaitEnd = 'failed' | 'gone' | 'timeout'

/** Adds to an error what only those know whom it passes on its way to the caller. */
export function withFacts<Failure extends ClientError>(
  error: Failure,
  facts: Partial<Pick<ClientError, 'message' | 'operationId' | 'attempts' | 'resourceId' | 'wait'>>,
): Failure {
  return Object.assign(error, facts)
}
