/** The published surface without validators, for where every byte counts. */
import { type GatewaysClient, type GatewaysClientOptions, gatewaysClient } from './gateways/gateways-client.ts'

export * from './gateways/index.ts'

/**
 * Makes a client for the inference gateways API that leaves it to the service to check requests.
 *
 * @throws {ConfigurationError} for an option that cannot be meant, `validate` among them
 */
export function createGatewaysClient(options: Omit<GatewaysClientOptions, 'validate'> = {}): GatewaysClient {
  return gatewaysClient(options)
}
