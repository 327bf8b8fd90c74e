import type {
  CreateGatewayRequestBody,
  Gateway,
  UpdateGatewayRequestBody,
  UpdateGatewayResponse200,
} from '../../generated/types.ts'
import type { CallOptions, CallResult, InvalidRequestError } from '../client/index.ts'
import type { Shared } from '../client/on-demand.ts'
import { changedSpecification } from './changed-specification.ts'
import { gatewayId } from './gateway-id.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { guarded } from './guarded.ts'

/** What an update takes beside the specification. */
export interface UpdateOptions extends CallOptions {
  /**
   * Says that the stored Weights & Biases key may be kept or lost: reads never return it, and whether an update without it
   * keeps it is not published. Without this, such an update is refused.
   */
  readonly keepApiKey?: 'unknown' | undefined
}

/** Everything that a gateway shall be; the identifier is added. */
export type WholeSpecification = CreateGatewayRequestBody

/** What shall be different from what is stored. */
export type GatewayChanges = Partial<UpdateGatewayRequestBody>

/** Replaces the specification of a gateway. */
export interface UpdateGateway<Result> {
  /** With the identifier, everything that the gateway shall be. */
  (id: string, specification: WholeSpecification, options?: UpdateOptions): Promise<Result>
  /**
   * With a gateway as it was read, what shall be different; the rest is sent as it was read. Another authentication or
   * routing takes the place of the stored one. What others changed since the read is overwritten.
   */
  (gateway: Gateway | undefined, changes: GatewayChanges, options?: UpdateOptions): Promise<Result>
}

/** Both forms of an update. */
export type UpdateArguments = [target: string | Gateway | undefined, changes: object, options?: UpdateOptions]

/**
 * An update that sends the whole specification, because an update replaces it, and that never drops a stored key silently.
 */
export function updateGateway(
  parts: GatewayParts,
  ...given: UpdateArguments
): Promise<CallResult<UpdateGatewayResponse200>> {
  return guarded(parts.shared, 'updateGateway', () => updated(parts, ...given))
}

async function updated(
  { client, limits, shared }: GatewayParts,
  ...[target, changes, updateOptions = {}]: UpdateArguments
): Promise<CallResult<UpdateGatewayResponse200>> {
  shared.limits(updateOptions, limits)
  const { keepApiKey, ...options } = updateOptions
  const id = gatewayId(shared, target, 'updateGateway')
  if (typeof changes !== 'object' || changes === null) throw refusal(shared, 'updateGateway needs a specification')
  const stored = typeof target === 'string' ? undefined : target?.spec
  const body = { ...(stored ? changedSpecification(stored, changes) : changes), id } as UpdateGatewayRequestBody
  const given: unknown = Reflect.get(changes, 'id')
  if (given !== undefined && given !== id) throw refusal(shared, `The id in the body is not that of the gateway ${id}`)
  if (mayDropKey(body, stored) && keepApiKey !== 'unknown') throw refusal(shared, explanation)
  return client.withResponse.updateGateway(id, body, { ...options, idempotent: options.idempotent ?? true })
}

/** A gateway that was read without these settings has no key stored. */
function mayDropKey(
  { weightsAndBiasesAuth: auth }: UpdateGatewayRequestBody,
  stored: Gateway['spec'] | undefined,
): boolean {
  if (typeof auth !== 'object' || auth === null) return false
  const key: unknown = Object.hasOwn(auth, 'apiKey') ? auth.apiKey : undefined
  const hasKey = typeof key === 'string' && key !== ''
  return !hasKey && (stored === undefined || Boolean(stored.weightsAndBiasesAuth))
}

const explanation =
  'The update holds weightsAndBiasesAuth without apiKey. Reads never return a stored key, and whether an update without ' +
  "it keeps it is not published: pass weightsAndBiasesAuth.apiKey, or keepApiKey: 'unknown' if it may be lost"

function refusal({ InvalidRequestError }: Shared, message: string): InvalidRequestError {
  return new InvalidRequestError(`${message}; nothing was sent`, { operationId: 'updateGateway' })
}
