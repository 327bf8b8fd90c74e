import type { Abilities } from './abilities.ts'
import { withoutSecrets } from './answer.ts'
import { call } from './call.ts'
import { clientParts } from './client-parts.ts'
import type { ApiDescriptor, OperationDescriptor } from './descriptor.ts'
import { type HttpClient, httpClient } from './http-client.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import type { CallInput } from './parameters.ts'

/** Calls one operation and resolves to its documented body. */
export type Call = <Data>(operation: OperationDescriptor, input: CallInput, options?: CallOptions) => Promise<Data>

/** An answer with what stands around its body. */
export interface CallResult<Data> {
  readonly data: Data
  readonly status: number
  readonly headers: Headers
  /** The `x-request-id` of the answer. */
  readonly requestId: string | undefined
}

/** The same methods, resolving to the whole answer. */
export type WithResponse<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => Promise<infer Data>
    ? (...args: Args) => Promise<CallResult<Data>>
    : never
}

/** What generated methods are made of. */
export interface Runtime<Paths extends object> {
  /** An openapi-fetch client with the same base URL, credentials, retries and limits. */
  readonly http: HttpClient<Paths>
  /** @throws {ClientError} one of its classes, for every failure */
  readonly call: Call
  /** Makes methods that resolve to the whole answer out of those that resolve to its body. */
  readonly withResponse: <Methods extends object>(methods: (call: Call) => Methods) => WithResponse<Methods>
}

/**
 * Makes the runtime of one client.
 *
 * @param abilities what the document needs beyond plain parameters, bearer tokens and JSON
 * @throws {ConfigurationError} for an option that cannot be meant
 */
export function createRuntime<Paths extends object>(
  api: ApiDescriptor,
  options: ClientOptions,
  abilities: Abilities = {},
): Runtime<Paths> {
  const client = clientParts(api, options, abilities)
  const result = async (...args: Parameters<Call>) => {
    const { data, answer, secrets } = await call(client, ...args)
    const { status, requestId } = answer
    return { data, status, requestId, headers: withoutSecrets(answer.headers, secrets) }
  }
  return {
    http: httpClient<Paths>(client),
    call: (operation, input, callOptions) =>
      call(client, operation, input, callOptions).then(({ data }) => data as never),
    withResponse: (methods) => methods(result as Call) as WithResponse<ReturnType<typeof methods>>,
  }
}
