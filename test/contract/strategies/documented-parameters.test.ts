import { expect, test } from 'vitest'
import { schemaRules } from '../../../src/contract/schema-rules.ts'
import { documentedParameters } from '../../../src/contract/strategies/documented-parameters.ts'
import { contextOf } from '../../../src/contract/strategy.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { oneOperation } from '../one-operation.ts'

const text = { type: 'string' }
const rows: [parameter: JsonObject, kind: string][] = [
  [{ schema: text }, 'permitted'],
  [{ schema: { ...text, minLength: 1, maxLength: 9 } }, 'permitted'],
  [{ schema: {} }, 'permitted'],
  [{ schema: { type: ['string', 'null'] } }, 'permitted'],
  [{ schema: { type: 'array', items: text } }, 'permitted'],
  [{ schema: text, example: 'a' }, 'accepted'],
  [{ schema: { ...text, examples: ['a'] } }, 'accepted'],
  [{ schema: { ...text, example: 'a' } }, 'accepted'],
  [{ schema: { ...text, enum: ['a'] } }, 'accepted'],
  [{ schema: { anyOf: [text, { enum: ['a'] }] } }, 'accepted'],
  [{ schema: { allOf: [{ ...text, 'x-extensible-enum': ['a'] }] } }, 'accepted'],
  [{ schema: { const: 'a' } }, 'accepted'],
  [{ schema: { ...text, format: 'date' } }, 'accepted'],
  [{ schema: { ...text, pattern: '^s' } }, 'accepted'],
  [{ schema: { ...text, default: 'a' } }, 'accepted'],
  [{ schema: { type: 'array', items: { ...text, enum: ['a'] } } }, 'accepted'],
  [{ schema: { type: 'integer' } }, 'accepted'],
  [{ schema: { type: 'boolean' } }, 'accepted'],
]

test.each(rows)('a valid value of an optional parameter with %j is %s', (parameter, kind) => {
  const model = oneOperation({ parameters: [{ name: 'key', in: 'query', ...parameter }] })
  const cases = documentedParameters(contextOf(model, schemaRules(model)))
  expect(cases.map(({ id, expectation }) => [id, expectation])).toEqual([['parameter/postThing/key', { kind }]])
})
