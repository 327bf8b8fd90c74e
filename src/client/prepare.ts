import type { ClientParts } from './client-parts.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { checkedHeaders } from './header-text.ts'
import type { CallOptions } from './options.ts'
import { type CallInput, serializeParameters } from './parameters.ts'
import type { PreparedCall } from './prepared-call.ts'
import { encodedBody } from './request-body.ts'
import { addHeaders, createSecrets } from './secrets.ts'

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
  const { operationId, path, requestBody, security } = operation
  const { styles, media } = client.abilities
  const method = operation.method.toUpperCase()
  const hasBody = body !== undefined
  const fault =
    (method === 'TRACE' && 'is not sent by fetch') ||
    (hasBody ? /^(GET|HEAD)$/.test(method) && 'takes no body' : requestBody?.required && 'needs a body')
  if (fault) throw new InvalidRequestError(`${operationId} ${fault}`)
  const serialized = serializeParameters(operation, parameters, styles)
  const own = given && checkedHeaders(given)
  const encoded = hasBody ? encodedBody(operation, body, own?.['content-type'], media) : undefined
  const secrets = createSecrets(client.secretMembers)
  secrets.addMembers(body)
  addHeaders(secrets, own)
  const accept = [...new Set(Object.values(operation.responses).flat())].join(', ') || '*/*'
  const headers: { [name: string]: string } = { accept, ...client.headers, ...serialized.headers, ...own }
  // Undefined where fetch sets it.
  if (encoded?.mediaType !== undefined) headers['content-type'] = encoded.mediaType
  else if (encoded) delete headers['content-type']
  return {
    ...{ operationId, method, headers, security, secrets, body: encoded?.body, place: `${method} ${path}` },
    attempts: 0,
    url: client.baseUrl(operation) + serialized.path + (serialized.query && `?${serialized.query}`),
    isRepeatable: (idempotent ?? isIdempotent(method)) && !(encoded?.body instanceof ReadableStream),
  }
}

/** Whether a method may be repeated by its nature (RFC 9110, section 9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^(POST|PATCH)$/.test(method)
}
