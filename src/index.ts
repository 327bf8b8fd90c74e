/** The published surface: a client for the inference gateways API, its errors and its types. */
export { type Client as GatewaysClient, createClient as createGatewaysClient } from '../generated/client.ts'
export {
  ApiError,
  type CallOptions,
  ClientError,
  type ClientOptions,
  type Credential,
  InvalidRequestError,
  UnexpectedResponseError,
} from './client/index.ts'
