import { expect, test } from 'vitest'
import { coverageFindings } from '../../src/contract/coverage.ts'
import { casesFor } from '../../src/contract/plan.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { contextOf } from '../../src/contract/strategy.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { oneOperation } from './one-operation.ts'

const bearer = { type: 'http', scheme: 'bearer' }
const ninth = { type: 'string', pattern: '^[0-9]{9}$' }
const unmatched = 'must match pattern "^[0-9]{9}$"'
const properties = { code: ninth, title: { type: 'string', minLength: 2, maxLength: 9 }, size: { type: 'integer' } }
const thing = { type: 'object', required: ['code', 'title'], properties }
const body = (schema: JsonObject, required: boolean) => ({
  requestBody: { required, content: { 'application/json': { schema } } },
})
const query = (schema: JsonObject, required: boolean) => ({
  parameters: [{ name: 'key', in: 'query', required, schema: { maxLength: 20, ...schema } }],
})

const rows: [what: string, operation: JsonObject, messages: string[]][] = [
  ['a body with an example', body({ ...thing, examples: [{ code: '123456789', title: 'two', size: 1 }] }, true), []],
  [
    'a required body without a valid one',
    body(thing, true),
    [`postThing has no valid request: no value was found for body code (${unmatched}); give each an example`],
  ],
  [
    'an optional body without a valid one',
    body(thing, false),
    [
      `postThing has no valid request with a body: no value was found for body code (${unmatched}); give each an example`,
    ],
  ],
  [
    'a body that is nothing but a pattern',
    body(ninth, true),
    [`postThing has no valid request: no value was found for body (${unmatched}); give each an example`],
  ],
  [
    'a required parameter and a body in it',
    { ...query(ninth, true), ...body(thing, true) },
    [
      `postThing has no valid request: no value was found for query key (${unmatched}), body code (${unmatched}); give each an example`,
    ],
  ],
  [
    'a required list that would be empty',
    query({ type: 'array', maxItems: 0 }, true),
    [
      'postThing has no valid request: no value was found for query key (must NOT be empty or a list of lists); give each an example',
    ],
  ],
  ['an optional parameter without a valid value', query(ninth, false), []],
]

test.each(rows)(
  '%s: a request that cannot be made is said once, in place of the rules that rest on it',
  (_, operation, messages) => {
    const model = oneOperation({ ...operation, security: [{ key: [] }] }, { securitySchemes: { key: bearer } })
    const context = contextOf(model, schemaRules(model))
    const cases = casesFor(context, { mock: true, token: false, offers: false })
    expect(coverageFindings(context, cases, true)).toEqual(
      messages.map((message) => ({
        id: 'operation-without-valid-request',
        severity: 'error',
        message,
        operationId: 'postThing',
      })),
    )
  },
)
