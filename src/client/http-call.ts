import createHttpClient from 'openapi-fetch'
import type { Answer } from './answer.ts'
import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor } from './descriptor.ts'
import type { Shared } from './on-demand.ts'
import type { PreparedCall } from './prepared-call.ts'
import type { Secrets } from './secrets.ts'

/** What openapi-fetch takes with a request, so far as it matters here. */
export interface Init {
  readonly baseUrl?: string
  readonly middleware?: readonly object[]
  readonly signal?: AbortSignal
}

/** openapi-fetch's request, without the types that a single path gives it. */
type SendUntyped = (method: string, path: string, init: object) => Promise<unknown>

/** @throws {ClientError} one of its classes, for every failure but an error status */
export async function sendByOpenapiFetch(
  shared: Shared,
  client: ClientParts,
  method: string,
  path: string,
  { added, init = {} }: { readonly added: Iterable<object>; readonly init: Init | undefined },
): Promise<unknown> {
  const { ClientError, InvalidRequestError, UnexpectedResponseError } = shared
  const place = `${method} ${path}`
  if (typeof method !== 'string' || typeof path !== 'string')
    throw new InvalidRequestError(`${place} cannot be sent: a request needs a method and a path that are text`)
  const operation = Object.values(client.api.operations).find(
    (one) => one.path === path && one.method.toUpperCase() === method.toUpperCase(),
  )
  const { operationId } = operation ?? {}
  const secrets = shared.secrets(client.secretMembers)
  let prepared: PreparedCall | undefined
  let answered: Answer | undefined
  try {
    // A Request would keep its listener on the signal until it is collected.
    const { signal, middleware = [], ...others } = init
    const baseUrl = others.baseUrl === undefined ? client.baseUrl() : shared.baseUrl(others.baseUrl)
    const http = createHttpClient({ headers: client.headers }) as unknown as { readonly request: SendUntyped }
    const fetch = async (request: Request) => {
      refuseOtherPath(shared, request.url.slice(baseUrl.length), path, operation)
      const call = await preparedCall(shared, request, { operation, place, secrets })
      prepared = call
      const { answer } = await shared.send(call, { ...client.limits, signal }, client)
      answered = answer
      return asResponse(shared, answer, request.method, secrets)
    }
    return await http.request(method, path, { ...others, middleware: [...added, ...middleware], baseUrl, fetch })
  } catch (error) {
    // A middleware may fail with an error of another call.
    if (error instanceof ClientError && error.operationId !== undefined) throw error
    const facts = { operationId, attempts: prepared?.attempts ?? 0 }
    if (error instanceof ClientError) throw Object.assign(error, facts)
    // What a middleware throws is its own.
    if (answered && error instanceof SyntaxError && parsed(answered.bytes) === undefined) {
      const { status, requestId } = answered
      const message = `${place} answered ${status} with what is not JSON`
      throw Object.assign(new UnexpectedResponseError(message, { status, requestId }), facts)
    }
    const cause = shared.safeCause(error, secrets)
    // What the engine says of a request that cannot be made may quote a header or the body.
    if (!answered && error instanceof TypeError)
      throw new InvalidRequestError(`${place} cannot be sent as it is`, { operationId })
    throw new ClientError(`${place} failed: ${cause.message}`, { operationId, cause })
  }
}

interface About {
  readonly operation: OperationDescriptor | undefined
  readonly place: string
  readonly secrets: Secrets
}

async function preparedCall(
  shared: Shared,
  request: Request,
  { operation, place, secrets }: About,
): Promise<PreparedCall> {
  const { method, url } = request
  const headers = shared.headers(request.headers)
  shared.addHeaders(secrets, headers)
  const body = request.body ? await request.arrayBuffer() : undefined
  if (body) secrets.addMembers(parsed(body))
  return {
    ...{ method, url, headers, body, secrets, place, operationId: operation?.operationId, attempts: 0 },
    security: operation?.security ?? [],
    isRepeatable: shared.isIdempotent(method),
  }
}

function parsed(body: ArrayBuffer | Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** What was read to its end, because the limits are for the whole of it. An error repeats no secret. */
function asResponse({ withoutSecrets }: Shared, answer: Answer, method: string, secrets: Secrets): Response {
  const { status, statusText } = answer
  const isError = status < 200 || status > 299
  const hasBody = method !== 'HEAD' && ![204, 205, 304].includes(status)
  const body = isError ? secrets.errorBody(new TextDecoder().decode(answer.bytes)).rawBody : answer.bytes
  const headers = withoutSecrets(answer.headers, secrets)
  return new Response(hasBody ? body : null, { status, statusText: secrets.text(statusText), headers })
}

/** A path must have the segments of its template, and for each parameter what a method would send. */
function refuseOtherPath(
  { InvalidRequestError, segmentFault }: Shared,
  url: string,
  template: string,
  operation: OperationDescriptor | undefined,
): void {
  const segments = url.replace(/[?#].*/, '').split('/')
  const wanted = template.split('/')
  const reserved = operation?.parameters.flatMap((parameter) => parameter.reserved ?? [])
  const isOfTemplate = wanted.every((literal, index) => {
    const segment = segments[index] ?? ''
    if (!literal.includes('{')) return segment === encodeURI(literal)
    return !/%7B.*%7D/i.test(segment) && segmentFault(decodeURIComponent(segment), reserved) === undefined
  })
  if (isOfTemplate && segments.length === wanted.length && template.startsWith('/')) return
  const message = `The path ${template} and its parameters lead to another path`
  throw new InvalidRequestError(message)
}
