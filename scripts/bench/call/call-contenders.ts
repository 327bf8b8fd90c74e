import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import createHttpClient from 'openapi-fetch'
import type { paths } from '../../generated/types.ts'
import { createGatewaysClient as createBareClient } from '../../src/bare.ts'
import { createGatewaysClient } from '../../src/index.ts'

/** What answers instead of a service. */
export type Fetch = (input: Request | string, init?: RequestInit) => Promise<Response>

/** One way to create a gateway. */
export interface CallContender {
  readonly name: string
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
    spec: { ...body, organizationId: 'org-bench', endpointConfiguration: 'ENDPOINT_CONFIGURATION_DEFAULT' },
    status: { status: 'STATUS_CREATING', createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  },
}

/** All of them send these, so that none has less to do; a client of ours sets the same by itself. */
const headers = { accept: 'application/json', authorization: `Bearer ${token}` }

/** The least that a call takes: what the others take more is theirs. */
export const bare: CallContender = {
  name: 'bare fetch',
  client: (fetch) => async () => {
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    const response = await fetch(server + path, { ...init, body: JSON.stringify(body) })
    return response.json()
  },
}

/** What our overhead is held against. */
export const openapiFetch: CallContender = {
  name: 'openapi-fetch alone',
  client: (fetch) => {
    const http = createHttpClient<paths>({ baseUrl: server, headers, fetch })
    return async () => (await http.POST(path, { body })).data
  },
}

/** The client of both entries of the package, as it is by default. */
export const own: readonly CallContender[] = [
  {
    name: 'inference-gateways',
    client: (fetch) => {
      const { createGateway } = createGatewaysClient({ token, fetch })
      return () => createGateway(body)
    },
  },
  {
    name: 'inference-gateways/bare, which validates nothing',
    client: (fetch) => {
      const { createGateway } = createBareClient({ token, fetch })
      return () => createGateway(body)
    },
  },
]

/** What of the peers is called here: their types are not installed with the project. */
interface Peers {
  readonly ky: {
    readonly post: (url: string, options: object) => { readonly json: () => Promise<unknown> }
  }
  readonly axios: {
    readonly create: (options: object) => {
      readonly post: (url: string, body: object) => Promise<{ readonly data: unknown }>
    }
  }
}

/** @param modules where ky and axios are installed */
export async function peers(modules: string): Promise<readonly CallContender[]> {
  const load = async (file: string) => (await import(pathToFileURL(join(modules, file)).href)).default
  const ky: Peers['ky'] = await load('ky/distribution/index.js')
  const axios: Peers['axios'] = await load('axios/index.js')
  return [
    {
      name: 'ky',
      client: (fetch) => () => ky.post(server + path, { headers, json: body, fetch }).json(),
    },
    {
      name: 'axios, its fetch adapter',
      client: (fetch) => {
        const http = axios.create({ baseURL: server, headers, adapter: 'fetch', env: { fetch, Request, Response } })
        return async () => (await http.post(path, body)).data
      },
    },
  ]
}
