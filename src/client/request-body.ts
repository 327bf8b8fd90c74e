import type { Abilities } from './abilities.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { InvalidRequestError } from './errors.ts'
import { isJson } from './media-type.ts'
import { orUndefined } from './or-undefined.ts'
import type { EncodedBody } from './raw-body.ts'

/**
 * Encodes a body: by `media` in the media type that the caller names or that fits the value, else as JSON.
 *
 * @throws {InvalidRequestError} for a value that JSON cannot hold, such as one that contains itself
 */
export function encodedBody(
  operation: OperationDescriptor,
  value: unknown,
  wanted: string | undefined,
  media: Abilities['media'],
): EncodedBody {
  const raw = media?.encode(operation, value, wanted)
  if (raw) return raw
  const mediaTypes = operation.requestBody?.mediaTypes ?? []
  const plain = 'application/json'
  const documented = mediaTypes.includes(plain) ? plain : mediaTypes.find(isJson)
  const { operationId } = operation
  if (wanted !== undefined && !isJson(wanted))
    throw new InvalidRequestError(`The body of ${operationId} is sent as JSON alone`)
  // What the engine says of a value that JSON cannot hold may quote it.
  const body = orUndefined(() => JSON.stringify(value))
  if (body === undefined) throw new InvalidRequestError(`The body of ${operationId} cannot be written as JSON`)
  return { body, mediaType: wanted ?? documented ?? plain }
}
