import { createGatewaysClient, type GatewaysClientOptions } from '../../src/index.ts'
import { type FakeClock, fakeClock } from '../client/fake-clock.ts'
import { type Reply, reply, stubFetch } from '../client/pets.ts'

export const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
export const apiKey = 'wandb-key-of-a-test'
export const token = 'token-of-a-test'
export const base = 'https://api.coreweave.com/v1alpha1/inference/gateways'

/** What a caller asks for. */
export const asked = { name: 'demo', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }
export const withKey = {
  name: 'demo',
  zones: ['US-EAST-04A'],
  weightsAndBiasesAuth: { apiKey, serverUrl: 'https://api.wandb.ai' },
  pathBasedRouting: {},
}

/** A gateway as the service returns it; with null for a status it has none. */
export function gateway(status: string | number | null = 'STATUS_READY', spec: object = {}, more: object = {}) {
  return {
    spec: { id, organizationId: 'org-1', ...asked, ...spec },
    status: { ...(status !== null && { status }), createdAt: '2026-05-06T09:30:00Z', ...more },
  }
}

export function found(...args: Parameters<typeof gateway>): Reply {
  return reply(200, { gateway: gateway(...args) })
}

export const notFound = reply(404, { code: 5, message: 'The gateway does not exist.' })
export const exists = reply(409, { code: 6, message: 'A gateway with this identifier exists.' })

/** A client of a stubbed service, by the clock of the test. */
export function stubbed(
  replies: readonly Reply[],
  options: GatewaysClientOptions = {},
  clock: FakeClock = fakeClock(),
) {
  const { fetch, sent } = stubFetch(replies, clock)
  const gateways = createGatewaysClient({ clock, fetch, token, ...options })
  const requests = () => sent.map(({ method, url }) => `${method} ${url.replace(base, '')}`)
  const bodies = () => sent.filter(({ text }) => text !== '').map(({ text }) => JSON.parse(text))
  return { gateways, clock, sent, requests, bodies }
}
