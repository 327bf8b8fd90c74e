import { expect, test } from 'vitest'
import { hintsOf } from '../../../src/contract/resource/hints.ts'
import { requireKnownHints } from '../../../src/contract/resource/known-hints.ts'
import { flatSchema } from '../../../src/document/flat-schema.ts'
import { CannotRunError } from '../../../src/report/cannot-run-error.ts'
import { model } from '../our-model.ts'

const properties = { phase: { enum: ['Up', 'Down'] }, at: {} }
const withHints = (...hints: unknown[]) => ({
  ...model,
  schemas: {
    ...model.schemas,
    ...Object.fromEntries(
      hints.map((hint, index) => [`Schema${index}`, { items: { properties, 'x-contract': hint } }]),
    ),
  },
})

const understood: [hint: unknown, hints: object][] = [
  [{}, { ignoreCase: false }],
  [{ ignoreCase: true }, { ignoreCase: true }],
  [{ onUpdate: 'merge' }, { ignoreCase: false, onUpdate: 'merge' }],
  [{ onUpdate: 'replace' }, { ignoreCase: false, onUpdate: 'replace' }],
  [
    { valuesFrom: 'listGateways#/items/0/spec/zones' },
    { ignoreCase: false, valuesFrom: { operationId: 'listGateways', tokens: ['items', '0', 'spec', 'zones'] } },
  ],
  [{ lifecycle: { state: 'phase' } }, { ignoreCase: false, lifecycle: { state: 'phase', failed: [] } }],
  [
    { lifecycle: { state: 'phase', ready: 'Up', failed: 'Down', urls: 'at' } },
    { ignoreCase: false, lifecycle: { state: 'phase', ready: 'Up', failed: ['Down'], urls: 'at' } },
  ],
]

test.each(understood)('%j is understood', (hint, hints) => {
  expect(() => requireKnownHints(withHints(hint))).not.toThrow()
  expect(hintsOf(flatSchema(model, [{ 'x-contract': hint as object }]))).toEqual(hints)
})

test('the hints of our document are understood', () => {
  expect(() => requireKnownHints(model)).not.toThrow()
})

const misspelt: [hint: unknown, said: string][] = [
  ['replace', 'x-contract: "replace" is no object'],
  [{ ignorecase: true }, 'x-contract: { ignorecase: true } (use valuesFrom: '],
  [{ ignoreCase: 'yes' }, 'x-contract: { ignoreCase: "yes" } (use ignoreCase: true)'],
  [{ onUpdate: 'add' }, 'x-contract: { onUpdate: "add" } (use onUpdate: replace or merge)'],
  [
    { valuesFrom: 'getZones#/zones' },
    'x-contract: { valuesFrom: "getZones#/zones" } (use valuesFrom: OPERATION_ID#/POINTER)',
  ],
  [{ valuesFrom: 'getGatewayParameters' }, 'x-contract: { valuesFrom: "getGatewayParameters" } (use'],
  [{ lifecycle: { ready: 'Up' } }, 'x-contract: { lifecycle: {"ready":"Up"} } (use lifecycle: { state: PROPERTY,'],
  [{ lifecycle: { state: 'phase', redy: 'Up' } }, 'x-contract: { lifecycle: {"state":"phase","redy":"Up"} } (use'],
  [{ lifecycle: { state: 'phase', ready: 1 } }, 'x-contract: { lifecycle: {"state":"phase","ready":1} } (use'],
  [{ lifecycle: { state: 'phase', failed: [1] } }, 'x-contract: { lifecycle: {"state":"phase","failed":[1]} } (use'],
]

test.each(misspelt)('%j is refused', (hint, said) => {
  expect(() => requireKnownHints(withHints(hint))).toThrow(said)
})

test('all hints that mean nothing are refused in one message, each once', () => {
  const wrong = withHints(...misspelt.map(([hint]) => hint), { ignorecase: true })
  let thrown: unknown
  try {
    requireKnownHints(wrong)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(CannotRunError)
  const message = String(thrown)
  expect(misspelt.filter(([, said]) => !message.includes(said))).toEqual([])
  expect(message.split('ignorecase').length).toBe(2)
})
