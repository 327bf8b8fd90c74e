/** What both entries of the package have in common. */
export type * from '../client/index.ts'
export {
  AbortedError,
  ApiError,
  ClientError,
  ConfigurationError,
  ConnectionError,
  InvalidRequestError,
  RedirectError,
  ResponseError,
  ResponseTooLargeError,
  TimeoutError,
  UnexpectedResponseError,
  ValidationError,
  WaitError,
} from '../client/index.ts'
export type { GatewaysClient, GatewaysClientOptions } from './gateways-client.ts'
export { gatewayStatus, isFailed, isReady } from './status.ts'
export type { GatewayChanges, UpdateGateway, UpdateOptions, WholeSpecification } from './update-gateway.ts'
export type { WaitOptions, WaitProgress } from './wait.ts'
export { waitRecord } from './wait-record.ts'
