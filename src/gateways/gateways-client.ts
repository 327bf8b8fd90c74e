import { type Client, createClient, type Methods } from '../../generated/client.ts'
import type { Gateway, UpdateGatewayResponse200 } from '../../generated/types.ts'
import { systemClock } from '../client/clock.ts'
import { ConfigurationError } from '../client/errors.ts'
import { createHooks } from '../client/hooks.ts'
import type { CallResult, ClientOptions, Validation, WithResponse } from '../client/index.ts'
import { defaultLimits, limitsFrom } from '../client/settings.ts'
import { safeCreate } from './create-gateway.ts'
import { safeDelete } from './delete-gateway.ts'
import { type SafeUpdate, safeUpdate, type UpdateGateway } from './update-gateway.ts'
import type { WaitOptions } from './wait.ts'
import { waitUntilDeleted } from './wait-until-deleted.ts'
import { waitUntilReady } from './wait-until-ready.ts'

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

/** The factory under both entries of the package. */
export function gatewaysClient(options: GatewaysClientOptions, validation?: Validation): GatewaysClient {
  const limits = limitsFrom(options, defaultLimits)
  if ('token' in options && (options.token === undefined || options.token === ''))
    throw new ConfigurationError('The option token is empty; pass an API access token, or leave it out to send none')
  const client = createClient({ ...options, validation })
  const clock = options.clock ?? systemClock
  const waiting = { client, clock, hooks: createHooks(options) }
  const { withResponse } = client
  const createParts = { clock, limits }
  const updateGateway = safeUpdate(client)
  const deleteGateway = safeDelete(client)
  return {
    ...client,
    withResponse: {
      ...withResponse,
      createGateway: safeCreate({
        ...createParts,
        create: withResponse.createGateway,
        read: withResponse.getGateway,
        dataOf: ({ data }) => data,
      }),
      updateGateway,
      deleteGateway,
    },
    createGateway: safeCreate({
      ...createParts,
      create: client.createGateway,
      read: client.getGateway,
      dataOf: (data) => data,
    }),
    updateGateway: async (...call: Parameters<SafeUpdate>) => (await updateGateway(...call)).data,
    deleteGateway: async (...call) => (await deleteGateway(...call)).data,
    waitUntilReady: (gateway, waitOptions) => waitUntilReady(waiting, gateway, waitOptions),
    waitUntilDeleted: (gateway, waitOptions) => waitUntilDeleted(waiting, gateway, waitOptions),
  }
}
