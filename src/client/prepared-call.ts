import type { OperationDescriptor } from './descriptor.ts'
import type { RawBody } from './raw-body.ts'
import type { Secrets } from './secrets.ts'

/** One call, ready to be sent as often as it takes. */
export interface PreparedCall {
  readonly operationId: string | undefined
  /** What messages call it: the method and the path template. */
  readonly place: string
  readonly method: string
  readonly url: string
  /** By their names in lower case; a plain object, because engines make Headers of it in any case. */
  readonly headers: { readonly [name: string]: string }
  readonly body: RawBody | undefined
  /** Whether it may be sent again. */
  readonly isRepeatable: boolean
  readonly secrets: Secrets
  /** How often it was sent so far. */
  attempts: number
  /** As the operation has it; the credentials are added to each attempt. */
  readonly security: OperationDescriptor['security']
}

/** What credentials are added to. */
export interface Draft {
  url: string
  readonly headers: { [name: string]: string }
}
