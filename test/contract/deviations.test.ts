import { expect, test } from 'vitest'
import type { Exchange } from '../../src/contract/case.ts'
import { type Deviation, explained } from '../../src/contract/deviations.ts'
import { prismDeviations } from '../../src/contract/prism-deviations.ts'
import type { Finding } from '../../src/report/finding.ts'
import { operationNamed } from './our-model.ts'

const known: Deviation = {
  id: 'known',
  cases: 'a/',
  isSeen: ({ response }) => response.text === 'odd thing',
  explains: ['odd'],
  reason: 'it always did',
  reference: 'https://example.com',
}

const finding = (caseId: string, id = 'odd'): Finding => ({ id, severity: 'error', message: 'odd', caseId })

function exchange(id: string, text = 'odd thing'): Exchange {
  const request = { method: 'GET', path: '/', headers: {} }
  const one = {
    id,
    operation: operationNamed('getGateway'),
    request,
    expectation: { kind: 'accepted' },
    covers: [],
  } as const
  return { case: one, response: { isUtf8: true, status: 200, headers: {}, text } }
}

test('a known deviation explains the findings of its checks about answers that show it, and no others', () => {
  const exchanges = ['a/1', 'b/1', 'a/2'].map((id) => exchange(id))
  const findings = [finding('a/1'), finding('b/1'), finding('a/2', 'other')]
  const result = explained({ exchanges, findings }, [known])
  expect(result).toEqual({ findings: [finding('b/1'), finding('a/2', 'other')], occurred: [known] })
})

test('an answer that does not show a known deviation is not explained away', () => {
  const { findings } = explained({ exchanges: [exchange('a/1', 'other')], findings: [finding('a/1')] }, [known])
  expect(findings).toMatchObject([finding('a/1'), { id: 'known-deviation-gone' }])
})

test('a known deviation that no longer occurs is an error', () => {
  const { findings } = explained({ exchanges: [exchange('a/1', 'fine')], findings: [] }, [known])
  expect(findings).toMatchObject([
    { id: 'known-deviation-gone', severity: 'error', message: expect.stringContaining('known no longer occurs') },
  ])
})

test('a known deviation that occurs says nothing, also where the document asks for no more', () => {
  expect(explained({ exchanges: [exchange('a/1')], findings: [] }, [known]).findings).toEqual([])
})

test('a known deviation whose cases were not run says nothing', () => {
  expect(explained({ exchanges: [exchange('b/1')], findings: [] }, [known]).findings).toEqual([])
})

test('every deviation of Prism has a reason and says where it is known', () => {
  for (const { reason, reference } of prismDeviations) {
    expect(reason).not.toBe('')
    expect(reference).toMatch(/^https:\/\/github\.com\/stoplightio\/prism\//)
  }
})
