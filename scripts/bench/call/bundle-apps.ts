/** An app that creates one gateway. */
export interface App {
  readonly name: string
  /** What of the client's work it does. */
  readonly makes: string
  readonly code: string
  /** It is made with one of the peers that are installed on first use. */
  readonly needs?: 'peers'
  /** What it may weigh, compressed, in KiB. */
  readonly budget?: number
}

const body = `{ name: 'demo', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }`
const server = 'https://api.coreweave.com'
const path = '/v1alpha1/inference/gateways'
const headers = `{ authorization: 'Bearer ' + process.env.COREWEAVE_API_TOKEN }`

/** The README's example, and the same request by hand. */
export const apps: readonly App[] = [
  {
    name: 'inference-gateways',
    makes: 'typed, validates requests, retries, keeps times',
    code: withOurs('inference-gateways'),
    budget: 14,
  },
  {
    name: 'inference-gateways/bare',
    makes: 'typed, retries, keeps times',
    code: withOurs('inference-gateways/bare'),
    budget: 9,
  },
  {
    name: 'openapi-fetch',
    makes: 'typed',
    code: `import createClient from 'openapi-fetch'
const http = createClient({ baseUrl: '${server}', headers: ${headers} })
const { data, error } = await http.POST('${path}', { body: ${body} })
if (error) throw error
export const { gateway } = data
`,
  },
  {
    name: 'hey-api’s client',
    makes: 'typed',
    code: `import { createGateway } from './hey-api/sdk.gen.ts'
const { data } = await createGateway({ baseUrl: '${server}', headers: ${headers}, body: ${body}, throwOnError: true })
export const { gateway } = data
`,
    needs: 'peers',
  },
  {
    name: 'redocly generate-client',
    makes: 'typed, retries when told to',
    code: `import { configure, createGateway } from './redocly/client.ts'
configure({ auth: { bearer: process.env.COREWEAVE_API_TOKEN } })
export const { gateway } = await createGateway({ body: ${body} })
`,
    needs: 'peers',
  },
  {
    name: 'ofetch',
    makes: 'retries; keeps times when told to',
    code: `import { ofetch } from 'ofetch'
export const { gateway } = await ofetch('${server}${path}', { method: 'POST', headers: ${headers}, body: ${body} })
`,
    needs: 'peers',
  },
  {
    name: 'ky',
    makes: 'retries, keeps times',
    code: `import ky from 'ky'
export const { gateway } = await ky.post('${server}${path}', { headers: ${headers}, json: ${body} }).json()
`,
    needs: 'peers',
  },
  {
    name: 'axios',
    makes: 'requests alone',
    code: `import axios from 'axios'
const { data } = await axios.post('${server}${path}', ${body}, { headers: ${headers} })
export const { gateway } = data
`,
    needs: 'peers',
  },
]

function withOurs(entry: string): string {
  return `import { createGatewaysClient } from '${entry}'
const gateways = createGatewaysClient({ token: process.env.COREWEAVE_API_TOKEN })
export const { gateway } = await gateways.createGateway(${body})
`
}
