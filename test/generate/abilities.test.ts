import { expect, test } from 'vitest'
import type { Model } from '../../src/document/model.ts'
import { abilitiesFor } from '../../src/generate/abilities.ts'

/** A document of one operation that answers with the media type. */
function answering(mediaType: string): Model {
  const content = [{ mediaType, isJson: true, schema: true, examples: [], pointer: '' }]
  const responses = [{ status: '200', description: '', content, headers: [] }]
  const operation = { method: 'get', parameters: [], requestBody: undefined, responses }
  return { securitySchemes: {}, schemas: {}, operations: [operation] } as unknown as Model
}

test.each(['application/json', 'application/json; charset=utf-8', 'application/problem+json', 'text/json'])(
  'a client reads %s by itself',
  (mediaType) => {
    expect(abilitiesFor(answering(mediaType))).toEqual([])
  },
)

test.each(['application/x-json', 'application/*', '*/*', 'text/plain', 'application/json-seq'])(
  'a client needs media to read %s',
  (mediaType) => {
    expect(abilitiesFor(answering(mediaType))).toEqual(['media'])
  },
)
