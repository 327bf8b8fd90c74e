import type { ClientParts } from './client-parts.ts'
import { authorize } from './credentials.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { checkedHeaders } from './header-text.ts'
import type { CallOptions } from './options.ts'
import { type CallInput, serializeParameters } from './parameters.ts'
import type { PreparedCall } from './prepared-call.ts'
import { encodedBody } from './request-body.ts'
import { addMembers, createSecrets } from './secrets.ts'

/**
 * Makes of an operation and its input what is sent.
 *
 * @throws {InvalidRequestError} when it cannot be sent as it is
 */
export function prepare(
  client: ClientParts,
  operation: OperationDescriptor,
  { parameters = {}, body }: CallInput,
  { headers: given = {}, idempotent }: CallOptions,
): PreparedCall {
  const { operationId, path, requestBody } = operation
  const method = operation.method.toUpperCase()
  if (method === 'TRACE') throw new InvalidRequestError('TRACE is a method that fetch does not send', { operationId })
  if (body === undefined && requestBody?.required)
    throw new InvalidRequestError(`${operationId} needs a body`, { operationId })
  const { styles, media } = client.abilities
  const serialized = serializeParameters(operation, parameters, styles)
  const own = checkedHeaders(given, operationId)
  const encoded = body === undefined ? undefined : encodedBody(operation, body, own.get('content-type'), media)
  const secrets = createSecrets(client.secretMembers)
  addMembers(secrets, body, requestBody?.secrets ?? [])
  const headers = new Headers({ accept: accepted(operation), ...client.headers, ...serialized.headers })
  for (const [name, value] of own) {
    // A header that authenticates is a secret, with its scheme and without.
    if (/^(proxy-)?authorization$|^cookie$/.test(name)) secrets.add(value.replace(/^\w+ /, ''))
    if (name !== 'content-type' || !encoded) headers.set(name, value)
  }
  if (encoded?.mediaType) headers.set('content-type', encoded.mediaType)
  return {
    ...{ operationId, method, headers, secrets, body: encoded?.body, place: `${method} ${path}`, sent: { times: 0 } },
    url: client.baseUrl(operation) + serialized.path + (serialized.query && `?${serialized.query}`),
    isRepeatable: (idempotent ?? isIdempotent(method)) && !(encoded?.body instanceof ReadableStream),
    authorize: (draft) => authorize(client, operation, draft, secrets),
  }
}

/** Whether a method may be repeated by its nature (RFC 9110, section 9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^(POST|PATCH)$/.test(method)
}

/** The media types of all documented answers, each once. */
function accepted({ responses }: OperationDescriptor): string {
  return [...new Set(Object.values(responses).flat())].join(', ') || '*/*'
}
