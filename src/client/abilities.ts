import type { Answer } from './answer.ts'
import type { OperationDescriptor, ParameterDescriptor, SecuritySchemeDescriptor } from './descriptor.ts'
import type { Draft } from './prepared-call.ts'
import type { EncodedBody } from './raw-body.ts'
import type { Secrets } from './secrets.ts'

/**
 * What only some documents need of the runtime. A generated client brings what its document needs, so that an app does not
 * carry the rest.
 */
export interface Abilities {
  /** Writes lists, objects, cookies, JSON in parameters, and all styles of OpenAPI. */
  readonly styles?: (parameter: ParameterDescriptor, value: unknown) => string
  /** Sends credentials other than bearer tokens. */
  readonly schemes?: (draft: Draft, scheme: SecuritySchemeDescriptor, secret: string, secrets: Secrets) => void
  /** Sends and reads bodies that are not JSON. */
  readonly media?: {
    readonly encode: (
      operation: OperationDescriptor,
      value: unknown,
      wanted: string | undefined,
    ) => EncodedBody | undefined
    /** Undefined where the answer is none of the documented media types. */
    readonly decode: (answer: Answer, documented: readonly string[]) => { readonly body: unknown } | undefined
  }
}
