import { answering, content, gateway, json, type Row } from '../exchange.ts'

const properties = { a: { type: 'string' } }
const closed = answering({ content: content('application/json', { properties, additionalProperties: false }) })
const patterned = answering({ content: content('application/json', { properties, patternProperties: { '^x-': {} } }) })
const partly = answering({
  content: content('application/json', { properties, allOf: [{ additionalProperties: true }] }),
})
const choice = answering({
  content: content('application/json', { oneOf: [{ properties }, { properties: { b: {} } }] }),
})

function unknown(pointer: string, expected: string, got: string) {
  const message = 'The body has a member that the document does not describe'
  return [{ severity: 'warning' as const, message, pointer, expected: `members among ${expected}`, got }]
}

export const rows: readonly Row[] = [
  { what: 'members that are described', body: { gateway: gateway() }, verdicts: [] },
  {
    what: 'members of an object that says it is open',
    status: 400,
    body: { details: [{ '@type': 'x', other: 1 }] },
    verdicts: [],
  },
  {
    what: 'members of an object without any described',
    body: { gateway: { spec: { coreWeaveAuth: { new: 1 } } } },
    verdicts: [],
  },
  { what: 'a member of a closed object, which another check reports', body: { b: 1 }, operation: closed, verdicts: [] },
  { what: 'a member that a pattern may cover', body: { 'x-b': 1 }, operation: patterned, verdicts: [] },
  { what: 'a member of an object that is open in one part', body: { b: 1 }, operation: partly, verdicts: [] },
  { what: 'a member of one branch of a choice', body: { b: 1 }, operation: choice, verdicts: [] },
  { what: 'a body that is not JSON', headers: json, text: '{', verdicts: [] },
  {
    what: 'a body below the document',
    body: { other: 1 },
    expectation: { kind: 'undocumented', what: 'path' },
    verdicts: [],
  },
  { what: 'a member of the body, as a warning', body: { other: [1] }, verdicts: unknown('#/other', 'gateway', '[1]') },
  {
    what: 'a member deep in a list, as a warning',
    body: { gateway: { status: { conditions: [{}, { 'a/b': 'c' }] } } },
    verdicts: unknown(
      '#/gateway/status/conditions/1/a~1b',
      'lastUpdateTime, message, reason, status, type, zone',
      '"c"',
    ),
  },
  {
    what: 'a member of no branch of a choice, as a warning',
    body: { c: 1 },
    operation: choice,
    verdicts: unknown('#/c', 'a, b', '1'),
  },
]
