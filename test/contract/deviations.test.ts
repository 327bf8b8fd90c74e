import { expect, test } from 'vitest'
import { type Deviation, explained } from '../../src/contract/deviations.ts'
import { prismDeviations } from '../../src/contract/prism-deviations.ts'
import type { Finding } from '../../src/report/finding.ts'
import { model } from './our-model.ts'

const known: Deviation = {
  id: 'known',
  check: 'odd',
  cases: 'a/',
  got: 'odd thing',
  reason: 'it always did',
  isVisible: () => true,
  reference: 'https://example.com',
}
const finding = (caseId: string, id = 'odd'): Finding => ({
  id,
  severity: 'error',
  message: 'odd',
  got: 'odd thing',
  caseId,
})

test('a known deviation explains the findings of its check and cases, and no others', () => {
  const { findings, occurred } = explained(
    { model, caseIds: ['a/1', 'b/1', 'a/2'], findings: [finding('a/1'), finding('b/1'), finding('a/2', 'other')] },
    [known],
  )
  expect(findings).toEqual([finding('b/1'), finding('a/2', 'other')])
  expect(occurred).toEqual([known])
})

test('what a known deviation did not say is not explained away', () => {
  const other = { ...finding('a/1'), got: 'another thing' }
  const { findings } = explained({ model, caseIds: ['a/1'], findings: [other] }, [known])
  expect(findings).toMatchObject([other, { id: 'known-deviation-gone' }])
})

test('a known deviation that no longer occurs is an error', () => {
  const { findings } = explained({ model, caseIds: ['a/1'], findings: [] }, [known])
  expect(findings).toMatchObject([
    { id: 'known-deviation-gone', severity: 'error', message: expect.stringContaining('known no longer occurs') },
  ])
})

test('a known deviation whose cases were not run, or that the document does not show, says nothing', () => {
  expect(explained({ model, caseIds: ['b/1'], findings: [] }, [known]).findings).toEqual([])
  const hidden = { ...known, isVisible: () => false }
  expect(explained({ model, caseIds: ['a/1'], findings: [] }, [hidden]).findings).toEqual([])
})

test('every deviation of Prism has a reason and says where it is known', () => {
  for (const { reason, reference } of prismDeviations) {
    expect(reason).not.toBe('')
    expect(reference).toMatch(/^https:\/\/github\.com\/stoplightio\/prism\//)
  }
})
