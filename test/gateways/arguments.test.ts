import { describe, expect, test } from 'vitest'
import { ClientError, InvalidRequestError } from '../../src/index.ts'
import { failure } from '../client/fake-clock.ts'
import { traces } from '../client/traces.ts'
import { asked, found, gateway, id, stubbed } from './gateways.ts'

type Gateways = ReturnType<typeof stubbed>['gateways']
/** What callers of JavaScript pass. */
type Call = (gateways: Gateways) => Promise<unknown>

const path = '/v1alpha1/inference/gateways'
const none = null as never
const withGetter = {
  ...asked,
  get name(): string {
    throw new Error('of a getter')
  },
}

const unreadable = {
  get timeoutMs(): number {
    throw new Error('of a getter')
  },
}
const proxy: never = new Proxy({}, { get: () => Reflect.get(unreadable, 'timeoutMs') }) as never
/** Signals of another making. */
const signals: object[] = [
  { addEventListener: () => Reflect.get(unreadable, 'timeoutMs'), removeEventListener: () => {} },
]

const strange: [string, Call][] = [unreadable, proxy, ...signals.map((signal) => ({ signal }) as never)].flatMap(
  (options, index) => {
    const calls: [string, Call][] = [
      ['updateGateway', ({ updateGateway }) => updateGateway(id, asked, options)],
      ['withResponse.updateGateway', ({ withResponse }) => withResponse.updateGateway(id, asked, options)],
      ['deleteGateway', ({ deleteGateway }) => deleteGateway(id, options)],
      ['waitUntilReady', ({ waitUntilReady }) => waitUntilReady(id, options)],
      ['waitUntilDeleted', ({ waitUntilDeleted }) => waitUntilDeleted(id, options)],
      ['createGateway', ({ createGateway }) => createGateway(asked, options)],
      ['getGateway', ({ getGateway }) => getGateway(id, options)],
      ['http.GET', ({ http }) => http.GET(path, options)],
    ]
    return calls.map(([name, call]): [string, Call] => [`${name} with options that are strange (${index})`, call])
  },
)

const rows: [string, Call][] = [
  ...strange,
  ['updateGateway of what cannot be read', ({ updateGateway }) => updateGateway(proxy, asked)],
  ['updateGateway with changes that cannot be read', ({ updateGateway }) => updateGateway(gateway(), withGetter)],
  ['waitUntilReady of what cannot be read', ({ waitUntilReady }) => waitUntilReady(proxy)],
  ['waitUntilDeleted of what cannot be read', ({ waitUntilDeleted }) => waitUntilDeleted(proxy)],
  ['http.request without anything', ({ http }) => Reflect.apply(http.request, undefined, [])],
  ['http.request without a path', ({ http }) => Reflect.apply(http.request, undefined, ['GET'])],
  ['http.request without a method', ({ http }) => Reflect.apply(http.request, undefined, [undefined, path])],
  ['http.GET without a path', ({ http }) => Reflect.apply(http.GET, undefined, [])],
  ['updateGateway without a body', ({ updateGateway }) => Reflect.apply(updateGateway, undefined, [id])],
  ['updateGateway with null for a body', ({ updateGateway }) => updateGateway(id, none)],
  ['updateGateway of a gateway with null for changes', ({ updateGateway }) => updateGateway(gateway(), none)],
  ['updateGateway of null', ({ updateGateway }) => updateGateway(none, asked)],
  ['updateGateway with null for options', ({ updateGateway }) => updateGateway(id, asked, none)],
  ['withResponse.updateGateway with null', ({ withResponse }) => withResponse.updateGateway(id, asked, none)],
  ['waitUntilReady with null for options', ({ waitUntilReady }) => waitUntilReady(id, none)],
  ['waitUntilReady of null', ({ waitUntilReady }) => waitUntilReady(none)],
  ['waitUntilReady with a signal that is none', ({ waitUntilReady }) => waitUntilReady(id, { signal: {} as never })],
  ['waitUntilDeleted with null for options', ({ waitUntilDeleted }) => waitUntilDeleted(id, none)],
  ['waitUntilDeleted of null', ({ waitUntilDeleted }) => waitUntilDeleted(none)],
  ['http.GET with middleware that is none', ({ http }) => http.GET(path, { middleware: 5 as never })],
  ['http.GET with a signal that is none', ({ http }) => http.GET(path, { signal: {} as never })],
  ['createGateway with a getter that throws', ({ createGateway }) => createGateway(withGetter)],
  ['createGateway with null for a body', ({ createGateway }) => createGateway(none)],
  ['createGateway with null for options', ({ createGateway }) => createGateway(asked, none)],
  ['getGateway with null for options', ({ getGateway }) => getGateway(id, none)],
  ['getGateway with a signal that is none', ({ getGateway }) => getGateway(id, { signal: {} as never })],
  ['deleteGateway with null for options', ({ deleteGateway }) => deleteGateway(id, none)],
  ['listGateways with null for options', ({ listGateways }) => listGateways(none)],
]

describe('arguments that cannot be meant reject with an error of ours, and nothing is sent', () => {
  for (const validate of ['off', 'requests'] as const) {
    test.each(rows)(`with validate ${validate}: %s`, async (_, call) => {
      const { gateways, clock, sent } = stubbed([found()], { validate })
      // What is thrown at once would not be a rejection.
      const error = await failure(call(gateways))
      expect(error).toBeInstanceOf(ClientError)
      expect([sent, clock.timers]).toEqual([[], []])
    })
  }
})

test.each(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
  'a body that is JSON alone is not sent as %s',
  async (mediaType) => {
    const { gateways, sent } = stubbed([found()])
    const error = await failure(gateways.createGateway(asked, { headers: { 'Content-Type': mediaType } }))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(traces(error)).not.toContain('TypeError')
    expect(sent).toEqual([])
  },
)

test('null for the options of the raw client is no TypeError', async () => {
  const [settled] = await Promise.allSettled([stubbed([found()]).gateways.http.GET(path, none)])
  if (settled.status === 'rejected') expect(settled.reason).toBeInstanceOf(ClientError)
  else expect(settled.value.response.status).toBe(200)
})
