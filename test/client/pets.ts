import {
  type ApiDescriptor,
  type Call,
  type CallOptions,
  type ClientOptions,
  type Clock,
  createRuntime,
  media,
  type OperationDescriptor,
  schemes,
  styles,
} from '../../src/client/index.ts'

const petId = { name: 'petId', in: 'path', required: true, style: 'simple', explode: false } as const
const one = { path: '/pets/{petId}', parameters: [{ ...petId, type: 'string', reserved: ['mine'] }] } as const
const pet = { 200: ['application/json'], default: ['application/json'] } as const
const shared = { responses: pet, results: { 200: ['object'] }, security: [{ bearer: [] }] } as const
const requestBody = { required: true, mediaTypes: ['application/json'] } as const

/** A service that has nothing to do with gateways. */
export const api = {
  servers: ['https://pets.example.com/v1'],
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  secrets: ['apiKey'],
  operations: {
    listPets: {
      ...shared,
      operationId: 'listPets',
      method: 'get',
      path: '/pets',
      parameters: [{ name: 'tag', in: 'query', required: false, style: 'form', explode: true }],
      results: { 200: ['array'] },
    },
    createPet: { ...shared, operationId: 'createPet', method: 'post', path: '/pets', parameters: [], requestBody },
    getPet: { ...shared, ...one, operationId: 'getPet', method: 'get' },
    replacePet: { ...shared, ...one, operationId: 'replacePet', method: 'put', requestBody },
    updatePet: { ...shared, ...one, operationId: 'updatePet', method: 'patch', requestBody },
    deletePet: { ...shared, ...one, operationId: 'deletePet', method: 'delete', responses: { 204: [] }, results: {} },
    uploadPhoto: {
      ...shared,
      operationId: 'uploadPhoto',
      method: 'put',
      path: '/pets/{petId}/photo',
      parameters: one.parameters,
      requestBody: { required: true, mediaTypes: ['application/octet-stream', 'multipart/form-data'] },
    },
  },
} as const satisfies ApiDescriptor

interface Paths {
  '/pets/{petId}': {
    get: {
      parameters: { path: { petId: string } }
      responses: {
        200: { content: { 'application/json': object } }
        default: { content: { 'application/json': { message?: string } } }
      }
    }
    put: {
      parameters: { path: { petId: string } }
      requestBody: { content: { 'application/json': object } }
      responses: { 200: { content: { 'application/json': object } } }
    }
  }
  '/undocumented': { get: { responses: { 200: { content: { 'application/json': object } } } } }
}

type Operations = Record<keyof typeof api.operations, OperationDescriptor>

const methodsOf = (operations: Operations) => (call: Call) => {
  const path = (id: string) => ({ path: { petId: id } })
  return {
    listPets: (options?: CallOptions & { query?: { tag?: string } }) =>
      call<unknown>(operations.listPets, { parameters: { query: options?.query } }, options),
    createPet: (body: unknown, options?: CallOptions) => call<unknown>(operations.createPet, { body }, options),
    getPet: (id: string, options?: CallOptions) => call<unknown>(operations.getPet, { parameters: path(id) }, options),
    replacePet: (id: string, body: unknown, options?: CallOptions) =>
      call<unknown>(operations.replacePet, { parameters: path(id), body }, options),
    updatePet: (id: string, body: unknown, options?: CallOptions) =>
      call<unknown>(operations.updatePet, { parameters: path(id), body }, options),
    deletePet: (id: string, options?: CallOptions) =>
      call<unknown>(operations.deletePet, { parameters: path(id) }, options),
    uploadPhoto: (id: string, body: unknown, options?: CallOptions) =>
      call<unknown>(operations.uploadPhoto, { parameters: path(id), body }, options),
  }
}

/** A client as the generator writes them. */
export function petsClient(options: ClientOptions = {}, descriptor: ApiDescriptor & { operations: Operations } = api) {
  const { http, call, withResponse } = createRuntime<Paths>(descriptor, options, { media, schemes, styles })
  const methods = methodsOf(descriptor.operations)
  return { http, call, ...methods(call), withResponse: withResponse(methods) }
}

export type Pets = ReturnType<typeof petsClient>

/** Each method once, with arguments that are in order. */
export const calls = {
  listPets: (pets: Pets, options?: CallOptions) => pets.listPets(options),
  getPet: (pets: Pets, options?: CallOptions) => pets.getPet('7', options),
  replacePet: (pets: Pets, options?: CallOptions) => pets.replacePet('7', { name: 'Rex' }, options),
  deletePet: (pets: Pets, options?: CallOptions) => pets.deletePet('7', options),
  createPet: (pets: Pets, options?: CallOptions) => pets.createPet({ name: 'Rex' }, options),
  updatePet: (pets: Pets, options?: CallOptions) => pets.updatePet('7', { name: 'Rex' }, options),
} as const

/** One request as a stubbed fetch got it. */
export interface Sent {
  readonly request: Request
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** By the clock of the test. */
  readonly atMs: number
}

export type Reply = () => Response | Promise<Response>

/** A fetch that gives one reply after the other, the last over and over. */
export function stubFetch(replies: readonly Reply[], clock?: Clock) {
  const sent: Sent[] = []
  const fetch = async (target: string, init: RequestInit): Promise<Response> => {
    const request = new Request(target, init)
    const { method, url } = request
    const index = sent.length
    const atMs = clock?.now() ?? 0
    sent.push({ request, method, url, headers: Object.fromEntries(request.headers), text: '', atMs })
    sent[index] = { ...(sent[index] as Sent), text: await request.text() }
    const reply = replies[Math.min(index, replies.length - 1)]
    if (!reply) throw new Error('No request was expected.')
    return reply()
  }
  return { fetch, sent }
}

export function reply(status: number, value?: unknown, headers: Record<string, string> = {}): Reply {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const type = typeof value === 'string' ? 'text/plain' : 'application/json'
  return () =>
    new Response(value === undefined ? null : text, { status, headers: { 'content-type': type, ...headers } })
}

/** What every operation of the pets takes for a success, by its method. */
export function success(operation: keyof typeof calls): Reply {
  if (operation === 'deletePet') return () => new Response(null, { status: 204 })
  return reply(200, operation === 'listPets' ? [] : { name: 'Rex' })
}

/** What the global fetch says when there is no connection. */
export function lost(): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) })
}
