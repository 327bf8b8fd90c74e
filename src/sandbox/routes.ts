import {
  createGateway,
  deleteGateway,
  getGateway,
  getGatewayParameters,
  listGateways,
  type Operation,
  updateGateway,
} from './operations.ts'
import { decoded } from './query.ts'

type Methods = ReadonlyMap<string, Operation>

export interface Route {
  readonly methods: Methods
  /** Empty for a path without one. */
  readonly id: string
}

const base = '/v1alpha1/inference/gateways'
const all: Methods = new Map([
  ['GET', listGateways],
  ['POST', createGateway],
])
const parameters: Methods = new Map([['GET', getGatewayParameters]])
const one: Methods = new Map([
  ['GET', getGateway],
  ['PATCH', updateGateway],
  ['DELETE', deleteGateway],
])

/** What the document has at a path; undefined when nothing. */
export function routeOf(url: string): Route | undefined {
  const path = url.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0] ?? ''
  if (path === base) return { methods: all, id: '' }
  if (path === `${base}/parameters`) return { methods: parameters, id: '' }
  const segment = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : ''
  if (segment === '' || segment.includes('/')) return undefined
  // What cannot be decoded is no UUID either, and refused as such.
  return { methods: one, id: decoded(segment) ?? segment }
}
