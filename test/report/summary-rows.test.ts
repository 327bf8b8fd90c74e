import { expect, test } from 'vitest'
import { counted, milliseconds, outcome, seconds, slowestCases, summaryRows } from '../../src/report/summary-rows.ts'
import { sampleRun } from './sample-run.ts'

test('the rows tell where the run went, its counts, its time and how to repeat it', () => {
  expect(summaryRows(sampleRun)).toEqual([
    ['Target', 'Prism'],
    ['Cases', '3'],
    ['Failed cases', '1'],
    ['Errors', '3'],
    ['Warnings', '3'],
    ['Duration', '3.2 s'],
    ['Seed', '42 (--seed 42 repeats this run)'],
    ['Coverage', '1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides'],
  ])
})

test.each([
  ['all 3 cases passed', { cases: 3, failed: 0, errors: 0 }],
  ['all 1 case passed', { cases: 1, failed: 0, errors: 0 }],
  ['2 of 3 cases failed', { cases: 3, failed: 2, errors: 5 }],
  ['1 of 1 case failed', { cases: 1, failed: 1, errors: 1 }],
  ['1 error', { cases: 3, failed: 0, errors: 1 }],
  ['2 errors', { cases: 3, failed: 0, errors: 2 }],
])('an outcome reads “%s”', (words, counts) => {
  expect(outcome({ ...sampleRun.summary, ...counts })).toBe(words)
})

test('the slowest cases come first, and the run keeps its order', () => {
  const order = sampleRun.cases.map(({ id }) => id)
  expect(slowestCases(sampleRun, 2).map(({ id }) => id)).toEqual(['example/getPet', 'example/createPet'])
  expect(sampleRun.cases.map(({ id }) => id)).toEqual(order)
})

test('figures carry their unit', () => {
  expect([0, 1, 2].map((count) => counted(count, 'case'))).toEqual(['0 cases', '1 case', '2 cases'])
  expect([0, 49, 61_250].map(seconds)).toEqual(['0.0 s', '0.0 s', '61.3 s'])
  expect([0.4, 812.5].map(milliseconds)).toEqual(['0 ms', '813 ms'])
})
