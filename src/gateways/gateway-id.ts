import type { Gateway } from '../../generated/types.ts'
import type { Shared } from '../client/on-demand.ts'

/**
 * The identifier of a gateway that is given by it or as the service answered.
 *
 * @throws {InvalidRequestError} when there is none
 */
export function gatewayId(
  { InvalidRequestError }: Shared,
  gateway: Gateway | string | undefined,
  operationId: string,
): string {
  const id = typeof gateway === 'string' ? gateway : gateway?.spec?.id
  if (typeof id === 'string' && id !== '') return id
  throw new InvalidRequestError(`${operationId} needs a gateway with an identifier`, { operationId })
}
