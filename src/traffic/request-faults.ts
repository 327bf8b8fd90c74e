import { bareMediaType, parsedText } from '../contract/check.ts'
import type { SchemaRules } from '../contract/schema-rules.ts'
import { plainPointerTokens, pointerOf } from '../document/json.ts'
import type { MediaType, Model, Operation } from '../document/model.ts'
import type { Fault } from './fault.ts'
import { type GivenValues, parameterFaults } from './parameter-faults.ts'
import { type Recorded, textOf } from './recorded.ts'

/** Everything that a recorded call breaks of its operation, but for its credentials. */
export function requestFaults(
  entry: Recorded,
  { operation, values }: { readonly operation: Operation; readonly values: GivenValues['path'] },
  by: { readonly model: Model; readonly rules: SchemaRules },
): Fault[] {
  return [...parameterFaults(entry, { operation, path: values }, by), ...bodyFaults(entry, operation, by.rules)]
}

function bodyFaults({ request }: Recorded, { requestBody }: Operation, rules: SchemaRules): Fault[] {
  const { body, headers } = request
  if (!requestBody || body.kind === 'not-recorded') return []
  const text = textOf(body)
  if (text === '') {
    return requestBody.required ? [{ message: 'the body is missing', pointer: '#', expected: 'a body' }] : []
  }
  const mediaType = bareMediaType(headers['content-type'] ?? '')
  const media = mediaTypeFor(requestBody.content, mediaType)
  if (!media) {
    const expected = requestBody.content.map((one) => one.mediaType).join(' or ')
    return [{ message: `the media type is not documented: ${mediaType || 'none'}`, pointer: '#', expected }]
  }
  return media.isJson ? jsonFaults(text, media, rules) : []
}

/** The documented media type itself, or the range that covers it. */
function mediaTypeFor(content: readonly MediaType[], given: string): MediaType | undefined {
  const ranges = [given, `${given.split('/')[0]}/*`, '*/*']
  return ranges.flatMap((range) => content.find(({ mediaType }) => bareMediaType(mediaType) === range) ?? [])[0]
}

function jsonFaults(text: string, { schema }: MediaType, rules: SchemaRules): Fault[] {
  const body = parsedText(text)
  if (body instanceof SyntaxError)
    return [{ message: 'the body is not JSON', pointer: '#', expected: 'one JSON value' }]
  return rules.violations(schema, body).map(({ pointer, message }) => ({
    message: `${pointer || 'the body'} ${message}`,
    pointer: pointerOf(plainPointerTokens(pointer)),
    expected: message,
  }))
}
