import type { ClientParts } from './client-parts.ts'
import { authorize } from './credentials.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { checkedHeaders } from './header-text.ts'
import type { CallOptions } from './options.ts'
import { type CallInput, serializeParameters } from './parameters.ts'
import type { PreparedCall } from './prepared-call.ts'
import { encodedBody } from './request-body.ts'
import { addHeaders, addMembers, createSecrets } from './secrets.ts'

/**
 * Makes of an operation and its input what is sent.
 *
 * @throws {InvalidRequestError} when it cannot be sent as it is
 */
export function prepare(
  client: ClientParts,
  operation: OperationDescriptor,
  { parameters = {}, body }: CallInput,
  { headers: given, idempotent }: CallOptions,
): PreparedCall {
  const { operationId, path, requestBody } = operation
  const method = operation.method.toUpperCase()
  if (method === 'TRACE') throw new InvalidRequestError('TRACE is a method that fetch does not send', { operationId })
  if (body === undefined && requestBody?.required)
    throw new InvalidRequestError(`${operationId} needs a body`, { operationId })
  if (body !== undefined && /^(GET|HEAD)$/.test(method))
    throw new InvalidRequestError(`${method} is a method that fetch sends without a body`, { operationId })
  const { styles, media } = client.abilities
  const serialized = serializeParameters(operation, parameters, styles)
  const own = given && checkedHeaders(given, operationId)
  const encoded = body === undefined ? undefined : encodedBody(operation, body, own?.['content-type'], media)
  const secrets = createSecrets(client.secretMembers)
  if (requestBody?.secrets) addMembers(secrets, body, requestBody.secrets)
  const headers = { accept: accepted(operation), ...client.headers, ...serialized.headers, ...own }
  addHeaders(secrets, own)
  if (encoded) setContentType(headers, encoded.mediaType)
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

/** Undefined where fetch sets it. */
function setContentType(headers: { [name: string]: string }, mediaType: string | undefined): void {
  if (mediaType === undefined) delete headers['content-type']
  else headers['content-type'] = mediaType
}

const known = new WeakMap<OperationDescriptor, string>()

/** The media types of all documented answers, each once. */
function accepted(operation: OperationDescriptor): string {
  const before = known.get(operation)
  if (before !== undefined) return before
  const accept = [...new Set(Object.values(operation.responses).flat())].join(', ') || '*/*'
  known.set(operation, accept)
  return accept
}
