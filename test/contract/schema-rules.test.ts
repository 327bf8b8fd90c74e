import { expect, test } from 'vitest'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { model, rules } from './our-model.ts'

const create = model.schemas.CreateGatewayRequest ?? false
const base = { name: 'demo', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }

const rows: [string, unknown, [pointer: string, message: string][]][] = [
  ['a valid request', base, []],
  [
    'both authentications',
    { ...base, weightsAndBiasesAuth: {} },
    [['', 'must have exactly one of the allowed combinations of coreWeaveAuth, weightsAndBiasesAuth']],
  ],
  [
    'no routing and no authentication',
    { name: 'demo', zones: [] },
    [
      ['', 'must have exactly one of the allowed combinations of coreWeaveAuth, weightsAndBiasesAuth'],
      [
        '',
        'must have exactly one of the allowed combinations of bodyBasedRouting, headerBasedRouting, pathBasedRouting',
      ],
    ],
  ],
  [
    'a key without its server, and a name that is too long',
    { name: 'x'.repeat(39), zones: [], weightsAndBiasesAuth: { apiKey: 'k' }, pathBasedRouting: {} },
    [
      ['/name', 'must NOT have more than 38 characters'],
      ['/weightsAndBiasesAuth', 'must have exactly one of the allowed combinations of apiKey, serverUrl'],
    ],
  ],
  [
    'a value that matches no alternative',
    { name: 'demo', zones: [], coreWeaveAuth: {}, bodyBasedRouting: { apiType: true } },
    [
      [
        '/bodyBasedRouting/apiType',
        'must match exactly one of the alternatives: must be string; or must be equal to one of the allowed values; or must be integer',
      ],
    ],
  ],
]

test.each(rows)('%s: the errors of a failed choice become one sentence', (_, value, expected) => {
  const found = rules.violations(create, value).map(({ pointer, message }): [string, string] => [pointer, message])
  expect(found.sort()).toEqual([...expected].sort())
})

test('a number that is no int32 breaks one rule, not also its format', () => {
  const state = { $ref: 'GatewayState' }
  expect(rules.violations(state, 2 ** 31)).toMatchObject([
    { keyword: 'maximum', pointer: '', message: 'must be <= 2147483647' },
  ])
  expect(rules.violations(state, 1.5)).toMatchObject([{ keyword: 'type' }])
})

test('what ajv’s strict mode refuses and JSON Schema allows is judged as it stands', () => {
  const Odd = {
    if: { type: 'string' },
    properties: { ab: { type: 'string' } },
    patternProperties: { '^a': { minLength: 2 } },
  }
  const { violations } = schemaRules({ ...model, schemas: { Odd } })
  expect(violations({ $ref: 'Odd' }, { ab: 'xy' })).toEqual([])
  expect(violations({ $ref: 'Odd' }, { ab: 'x' })).toMatchObject([{ keyword: 'minLength', pointer: '/ab' }])
})
