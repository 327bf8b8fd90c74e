import createHttpClient, { type Client as OpenapiFetchClient } from 'openapi-fetch'
import { authorized, type Credentials } from './credentials.ts'
import type { ApiDescriptor, OperationDescriptor } from './descriptor.ts'
import { ApiError, InvalidRequestError } from './errors.ts'
import { isHeaderText, type ParameterValues, serializeParameters } from './parameters.ts'
import { encodedBody } from './request-body.ts'
import { responseBody } from './response-body.ts'

/** How a client is made. */
export interface ClientOptions extends Credentials {
  /** Where all requests go; default: the operation's own first server if it has one, else the document's. */
  readonly baseUrl?: string | undefined
  /** Sends the requests; default: the global fetch. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined
}

/** What every call takes beside its parameters. */
export interface CallOptions {
  /** Ends the call when it is aborted. */
  readonly signal?: AbortSignal | undefined
  /**
   * Sent with the request; goes before what the client sets itself. `content-type` chooses among the documented media
   * types of the body, which is then encoded in it.
   */
  readonly headers?: { readonly [name: string]: string } | undefined
}

/** The openapi-fetch client under a generated client, for what the generated methods do not cover. */
export type HttpClient<Paths extends object> = OpenapiFetchClient<Paths>

/** The parts of one call. */
export interface CallInput {
  readonly parameters?: ParameterValues
  readonly body?: unknown
}

/** What generated methods are made of. */
export interface Runtime<Paths extends object> {
  readonly http: HttpClient<Paths>
  /**
   * Calls one operation and resolves to its documented body.
   *
   * @throws {ApiError} when the service answers with an error status
   * @throws {UnexpectedResponseError} when the answer is none that the document describes
   * @throws {InvalidRequestError} when the call cannot be sent as it is
   */
  readonly call: <Result>(operation: OperationDescriptor, input: CallInput, options?: CallOptions) => Promise<Result>
}

/** Makes the runtime of one client: one openapi-fetch client whose requests carry the caller's credentials. */
export function createRuntime<Paths extends object>(api: ApiDescriptor, options: ClientOptions): Runtime<Paths> {
  const http = createHttpClient<Record<string, never>>({
    baseUrl: options.baseUrl ?? api.servers[0] ?? '',
    ...(options.fetch && { fetch: options.fetch }),
  })
  const operations = new Map(Object.values(api.operations).map((one) => [`${one.method} ${one.path}`, one]))
  http.use({
    onRequest: ({ request, schemaPath }) => {
      const operation = operations.get(`${request.method.toLowerCase()} ${schemaPath}`)
      return operation && authorized(request, api, operation, options)
    },
  })
  const untyped = http as unknown as { request: UntypedRequest }
  const call: Runtime<Paths>['call'] = async <Result>(
    operation: OperationDescriptor,
    input: CallInput,
    callOptions: CallOptions = {},
  ) => {
    if (operation.method === 'trace') {
      throw new InvalidRequestError(operation.operationId, 'TRACE is a method that fetch does not send')
    }
    const baseUrl = options.baseUrl ?? operation.servers?.[0] ?? api.servers[0] ?? ''
    const init = { baseUrl: usable(baseUrl, operation), ...requestInit(operation, input, callOptions) }
    const answer = await untyped.request(operation.method, operation.path, init)
    if (answer.response.ok) return (await responseBody(operation, answer.response)) as Result
    const body = answer.error === '' ? undefined : answer.error
    const place = `${operation.method.toUpperCase()} ${operation.path}`
    throw new ApiError(operation.operationId, { status: answer.response.status, body, place })
  }
  return { http: http as unknown as HttpClient<Paths>, call }
}

/** openapi-fetch's request, without the types that a single path gives it. */
type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly error?: unknown; readonly response: Response }>

/** A base URL may be relative in a page, which has one of its own. */
function usable(baseUrl: string, { operationId }: OperationDescriptor): string {
  const isAbsolute = URL.canParse(baseUrl, globalThis.location?.href)
  if (isAbsolute) return baseUrl
  const message = `"${baseUrl}" is no absolute URL to send ${operationId} to; pass baseUrl when you make the client`
  throw new InvalidRequestError(operationId, message)
}

function requestInit(operation: OperationDescriptor, { parameters, body }: CallInput, options: CallOptions): object {
  const serialized = serializeParameters(operation, parameters ?? {})
  const { 'content-type': mediaType = null, ...headers } = callerHeaders(operation, options)
  const encoded = body === undefined ? undefined : encodedBody(operation, body, mediaType)
  return {
    ...(options.signal && { signal: options.signal }),
    ...(encoded && { body: encoded.body, bodySerializer: (value: unknown) => value }),
    ...(encoded?.body instanceof ReadableStream && { duplex: 'half' }),
    params: { path: {}, query: {} },
    parseAs: 'stream',
    // openapi-fetch passes the base URL with the template after it.
    pathSerializer: (url: string) => url.slice(0, url.length - operation.path.length) + serialized.path,
    querySerializer: () => serialized.query,
    headers: {
      Accept: accepted(operation),
      ...(encoded && { 'Content-Type': encoded.mediaType ?? null }),
      ...serialized.headers,
      ...headers,
    },
  }
}

/** The caller's headers with their names in lower case. A value that none may have is not shown: it may be a secret. */
function callerHeaders({ operationId }: OperationDescriptor, { headers = {} }: CallOptions): Record<string, string> {
  const wrong = Object.keys(headers).find((name) => !isHeaderText(String(headers[name])))
  if (wrong === undefined) return Object.fromEntries(new Headers(headers))
  throw new InvalidRequestError(operationId, `The header ${wrong} has a character that no header may have`)
}

/** The media types of all documented answers, each once. */
function accepted({ responses }: OperationDescriptor): string {
  const mediaTypes = new Set(Object.values(responses).flat())
  return mediaTypes.size === 0 ? '*/*' : [...mediaTypes].join(', ')
}
