import type { Client as OpenapiFetchClient } from 'openapi-fetch'
import { withoutSecrets } from './answer.ts'
import { checkedBaseUrl } from './base-url.ts'
import type { ClientParts } from './client-parts.ts'
import { authorize } from './credentials.ts'
import { ClientError, InvalidRequestError, UnexpectedResponseError } from './errors.ts'
import { isIdempotent } from './prepare.ts'
import type { Draft } from './prepared-call.ts'
import { sendUntilAnswered } from './retries.ts'
import { createSecrets } from './secrets.ts'

/** The openapi-fetch client of a generated client, for what the generated methods do not cover. */
export type HttpClient<Paths extends object> = OpenapiFetchClient<Paths>

/** What openapi-fetch takes with a request, so far as it matters here. */
interface Init {
  readonly baseUrl?: string
  readonly middleware?: readonly object[]
}

/** openapi-fetch's request, without the types that a single path gives it. */
type SendUntyped = (method: string, path: string, init: object) => Promise<unknown>

/**
 * An openapi-fetch client whose requests go the way that all others go. openapi-fetch is loaded with the first of them:
 * most programs make none.
 */
export function httpClient<Paths extends object>(client: ClientParts): HttpClient<Paths> {
  let added: readonly object[] = []
  const request = (method: string, path: string, init: Init = {}) =>
    sendByOpenapiFetch(client, method, path, { ...init, middleware: [...added, ...(init.middleware ?? [])] })
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
async function sendByOpenapiFetch(client: ClientParts, method: string, path: string, init: Init): Promise<unknown> {
  const place = `${method} ${path}`
  const operation = Object.values(client.api.operations).find(
    (one) => one.path === path && one.method.toUpperCase() === method.toUpperCase(),
  )
  const { operationId, parameters = [] } = operation ?? {}
  const secrets = createSecrets(client.secretMembers)
  const baseUrl = init.baseUrl === undefined ? client.baseUrl() : checkedBaseUrl(init.baseUrl)
  let answered: Response | undefined
  // The answer is read to its end, because the limits are for the whole of it.
  const fetch = async (request: Request) => {
    const { url, signal } = request
    const reserved = parameters.flatMap((parameter) => parameter.reserved ?? [])
    if (!isOfTemplate(url.slice(baseUrl.length).replace(/[?#].*/, ''), path, reserved))
      throw new InvalidRequestError(`A path parameter of ${place} leads to another path`, { operationId })
    const call = {
      ...{
        method: request.method,
        url,
        headers: Object.fromEntries(request.headers),
        secrets,
        operationId,
        place,
        sent: { times: 0 },
      },
      body: request.body ? await request.arrayBuffer() : undefined,
      isRepeatable: isIdempotent(request.method),
      authorize: async (draft: Draft) => operation && authorize(client, operation, draft, secrets),
    }
    const { answer } = await sendUntilAnswered(call, { ...client.limits, signal }, client)
    const hasBody = request.method !== 'HEAD' && ![204, 205, 304].includes(answer.status)
    const { status, statusText } = answer
    answered = new Response(hasBody ? answer.bytes : null, {
      ...{ status, statusText, headers: withoutSecrets(answer.headers, secrets) },
    })
    return answered
  }
  try {
    const { default: createHttpClient } = await import('openapi-fetch')
    const http = createHttpClient({ headers: client.headers }) as unknown as { readonly request: SendUntyped }
    return await http.request(method, path, { ...init, baseUrl, fetch })
  } catch (error) {
    if (error instanceof ClientError) throw error
    // What the engine says may quote a header or the body.
    if (!answered) throw new InvalidRequestError(`${place} cannot be sent as it is`, { operationId })
    const { status, headers } = answered
    const facts = { operationId, status, requestId: headers.get('x-request-id') ?? undefined }
    throw new UnexpectedResponseError(`${place} answered ${status} with what is not JSON`, facts)
  }
}

/** Whether a path has the segments of its template, and for each parameter something that names no other path. */
function isOfTemplate(path: string, template: string, reserved: readonly string[]): boolean {
  const segments = path.split('/')
  const wanted = template.split('/')
  return (
    segments.length === wanted.length &&
    wanted.every((literal, index) => {
      const segment = segments[index] ?? ''
      if (!literal.includes('{')) return segment === encodeURI(literal)
      return segment !== '' && !/%7B.*%7D/i.test(segment) && !reserved.includes(decodeURIComponent(segment))
    })
  )
}
