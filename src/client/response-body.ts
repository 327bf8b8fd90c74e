import type { OperationDescriptor } from './descriptor.ts'
import { UnexpectedResponseError } from './errors.ts'
import { admitsJson, admitsText, isJson, isText } from './media-type.ts'

/**
 * Reads the body of a successful answer as what is documented: JSON parsed, text as a string, other media types as a
 * Blob, and undefined where no body is documented or sent. Where a range is documented, the answer's own type decides.
 *
 * @throws {UnexpectedResponseError} when JSON is documented and the answer is none
 */
export async function responseBody(operation: OperationDescriptor, response: Response): Promise<unknown> {
  const documented = documentedMediaTypes(operation, response.status)
  if (documented.length === 0 || response.status === 204 || operation.method === 'head') {
    await response.body?.cancel()
    return undefined
  }
  const mediaType = response.headers.get('content-type') ?? ''
  if (isJson(mediaType) && documented.some(admitsJson)) {
    return parsed(operation, response.status, await response.text())
  }
  if (documented.every(isJson)) {
    await response.body?.cancel()
    const got = mediaType === '' ? 'no media type' : mediaType
    const message = `${operation.operationId} answered ${response.status} with ${got} instead of ${documented.join(' or ')}`
    throw new UnexpectedResponseError(operation.operationId, response.status, message)
  }
  const asText = isText(mediaType) ? documented.some(admitsText) : documented.every(isText)
  return asText ? response.text() : response.blob()
}

function documentedMediaTypes({ responses }: OperationDescriptor, status: number): readonly string[] {
  return responses[String(status)] ?? responses[`${String(status).slice(0, 1)}XX`] ?? responses.default ?? []
}

function parsed({ operationId }: OperationDescriptor, status: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const what = text === '' ? 'an empty body' : 'a body that is not JSON'
    throw new UnexpectedResponseError(operationId, status, `${operationId} answered ${status} with ${what}`, { cause })
  }
}
