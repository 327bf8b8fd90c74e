/**
 * Every failure that the client itself reports:
 *
 *     ClientError
 *     ├─ ApiError                  the service answered with an error status
 *     ├─ UnexpectedResponseError   the service answered with what no document describes
 *     └─ InvalidRequestError       the call cannot be sent as it is; nothing was sent
 */
export class ClientError extends Error {
  override readonly name: string = 'ClientError'
  /** For programs: the same for all errors of a class. */
  readonly code: string = 'client-error'
  /** The operation that was called. */
  readonly operationId: string

  constructor(operationId: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.operationId = operationId
  }
}

/** The service answered with an error status. */
export class ApiError extends ClientError {
  override readonly name = 'ApiError'
  override readonly code = 'api-error'
  readonly status: number
  /** The body as JSON where it is JSON, else as text; undefined when it was empty. */
  readonly body: unknown

  constructor(operationId: string, facts: { readonly status: number; readonly body: unknown; readonly place: string }) {
    super(operationId, `${facts.place} answered ${facts.status}${reason(facts.body)}`)
    this.status = facts.status
    this.body = facts.body
  }
}

/** The status promised a body that the answer does not have: another media type, or JSON that cannot be parsed. */
export class UnexpectedResponseError extends ClientError {
  override readonly name = 'UnexpectedResponseError'
  override readonly code = 'unexpected-response'
  readonly status: number

  constructor(operationId: string, status: number, message: string, options?: ErrorOptions) {
    super(operationId, message, options)
    this.status = status
  }
}

/** The call cannot be sent as it is: a parameter is missing or has no form in its place. Nothing was sent. */
export class InvalidRequestError extends ClientError {
  override readonly name = 'InvalidRequestError'
  override readonly code = 'invalid-request'
}

/** The service's own message, when the body has one as google.rpc.Status, Connect and problem+json do. */
function reason(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const text = Reflect.get(body, 'message') ?? Reflect.get(body, 'detail') ?? Reflect.get(body, 'title')
  return typeof text === 'string' ? `: ${text}` : ''
}
