import type { Client as OpenapiFetchClient } from 'openapi-fetch'
import { type Answer, textOf, withoutSecrets } from './answer.ts'
import { checkedBaseUrl } from './base-url.ts'
import type { ClientParts } from './client-parts.ts'
import { authorize } from './credentials.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { ClientError, InvalidRequestError, UnexpectedResponseError, withFacts } from './errors.ts'
import { checkedHeaders } from './header-text.ts'
import { segmentFault } from './parameters.ts'
import { isIdempotent } from './prepare.ts'
import type { PreparedCall } from './prepared-call.ts'
import { sendUntilAnswered } from './retries.ts'
import { safeCause } from './safe-cause.ts'
import { addHeaders, addMembers, createSecrets, type Secrets } from './secrets.ts'

/** The openapi-fetch client of a generated client, for what the generated methods do not cover. */
export type HttpClient<Paths extends object> = OpenapiFetchClient<Paths>

/** What openapi-fetch takes with a request, so far as it matters here. */
interface Init {
  readonly baseUrl?: string
  readonly middleware?: readonly object[]
  readonly signal?: AbortSignal
}

/** openapi-fetch's request, without the types that a single path gives it. */
type SendUntyped = (method: string, path: string, init: object) => Promise<unknown>

/**
 * An openapi-fetch client whose requests go the way that all others go. openapi-fetch is loaded with the first of them:
 * most programs make none.
 */
export function httpClient<Paths extends object>(client: ClientParts): HttpClient<Paths> {
  let added: readonly object[] = []
  const request = (method: string, path: string, init?: Init) =>
    sendByOpenapiFetch(client, method, path, { added, init })
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'].map(
    (method) => [method, (path: string, init?: Init) => request(method, path, init)] as const,
  )
  return {
    ...Object.fromEntries(methods),
    request,
    use: (...others: readonly object[]) => {
      added = [...added, ...others]
    },
    eject: (...others: readonly object[]) => {
      added = added.filter((one) => !others.includes(one))
    },
  } as unknown as HttpClient<Paths>
}

/** @throws {ClientError} one of its classes, for every failure but an error status */
async function sendByOpenapiFetch(
  client: ClientParts,
  method: string,
  path: string,
  { added, init }: { readonly added: readonly object[]; readonly init: Init | undefined },
): Promise<unknown> {
  const place = `${method} ${path}`
  const operation = Object.values(client.api.operations).find(
    (one) => one.path === path && one.method.toUpperCase() === method.toUpperCase(),
  )
  const { operationId } = operation ?? {}
  const secrets = createSecrets(client.secretMembers)
  const sent = { times: 0 }
  let answered: Answer | undefined
  try {
    // A Request would keep its listener on the signal until it is collected.
    const { signal, middleware = [], ...others } = init ?? {}
    const baseUrl = others.baseUrl === undefined ? client.baseUrl() : checkedBaseUrl(others.baseUrl)
    const { default: createHttpClient } = await import('openapi-fetch')
    const http = createHttpClient({ headers: client.headers }) as unknown as { readonly request: SendUntyped }
    const fetch = async (request: Request) => {
      refuseOtherPath(request.url.slice(baseUrl.length), path, operation)
      const call = await preparedCall(client, request, { operation, place, secrets, sent })
      const { answer } = await sendUntilAnswered(call, { ...client.limits, signal }, client)
      answered = answer
      return asResponse(answer, request.method, secrets)
    }
    return await http.request(method, path, { ...others, middleware: [...added, ...middleware], baseUrl, fetch })
  } catch (error) {
    if (error instanceof ClientError) throw error
    // What a middleware throws is its own.
    if (answered && error instanceof SyntaxError && parsed(answered.bytes) === undefined) {
      const { status, requestId } = answered
      const facts = { operationId, status, requestId }
      const failure = new UnexpectedResponseError(`${place} answered ${status} with what is not JSON`, facts)
      throw withFacts(failure, { attempts: sent.times })
    }
    const cause = safeCause(error, secrets)
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
  readonly sent: PreparedCall['sent']
}

async function preparedCall(client: ClientParts, request: Request, about: About): Promise<PreparedCall> {
  const { operation, place, secrets, sent } = about
  const { method, url } = request
  const headers = checkedHeaders(request.headers, operation?.operationId)
  addHeaders(secrets, headers)
  const body = request.body ? await request.arrayBuffer() : undefined
  const names = operation?.requestBody?.secrets
  if (body && names) addMembers(secrets, parsed(body), names)
  return {
    ...{ method, url, headers, body, secrets, place, operationId: operation?.operationId, sent },
    isRepeatable: isIdempotent(method),
    authorize: (draft) => operation && authorize(client, operation, draft, secrets),
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
function asResponse(answer: Answer, method: string, secrets: Secrets): Response {
  const { status, statusText } = answer
  const isError = status < 200 || status > 299
  const hasBody = method !== 'HEAD' && ![204, 205, 304].includes(status)
  const body = isError ? secrets.text(textOf(answer)) : answer.bytes
  const headers = withoutSecrets(answer.headers, secrets)
  return new Response(hasBody ? body : null, { status, statusText: secrets.text(statusText), headers })
}

/** A path must have the segments of its template, and for each parameter what a method would send. */
function refuseOtherPath(url: string, template: string, operation: OperationDescriptor | undefined): void {
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
  throw new InvalidRequestError(message, { operationId: operation?.operationId })
}
