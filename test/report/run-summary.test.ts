import { expect, test } from 'vitest'
import { runSummary } from '../../src/report/run-summary.ts'
import { hostileRun, sampleRun } from './sample-run.ts'

test('a run closes with its counts, slowest cases, notes, seed and coverage', () => {
  expect(runSummary(sampleRun).join('\n')).toBe(`3 cases against Prism in 3.2 s: 1 failed, 3 errors, 3 warnings
A green run proves that the mock and the document agree.
slowest cases:
    813 ms  getPet example/getPet
     20 ms  createPet example/createPet
      3 ms  getPet broken/getPet
note: lifecycle: getPet reads what createPet makes
note: deletePet was left out: it has no example
--seed 42 repeats this run
coverage: 1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides
reached by no case:
  getPet: no answer 404 application/json
  deletePet: no answer 204 without a body
  createPet: #/tags/0 was never sent
  createPet: #/id was never seen in an answer
  createPet: body #/name required name was never broken
  createPet: body #/name pattern was never kept
  createPet: body #/name oneOf was never kept or broken`)
})

test('only the five slowest cases and twenty gaps are listed, and the rest is counted', () => {
  const cases = Array.from({ length: 9 }, (_, index) => ({ id: `c${index}`, operationId: 'getPet', durationMs: index }))
  const properties = Array.from({ length: 33 }, (_, index) => {
    return { operationId: 'getPet', place: 'response' as const, pointer: `#/${index}`, count: 0 }
  })
  const lines = runSummary({ ...sampleRun, cases, coverage: { answers: [], properties, constraints: [] } })
  expect(lines.filter((line) => line.includes(' ms '))).toHaveLength(5)
  expect(lines.filter((line) => line.includes('never seen'))).toHaveLength(20)
  expect(lines.at(-1)).toBe('  … and 13 more, see --report html=FILE')
})

test('a run without cases, notes and gaps lists none', () => {
  const coverage = { answers: [], properties: [], constraints: [] }
  const summary = { ...sampleRun.summary, cases: 0, failed: 0, errors: 0, warnings: 1, notes: [] }
  expect(runSummary({ ...sampleRun, summary, cases: [], coverage })).toEqual([
    '0 cases against Prism in 3.2 s: 0 failed, 0 errors, 1 warning',
    'A green run proves that the mock and the document agree.',
    '--seed 42 repeats this run',
    'coverage: 0 of 0 documented answers, 0 of 0 properties, 0 of 0 constraints on both sides',
  ])
})

test('no text of a service makes a line of its own or steers the terminal', () => {
  for (const line of runSummary(hostileRun)) expect(line).not.toMatch(/\p{Cc}/u)
  const summary = { ...sampleRun.summary, notes: ['two\nlines'] }
  expect(runSummary({ ...sampleRun, summary })).toContain('note: two lines')
})
