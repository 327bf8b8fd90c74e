export type { Credential, Credentials } from './credentials.ts'
export type { ApiDescriptor, OperationDescriptor, ParameterDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'
export { ApiError, ClientError, InvalidRequestError, UnexpectedResponseError } from './errors.ts'
export type { ParameterValues } from './parameters.ts'
export type { RawBody } from './request-body.ts'
export {
  type CallInput,
  type CallOptions,
  type ClientOptions,
  createRuntime,
  type HttpClient,
  type Runtime,
} from './runtime.ts'
