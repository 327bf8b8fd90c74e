/** The published surface: a client for the inference gateways API that checks what it sends. */
import { type Validators, validation } from './client/index.ts'
import { type GatewaysClient, type GatewaysClientOptions, gatewaysClient } from './gateways/gateways-client.ts'
import { requestValidators } from './gateways/request-validators.ts'

export * from './gateways/index.ts'

/**
 * Makes a client for the inference gateways API.
 *
 * @throws {ConfigurationError} for an option that cannot be meant
 */
export function createGatewaysClient(options: GatewaysClientOptions = {}): GatewaysClient {
  return gatewaysClient(options, validation(requestValidators, loadResponseValidators))
}

async function loadResponseValidators(): Promise<Validators> {
  return (await import('./gateways/response-validators.ts')).responseValidators
}
