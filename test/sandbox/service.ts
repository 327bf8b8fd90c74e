import { expect } from 'vitest'
import type { GatewayResponse } from '../../generated/types.ts'
import * as validators from '../../generated/validators.js'
import { type GatewaysOptions, gatewaysHandler, type Handler } from '../../src/sandbox/handler.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'

export const gateways = '/v1alpha1/inference/gateways'
export const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
export const otherId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9'
export const secret = 'a key that no answer holds'
export const token = 'CW-SECRET-of-a-test'

/** A valid body for a create and, with its id, for an update. */
export const simple = { id, name: 'support-chat', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }
export const withKey = {
  ...without(simple, 'coreWeaveAuth'),
  weightsAndBiasesAuth: { apiKey: secret, serverUrl: 'https://api.wandb.ai' },
}

export function without<Value extends object, Name extends keyof Value>(value: Value, name: Name): Omit<Value, Name> {
  const { [name]: _, ...rest } = value
  return rest
}

interface Sent {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/** A service with a clock that stands until it is moved. Every answer is held against the document and searched for secrets. */
export function service(options: Partial<GatewaysOptions> = {}) {
  const clock = { ms: Date.parse('2026-05-06T09:30:00Z') }
  const store = options.store ?? sqliteStore()
  const handler = gatewaysHandler({ store, readyAfterMs: 1_000, now: () => clock.ms, ...options })
  const call = (method: string, url = gateways, sent: Sent = {}) => callHandler(handler, method, url, sent)
  const gateway = async (...sent: Parameters<typeof call>) => {
    const { status, body } = await call(...sent)
    expect([status, body]).toEqual([200, expect.anything()])
    return gatewayIn(body)
  }
  return { store, clock, handler, call, gateway }
}

export async function callHandler(handler: Handler, method: string, url: string, { body, headers = {} }: Sent) {
  const text = body instanceof Uint8Array ? body : new TextEncoder().encode(body === undefined ? '' : asText(body))
  const type = body === undefined ? undefined : { 'content-type': 'application/json' }
  const sent = { authorization: `Bearer ${token}`, ...type, ...headers }
  const { status, headers: answered, body: answer } = await handler({ method, url, headers: sent, body: text })
  expect(String(answer)).not.toContain(secret)
  expect(String(answer)).not.toContain(token)
  const result: Answer = { status, headers: answered, body: JSON.parse(String(answer)) }
  expectDocumented(method, url, result)
  return result
}

export function gatewayIn(body: unknown) {
  const { gateway }: GatewayResponse = validators.GatewayResponse(body) ? body : {}
  if (!gateway?.spec || !gateway.status) throw new Error(`no gateway in ${JSON.stringify(body)}`)
  return { spec: gateway.spec, status: gateway.status, state: gateway.status.status }
}

/** The violations of the one BadRequest among the details. */
export function violations({ status, body }: Answer): unknown {
  expect([status, body.code]).toEqual([400, 3])
  expect(body.details).toEqual([
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [expect.anything()] },
  ])
  return validators.Error(body) && body.details?.[0]?.fieldViolations?.[0]
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function expectDocumented(method: string, url: string, { status, body }: Answer): void {
  const one = /gateways\/(?!parameters)/.test(url)
  const operation = url.includes('/parameters')
    ? 'getGatewayParameters'
    : {
        GET: one ? 'getGateway' : 'listGateways',
        POST: 'createGateway',
        PATCH: 'updateGateway',
        DELETE: 'deleteGateway',
      }[method]
  const { operationValidators: _, requestValidators: _1, responseValidators: _2, ...named } = validators
  const bodies: Readonly<Record<string, validators.Validator<unknown>>> = named
  const validator = bodies[`${operation}Response${status}`] ?? validators.Error
  expect([validator(body), validator.errors]).toEqual([true, null])
  if (status !== 200) expect(body).toMatchObject({ code: expect.any(Number), message: expect.any(String) })
}
