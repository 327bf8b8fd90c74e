export type { Abilities } from './abilities.ts'
export type { Clock } from './clock.ts'
export type {
  ApiDescriptor,
  JsonKind,
  OperationDescriptor,
  ParameterDescriptor,
  SecuritySchemeDescriptor,
} from './descriptor.ts'
export {
  AbortedError,
  ApiError,
  ClientError,
  ConfigurationError,
  ConnectionError,
  type ErrorFacts,
  type FieldViolation,
  InvalidRequestError,
  RedirectError,
  ResponseError,
  type ResponseFacts,
  ResponseTooLargeError,
  TimeoutError,
  UnexpectedResponseError,
  ValidationError,
  type Violation,
  type WaitEnd,
  WaitError,
  type WaitRecord,
  type WaitStep,
} from './errors.ts'
export type { HttpClient } from './http-client.ts'
export { media } from './media.ts'
export type {
  CallOptions,
  ClientOptions,
  Credential,
  Credentials,
  Fetch,
  Logger,
  OperationValidators,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
  Validation,
  Validator,
  ValidatorError,
  Validators,
} from './options.ts'
export type { CallInput, ParameterValues } from './parameters.ts'
export type { RawBody } from './raw-body.ts'
export { type Call, type CallResult, createRuntime, type Runtime, type WithResponse } from './runtime.ts'
export { schemes } from './schemes.ts'
export { styles } from './styles.ts'
export { validation } from './validation.ts'
