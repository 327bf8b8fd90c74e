import type { Handler, SandboxRequest, SandboxResponse } from '../../../src/sandbox/handler.ts'

/** Puts a fault, or a harmless variation, round the sandbox's handler. A new one for each run: it may remember. */
export type Plant = (handler: Handler) => Handler

/** A fault that a service can have, and the check that is meant to catch it. */
export interface Mutant {
  /** Reads as a sentence. */
  readonly id: string
  readonly caughtBy: string
  readonly plant: Plant
}

/** Something that a service may do under the contract, and that must raise nothing. */
export interface Variant {
  readonly id: string
  readonly plant: Plant
  /** The one warning that it may raise: the contract tolerates it and is worth a look. */
  readonly warning?: string
}

export type Action = 'create' | 'list' | 'parameters' | 'get' | 'update' | 'delete' | 'other'

// biome-ignore lint/suspicious/noExplicitAny: mutants break shapes on purpose
export type Loose = any

const base = '/v1alpha1/inference/gateways'

/** What a request asks for, by its method and path alone. */
export function actionOf({ method, url }: SandboxRequest): Action {
  const path = url.split('?')[0] ?? ''
  if (path === base) return method === 'POST' ? 'create' : method === 'GET' ? 'list' : 'other'
  if (path === `${base}/parameters`) return method === 'GET' ? 'parameters' : 'other'
  if (!/^[^/]+$/.test(path.slice(base.length + 1))) return 'other'
  const actions: Record<string, Action> = { GET: 'get', PATCH: 'update', DELETE: 'delete' }
  return actions[method] ?? 'other'
}

export function idOf({ url }: SandboxRequest): string {
  return decodeURIComponent((url.split('?')[0] ?? '').split('/').at(-1) ?? '').toLowerCase()
}

export function bodyOf({ body }: { readonly body: string | Uint8Array }): Loose {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

export function withBody(response: SandboxResponse, body: unknown): SandboxResponse {
  const { 'content-length': _, ...headers } = response.headers
  return { ...response, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): SandboxResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** Edits the body of every success of some actions; what is returned takes its place. */
export function answers(actions: readonly Action[], edit: (body: Loose, request: SandboxRequest) => unknown): Plant {
  return responses(actions, (response, request) =>
    response.status < 300 ? withBody(response, edit(bodyOf(response), request)) : response,
  )
}

/** Edits every gateway that a success shows, in lists too. */
export function gateways(
  edit: (gateway: Loose, request: SandboxRequest) => unknown,
  actions: readonly Action[] = shown,
): Plant {
  return answers(actions, (body, request) => {
    if (body?.items) return { ...body, items: body.items.map((item: Loose) => edit(item, request)) }
    return body?.gateway ? { ...body, gateway: edit(body.gateway, request) } : body
  })
}

export const shown: readonly Action[] = ['create', 'list', 'get', 'update', 'delete']

/** Edits whole answers of some actions. */
export function responses(
  actions: readonly Action[],
  edit: (response: SandboxResponse, request: SandboxRequest) => SandboxResponse,
): Plant {
  return (handler) => async (request) => {
    const response = await handler(request)
    return actions.includes(actionOf(request)) ? edit(response, request) : response
  }
}

/** Edits every refusal. */
export function errors(edit: (response: SandboxResponse, request: SandboxRequest) => SandboxResponse): Plant {
  return (handler) => async (request) => {
    const response = await handler(request)
    return response.status >= 400 ? edit(response, request) : response
  }
}

/** Edits the JSON body of a request before the service sees it: so a rule is no longer enforced. */
export function requests(actions: readonly Action[], edit: (body: Loose, request: SandboxRequest) => unknown): Plant {
  return (handler) => (request) => {
    const body = bodyOf(request)
    if (!actions.includes(actionOf(request)) || typeof body !== 'object' || body === null) return handler(request)
    return handler({ ...request, body: new TextEncoder().encode(JSON.stringify(edit(body, request))) })
  }
}

/** Edits the headers of a request before the service sees them. */
export function headers(
  actions: readonly Action[],
  edit: (headers: Record<string, string>) => Record<string, string>,
): Plant {
  return (handler) => (request) =>
    handler(actions.includes(actionOf(request)) ? { ...request, headers: edit({ ...request.headers }) } : request)
}

/** Answers in the service's stead where a condition holds. */
export function instead(
  isMeant: (request: SandboxRequest) => boolean,
  answer: (request: SandboxRequest) => SandboxResponse,
): Plant {
  return (handler) => (request) => (isMeant(request) ? answer(request) : handler(request))
}

/** A request of the suite's own to the service, such as a second look. */
export async function ask(handler: Handler, like: SandboxRequest, method: string, path = ''): Promise<SandboxResponse> {
  const { 'content-type': _, ...rest } = like.headers
  return handler({ method, url: `${base}${path}`, headers: rest, body: new Uint8Array() })
}

/** Answers a create under an identifier that exists in another way than with the refusal that it was given. */
export function repeatedCreate(
  answer: (handler: Handler, request: SandboxRequest, refusal: SandboxResponse) => ReturnType<Handler>,
): Plant {
  return (handler) => async (request) => {
    const response = await handler(request)
    if (actionOf(request) !== 'create' || response.status !== 409) return response
    return answer(handler, request, response)
  }
}
