import { type Client, createClient, type Methods } from '../../generated/client.ts'
import type { CreateGatewayRequestBody, Gateway, UpdateGatewayResponse200 } from '../../generated/types.ts'
import type { CallOptions, CallResult, ClientOptions, Validation, WithResponse } from '../client/index.ts'
import { onDemand, shared } from '../client/on-demand.ts'
import { refuseOption } from '../client/refuse-option.ts'
import { settingsFrom } from '../client/settings.ts'
import { type CreateForm, createGateway, type Later } from './create-gateway.ts'
import type { UpdateArguments, UpdateGateway } from './update-gateway.ts'
import type { WaitOptions } from './wait.ts'

/** How a client for gateways is made. Validation is built in, or left out in `inference-gateways/bare`. */
export type GatewaysClientOptions = Omit<ClientOptions, 'validation'>

/** Calls the inference gateways API. */
export interface GatewaysClient extends Omit<Client, 'updateGateway' | 'withResponse'> {
  /**
   * Starts a gateway and resolves at once; `waitUntilReady` tells when it serves. Without an `id` a random one is added, so
   * that the call can be repeated and there is one gateway even where an answer is lost. If it fails, the error's
   * `resourceId` is the identifier that was sent.
   */
  readonly createGateway: Client['createGateway']
  /** Replaces the specification of a gateway; sends the whole of it, and refuses to drop a stored key silently. */
  readonly updateGateway: UpdateGateway<UpdateGatewayResponse200>
  /** The same methods, resolving to `{ data, status, headers, requestId }`. */
  readonly withResponse: Omit<WithResponse<Methods>, 'updateGateway'> & {
    readonly updateGateway: UpdateGateway<CallResult<UpdateGatewayResponse200>>
  }
  /**
   * Polls a gateway until it serves, and resolves to it.
   *
   * @throws {WaitError} when it fails, does not exist or takes too long; `wait` tells what was seen
   */
  waitUntilReady(gateway: Gateway | string | undefined, options?: WaitOptions): Promise<Gateway>
  /**
   * Polls a gateway until it does not exist any more.
   *
   * @throws {WaitError} when it takes too long; `wait` tells what was seen
   */
  waitUntilDeleted(gateway: Gateway | string | undefined, options?: WaitOptions): Promise<void>
}

/** What a wait has seen that did not begin. */
const nothingSeen = { wait: { last: undefined, history: [] } }

/** The factory under both entries of the package. */
export function gatewaysClient(options: GatewaysClientOptions, validation?: Validation): GatewaysClient {
  if (typeof options !== 'object' || options === null) refuseOption('options', 'an object', options)
  if ('token' in options && !options.token)
    refuseOption('token', 'a token that is not empty, or left out to send none', options.token)
  const complete = { ...options, validation }
  const client = createClient(complete)
  const parts = { ...settingsFrom(complete), client, shared }
  const later: Later = (operationId, callOptions, facts) =>
    onDemand(() => import('./later.ts'), operationId, { operationId, ...facts }, parts, callOptions)
  const updateGateway = async (...[target, changes, callOptions]: UpdateArguments) =>
    (await later('updateGateway', callOptions)).updateGateway(parts, target, changes, callOptions)
  const create =
    <Result>(form: CreateForm<Result>) =>
    (body: CreateGatewayRequestBody, callOptions?: CallOptions) =>
      createGateway(parts, later, form, body, callOptions)
  const withResponse: GatewaysClient['withResponse'] = {
    ...client.withResponse,
    createGateway: create({ send: client.withResponse.createGateway, resultOf: (answer) => answer }),
    updateGateway,
    deleteGateway: async (id, callOptions) =>
      (await later('deleteGateway', callOptions)).deleteGateway(parts, id, callOptions),
  }
  return {
    ...client,
    withResponse,
    createGateway: create({ send: client.createGateway, resultOf: ({ data }) => data }),
    updateGateway: async (...call: UpdateArguments) => (await updateGateway(...call)).data,
    deleteGateway: async (...call) => (await withResponse.deleteGateway(...call)).data,
    waitUntilReady: async (gateway, waitOptions) =>
      (await later('waitUntilReady', waitOptions, nothingSeen)).waitUntilReady(parts, gateway, waitOptions),
    waitUntilDeleted: async (gateway, waitOptions) =>
      (await later('waitUntilDeleted', waitOptions, nothingSeen)).waitUntilDeleted(parts, gateway, waitOptions),
  }
}
