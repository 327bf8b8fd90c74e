import { expect, test } from 'vitest'
import { parameterConstraints } from '../../src/contract/constraints.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { oneOperation } from './one-operation.ts'

const rows: [place: string, schema: JsonObject, rules: string[]][] = [
  ['path', { type: 'string', minLength: 1, maxLength: 9 }, ['maxLength']],
  ['path', { type: 'string', minLength: 2 }, ['minLength']],
  ['path', { type: 'integer', minimum: 1 }, ['type', 'minimum']],
  ['query', { type: 'string', minLength: 1 }, ['minLength', 'required']],
  ['query', { type: 'string', minLength: 0 }, ['required']],
]

test.each(rows)('a parameter in the %s with %j has the rules that a request can break', (place, schema, rules) => {
  const parameters = [{ name: 'key', in: place, required: true, schema }]
  const model = oneOperation({ parameters }, {}, place === 'path' ? '/things/{key}' : '/things')
  const found = model.operations[0]?.parameters.flatMap((one) => parameterConstraints(model, one))
  expect(found?.map(({ name }) => name)).toEqual(rules)
})
