import type { Clock } from './clock.ts'
import type { ClientError } from './errors.ts'
import type { CallInput } from './parameters.ts'

/** A secret, or a function that is asked for it before each attempt. */
export type Credential = string | (() => string | Promise<string>)

/** What a caller authenticates with. */
export interface Credentials {
  /** For every scheme that takes a bearer token: `http` bearer, `oauth2`, `openIdConnect`. */
  readonly token?: Credential | undefined
  /**
   * By scheme name, for documents with other schemes: an API key as it is, basic authentication as `user:password`,
   * for another HTTP scheme what stands behind its name. Goes before `token`.
   */
  readonly credentials?: { readonly [scheme: string]: Credential } | undefined
}

/** How a client is made. What is left out has the default that stands with it. */
export interface ClientOptions extends Credentials {
  /**
   * Where all requests go: https, or http to a loopback address; without user, query or fragment. Default: the operation's
   * own first server if it has one, else the document's.
   */
  readonly baseUrl?: string | undefined
  /** Sends each attempt, with the signal that ends it; default: the global fetch. */
  readonly fetch?: Fetch | undefined
  /** How long one attempt may take, from asking for the token to the last byte, in milliseconds; default: 10,000. */
  readonly timeoutMs?: number | undefined
  /** How long a call may take with all its attempts and the pauses between them, in milliseconds; default: 60,000. */
  readonly deadlineMs?: number | undefined
  /** When and how often a call is repeated; `false`: never. */
  readonly retry?: RetryOptions | false | undefined
  /**
   * What is checked against the document: nothing, what is sent, or what comes back too. Answers may hold more than is
   * documented. Default: `'requests'` with `validation`, else `'off'`.
   */
  readonly validate?: 'off' | 'requests' | 'all' | undefined
  /** What validates: `validation(operationValidators)`, of this package and of the generated `validators.js`. */
  readonly validation?: Validation | undefined
  /** The longest body that is read, in bytes after decompression; default: 10 MiB. */
  readonly maxResponseBytes?: number | undefined
  /** The `User-Agent` header; default: the engine's own. Some browsers do not let it be changed. */
  readonly userAgent?: string | undefined
  /** Called before each attempt. Hooks are not waited for, and what they throw goes to the logger. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  /** Called after each answer that was read, whatever its status. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  /** Called before the pause that precedes another attempt. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /** Where the client tells what it does; `console` fits. Default: nowhere. */
  readonly logger?: Logger | undefined
  /** Time and chance; for tests. Default: the engine's. */
  readonly clock?: Clock | undefined
}

/** As the global fetch is called. Redirects must not be followed, as `init` says, and `signal` obeyed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What every call takes beside its parameters; goes before what the client was made with. */
export interface CallOptions {
  /** Ends the call at once when it is aborted; its reason becomes the `cause` of the AbortedError. */
  readonly signal?: AbortSignal | undefined
  /** How long one attempt may take, in milliseconds; default: the client's. */
  readonly timeoutMs?: number | undefined
  /** How long the call may take with all its attempts and pauses, in milliseconds; default: the client's. */
  readonly deadlineMs?: number | undefined
  /** When and how often the call is repeated; default: the client's. */
  readonly retry?: RetryOptions | false | undefined
  /**
   * Sent with the request; goes before what the client sets itself. `content-type` chooses among the documented media
   * types of the body, which is then encoded in it.
   */
  readonly headers?: { readonly [name: string]: string } | undefined
  /**
   * Whether to send the request twice does the same as to send it once, so that it may be repeated. Default: as the
   * method says (RFC 9110, section 9.2.2): not for POST and PATCH.
   */
  readonly idempotent?: boolean | undefined
}

/**
 * Calls are repeated after transport errors, attempts out of time, and the statuses 408, 429, 500, 502, 503 and 504; only
 * where that is safe (`idempotent`), while the deadline leaves room, and while not too many calls of this client fail.
 */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included; default: 3. */
  readonly attempts?: number | undefined
  /** The shortest pause in milliseconds; default: 100. */
  readonly minDelayMs?: number | undefined
  /** The longest pause in milliseconds, unless the service asks for a longer one (`Retry-After`); default: 5,000. */
  readonly maxDelayMs?: number | undefined
}

/** An attempt that is about to be sent. Without credentials, which no hook sees. */
export interface RequestEvent {
  readonly operationId: string | undefined
  readonly method: string
  readonly url: string
  /** 1 for the first. */
  readonly attempt: number
}

/** An answer that was read. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number
  readonly requestId: string | undefined
  readonly durationMs: number
}

/** An attempt that failed and will be repeated. */
export interface RetryEvent extends RequestEvent {
  readonly error: ClientError
  readonly delayMs: number
}

/** Where the client tells what it does: one short sentence and its facts. Secrets are in neither. */
export interface Logger {
  debug?(message: string, facts: object): void
  warn?(message: string, facts: object): void
  error?(message: string, facts: object): void
}

/** Holds calls against the document; see `validation`. */
export interface Validation {
  /** Called before a call whose answer will be checked, where what checks it is loaded on demand. */
  load?(): Promise<void>
  /** @throws {ValidationError} when what would be sent breaks the document */
  request(operationId: string, input: CallInput, mediaType: string): void
  /** @throws {ValidationError} when a success does */
  response(operationId: string, status: number, body: unknown): void
}

/** A generated validator, as `validators.js` exports them. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly ValidatorError[] | null
}

/** One error of a generated validator. */
export interface ValidatorError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: { readonly [name: string]: unknown }
  readonly message?: string
}

/** The validators of a client, by operationId. */
export interface Validators {
  readonly [operationId: string]: OperationValidators
}

/** The validators of one operation. */
export interface OperationValidators {
  readonly parameters?: Validator
  readonly requestBody?: Validator
  /** By the status of a documented success: `200`, `2XX` or `default`. */
  readonly responses?: { readonly [status: string]: Validator }
}
