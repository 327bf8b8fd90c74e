import { expect, test } from 'vitest'
import { coverageFigures, coverageGaps, isAnswerGap } from '../../src/report/coverage-gaps.ts'
import { sampleRun } from './sample-run.ts'

test('the figures count what is documented, and a rule only with both sides', () => {
  expect(coverageFigures(sampleRun.coverage)).toBe(
    '1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides',
  )
})

test('each gap is named with what is missing', () => {
  expect(coverageGaps(sampleRun.coverage)).toEqual([
    'getPet: no answer 404 application/json',
    'deletePet: no answer 204 without a body',
    'createPet: #/tags/0 was never sent',
    'createPet: #/id was never seen in an answer',
    'createPet: body #/name required name was never broken',
    'createPet: body #/name pattern was never kept',
    'createPet: body #/name oneOf was never kept or broken',
  ])
})

test('an answer is due only where the document describes it', () => {
  const answer = { operationId: 'getPet', status: '418', mediaType: '', count: 0 }
  expect([true, false].map((documented) => isAnswerGap({ ...answer, documented }))).toEqual([true, false])
})
