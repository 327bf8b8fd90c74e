import { expect, test } from 'vitest'
import { compareDocuments } from '../../src/diff/compare-documents.ts'
import { secondOpinion } from '../../src/diff/opinion/second-opinion.ts'
import type { RedoclyChange } from '../../src/document/redocly-diff.ts'
import { type Mutant, mutants, mutated, prepared } from './mutants.ts'
import { asRevision, ourDocument } from './revisions.ts'

/** What is found, beside what `redocly diff` says, for one of the mutants. */
async function compared(id: string) {
  const mutant = mutants.find((one) => one.id === id) as Mutant
  return compareDocuments(asRevision(prepared(ourDocument, mutant)), asRevision(mutated(ourDocument, mutant)))
}

// Each of these fails when `redocly diff` is mended; then its correction here can go.
test.each([
  ['create-name-wrapped', 'schema-combinator-changed'],
  ['api-type-one-name-constant', 'schema-combinator-changed'],
  ['gateway-id-on-operations', 'parameter-removed'],
  ['updated-after-style-said', 'parameter-serialization-changed'],
  ['bearer-in-capitals', 'security-scheme-changed'],
  ['api-type-any-of', 'schema-combinator-changed'],
])('%s: redocly diff says %s, which is a false alarm', async (id, rule) => {
  const { changes, falseAlarms } = await compared(id)
  expect(changes).toEqual([])
  expect(falseAlarms.map((one) => one.rule)).toContain(rule)
})

test.each([
  ['request-id-optional', 'header-optional'],
  ['key-fits-two-branches', 'request-value-refused'],
  ['create-without-ip-ranges', 'property-removed'],
  ['zones-schema-renamed', 'schema-renamed'],
])('%s: redocly diff calls it harmless or sees nothing', async (id, rule) => {
  const { changes } = await compared(id)
  const [first] = changes
  expect(first).toMatchObject({
    id: rule,
    rating: 'breaking',
    redocly: expect.stringMatching(/^(not seen|rated (minor|patch))$/),
  })
})

test('what redocly diff calls breaking and nobody here has a rule for is kept', () => {
  const alarm: RedoclyChange = {
    ...{
      impact: 'major',
      kind: 'modified',
      type: 'Callback',
      property: undefined,
      path: '#/paths/~1pets/post/callbacks/born',
    },
    verdicts: [{ rule: 'callback-removed', message: 'A callback was removed.' }],
    base: { pointer: '#/paths/~1pets/post/callbacks/born', value: {} },
    revision: { pointer: undefined, value: undefined },
  }
  expect(secondOpinion([], [alarm], [])).toMatchObject({
    changes: [{ id: 'redocly/callback-removed', rating: 'breaking', message: 'A callback was removed.' }],
    falseAlarms: [],
  })
})
