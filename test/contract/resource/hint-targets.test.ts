import { expect, test } from 'vitest'
import { requireKnownHints } from '../../../src/contract/resource/known-hints.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { oneOperation } from '../one-operation.ts'
import { answer } from '../pets.ts'

const list = { type: 'array', items: { type: 'string' } }

/** What is said of a hint, without what is said every time. */
function said(requestBody: JsonObject, responses: JsonObject, schemas: JsonObject = {}): string | undefined {
  try {
    requireKnownHints(oneOperation({ requestBody: answer(requestBody), responses }, { schemas }))
    return undefined
  } catch (error) {
    return String(error).replace(
      /^CannotRunError: The document has hints for the contract suite that mean nothing: /,
      '',
    )
  }
}

const zones = { type: 'object', properties: { zones: list, name: { type: 'string' } } }
const noZonez = 'the answer of postThing has no #/zonez; there is name, zones'
const noList = 'what the answer of postThing has there is no list'
const offers: [pointer: string, schema: JsonObject, problem: string | undefined][] = [
  ['#/zones', zones, undefined],
  ['#/zones', { $ref: '#/components/schemas/Zones' }, undefined],
  ['#/zones', { allOf: [{ properties: { name: {} } }, { $ref: '#/components/schemas/Zones' }] }, undefined],
  ['#/zones', { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Zones' }] }, undefined],
  ['#/zones', { properties: { zones: { anyOf: [{ type: 'null' }, list] } } }, undefined],
  ['#/zones', { properties: { zones: { type: ['array', 'null'] } } }, undefined],
  ['#/zones', { properties: { zones: {} } }, undefined],
  ['#/data/0/zones', { properties: { data: { type: 'array', items: zones } } }, undefined],
  ['#/east/zones', { additionalProperties: zones }, undefined],
  ['#/', list, undefined],
  ['#/zones', {}, undefined],
  ['#/zones', { type: 'object' }, undefined],
  ['#/deep/down', { properties: { deep: { type: 'object' } } }, undefined],
  ['#/zonez', zones, noZonez],
  ['#/zonez', { allOf: [{ $ref: '#/components/schemas/Zones' }] }, noZonez],
  ['#/zonez', { ...zones, additionalProperties: true }, noZonez],
  ['#/name', zones, noList],
  ['#/zones/0', zones, noList],
  ['#/', zones, noList],
  ['#/zones/name', zones, 'the answer of postThing has no #/zones/name; there is none'],
  ['#/zones', list, 'the answer of postThing has no #/zones; there is none'],
  ['#/zones', { type: 'object', additionalProperties: false }, 'the answer of postThing has no #/zones; there is none'],
]

test.each(offers)('valuesFrom %s in %j: %s', (pointer, schema, problem) => {
  const valuesFrom = `postThing${pointer}`
  const expected = problem && `x-contract: { valuesFrom: "${valuesFrom}" } (${problem}).`
  expect(said({ 'x-contract': { valuesFrom } }, { '200': answer(schema) }, { Zones: zones })).toBe(expected)
})

test('valuesFrom an operation without a JSON answer is refused', () => {
  expect(said({ 'x-contract': { valuesFrom: 'postThing#/zones' } }, { '204': { description: '' } })).toBe(
    'x-contract: { valuesFrom: "postThing#/zones" } (postThing has no JSON answer).',
  )
})

const names = ['UP', 'DOWN']
const thing = (state: JsonObject) => ({ properties: { state, at: list } })
const inNames = (key: string, name: string) =>
  `x-contract: { lifecycle: { ${key}: "${name}" } } (state lists no such name; there is UP, DOWN)`
const inObject = (key: string, name: string) =>
  `x-contract: { lifecycle: { ${key}: "${name}" } } (its object has no such property; there is at, state)`
const right = { state: 'state', urls: 'at', ready: 'UP', failed: ['DOWN'] }

const lifecycles: [lifecycle: JsonObject, schema: JsonObject, problems: string[]][] = [
  [right, thing({ enum: names }), []],
  [right, thing({ 'x-extensible-enum': names }), []],
  [right, thing({ oneOf: [{ const: 'UP' }, { const: 'DOWN' }] }), []],
  [right, thing({ allOf: [{ $ref: '#/components/schemas/State' }] }), []],
  [right, { allOf: [thing({ enum: names })] }, []],
  [{ ...right, ready: 'ANY' }, thing({ type: 'string' }), []],
  [{ ...right, state: 'statuz' }, thing({ enum: names }), [inObject('state', 'statuz')]],
  [{ ...right, urls: 'ats' }, thing({ enum: names }), [inObject('urls', 'ats')]],
  [{ ...right, state: 'a', urls: 'b' }, thing({ enum: names }), [inObject('state', 'a'), inObject('urls', 'b')]],
  [{ ...right, ready: 'UPP' }, thing({ 'x-extensible-enum': names }), [inNames('ready', 'UPP')]],
  [
    { state: 'state', creating: 'A', updating: 'B', ready: 'C', deleting: 'D', failed: ['DOWN', 'E'] },
    thing({ $ref: '#/components/schemas/State' }),
    [
      ...[inNames('creating', 'A'), inNames('updating', 'B'), inNames('ready', 'C'), inNames('deleting', 'D')],
      inNames('failed', 'E'),
    ],
  ],
  [
    { state: 'state' },
    { type: 'object' },
    ['x-contract: { lifecycle: { state: "state" } } (its object has no such property; there is none)'],
  ],
]

test.each(lifecycles)('the lifecycle %j in %j: %j', (lifecycle, schema, problems) => {
  const expected = problems.length === 0 ? undefined : `${problems.join('; ')}.`
  expect(said({ ...schema, 'x-contract': { lifecycle } }, {}, { State: { enum: names } })).toBe(expected)
})

test('a lifecycle may stand beside the properties that it names, in another part of an allOf', () => {
  const parts = { Part: { 'x-contract': { lifecycle: right } }, State: { enum: names } }
  const whole = (...schemas: JsonObject[]) => ({ allOf: [{ $ref: '#/components/schemas/Part' }, ...schemas] })
  expect(said(whole(thing({ $ref: '#/components/schemas/State' })), {}, parts)).toBeUndefined()
  expect(said(whole(thing({ enum: ['UP'] })), {}, parts)).toBe(
    'x-contract: { lifecycle: { failed: "DOWN" } } (state lists no such name; there is UP).',
  )
})
