import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import createHttpClient from 'openapi-fetch'
import type { paths } from '../../../generated/types.ts'
import { createGatewaysClient as createBareClient } from '../../../src/bare.ts'
import { createGatewaysClient } from '../../../src/index.ts'

/** What answers instead of a service. */
export type Fetch = (input: Request | string, init?: RequestInit) => Promise<Response>

/** One way to create a gateway. */
export interface CallContender {
  readonly name: string
  /** What it does in a call beside sending and reading. */
  readonly makes: string
  /** Makes its client once; what is returned makes one call and resolves to the body of the answer. */
  readonly client: (fetch: Fetch) => () => Promise<unknown>
}

const server = 'https://api.coreweave.com'
const path = '/v1alpha1/inference/gateways'
const token = 'CW-SECRET-0123456789abcdefghijklmnopqrstuvwxyz'

const body = {
  id: '6f0d1a52-9f0e-4b58-8c1f-2b7a3f5d9e10',
  name: 'bench',
  zones: ['US-EAST-04A'],
  coreWeaveAuth: {},
  pathBasedRouting: {},
}

/** What the service is taken to answer. */
export const answer = {
  gateway: {
    spec: { ...body, organizationId: 'org-bench', endpointConfiguration: {} },
    status: { status: 'STATUS_CREATING', createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  },
}

/** All of them send these, so that none has less to do; a client of ours sets the same by itself. */
const headers = { accept: 'application/json', authorization: `Bearer ${token}` }

/** The least that a call takes: what the others take more is theirs. */
export const bare: CallContender = {
  name: 'bare fetch',
  makes: 'requests alone',
  client: (fetch) => async () => {
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    const response = await fetch(server + path, { ...init, body: JSON.stringify(body) })
    return response.json()
  },
}

/** What our overhead is held against. */
export const openapiFetch: CallContender = {
  name: 'openapi-fetch alone',
  makes: 'typed; no validation, no retries',
  client: (fetch) => {
    const http = createHttpClient<paths>({ baseUrl: server, headers, fetch })
    return async () => (await http.POST(path, { body })).data
  },
}

/** Ours with its defaults: it validates, retries and keeps to its times. */
export const ownName = 'inference-gateways'

/** The client of both entries of the package, as it is by default, and as it validates most. */
export const own: readonly CallContender[] = [
  {
    name: ownName,
    makes: 'typed, validates requests, retries, keeps times',
    client: (fetch) => {
      const { createGateway } = createGatewaysClient({ token, fetch })
      return () => createGateway(body)
    },
  },
  {
    name: 'inference-gateways, answers too',
    makes: 'typed, validates requests and answers, retries, keeps times',
    client: (fetch) => {
      const { createGateway } = createGatewaysClient({ token, fetch, validate: 'all' })
      return () => createGateway(body)
    },
  },
  {
    name: 'inference-gateways/bare, without validation',
    makes: 'typed, retries, keeps times',
    client: (fetch) => {
      const { createGateway } = createBareClient({ token, fetch })
      return () => createGateway(body)
    },
  },
]

/** What of the peers is called here: their types are not installed with the project. */
interface Peers {
  readonly ky: {
    readonly create: (options: object) => {
      readonly post: (url: string, options: object) => { readonly json: () => Promise<unknown> }
    }
  }
  readonly axios: {
    readonly create: (options: object) => {
      readonly post: (url: string, body: object) => Promise<{ readonly data: unknown }>
    }
  }
  readonly ofetch: {
    readonly createFetch: (options: object) => (url: string, options: object) => Promise<unknown>
  }
  readonly heyApi: {
    readonly client: { readonly setConfig: (options: object) => void }
    readonly createGateway: (options: object) => Promise<{ readonly data: unknown }>
  }
  readonly redocly: {
    readonly configure: (options: object) => void
    readonly createGateway: (body: object) => Promise<unknown>
  }
}

/**
 * @param modules where the peers are installed
 * @param clients where the clients are that some of them generate
 */
export async function peers(modules: string, clients: string): Promise<readonly CallContender[]> {
  const load = (folder: string, file: string) => import(pathToFileURL(join(folder, file)).href)
  const { default: ky }: { default: Peers['ky'] } = await load(modules, 'ky/distribution/index.js')
  const { default: axios }: { default: Peers['axios'] } = await load(modules, 'axios/index.js')
  const ofetch: Peers['ofetch'] = await load(modules, 'ofetch/dist/node.mjs')
  const heyApi: Peers['heyApi'] = await load(clients, 'hey-api.js')
  const redocly: Peers['redocly'] = await load(clients, 'redocly.js')
  const json = { ...headers, 'content-type': 'application/json' }
  return [
    {
      name: 'hey-api’s client',
      makes: 'typed; no validation, no retries',
      client: (fetch) => {
        heyApi.client.setConfig({ baseUrl: server, auth: token, headers: { accept: headers.accept }, fetch })
        return async () => (await heyApi.createGateway({ body })).data
      },
    },
    {
      name: 'redocly generate-client',
      makes: 'typed; no validation, retries when told to',
      client: (fetch) => {
        redocly.configure({ serverUrl: server, fetch, auth: { bearer: token } })
        return () => redocly.createGateway({ body })
      },
    },
    {
      name: 'ky',
      makes: 'retries, keeps times; no types of the API, no validation',
      client: (fetch) => {
        const api = ky.create({ headers, fetch })
        return () => api.post(server + path, { json: body }).json()
      },
    },
    {
      name: 'ofetch',
      makes: 'retries; keeps times when told to; no types of the API, no validation',
      client: (fetch) => {
        const ofetched = ofetch.createFetch({
          fetch,
          Headers,
          AbortController,
          defaults: { baseURL: server, headers: json },
        })
        return () => ofetched(path, { method: 'POST', body })
      },
    },
    {
      name: 'axios with its fetch adapter',
      makes: 'requests alone; no types of the API, no validation',
      client: (fetch) => {
        const http = axios.create({ baseURL: server, headers, adapter: 'fetch', env: { fetch, Request, Response } })
        return async () => (await http.post(path, body)).data
      },
    },
  ]
}
