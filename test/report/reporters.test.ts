import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reporters } from '../../src/report/reporters.ts'
import { root } from '../workspace.ts'
import { hostileRun, sampleRun } from './sample-run.ts'

/** Reporter → how it writes one fact of the sample run. */
const rows: Record<string, string> = {
  html: '<dt>seed</dt><dd class="code">7</dd>',
  json: '"seed": 7',
  junit: 'seed: 7',
  markdown: 'seed 7',
}

test('every reporter has a row and a test file here, and only those', () => {
  expect(reporters.map(({ id }) => id)).toEqual(Object.keys(rows))
  for (const { id } of reporters) expect(existsSync(join(root, `test/report/reporters/${id}.test.ts`)), id).toBe(true)
})

test.each(reporters)('$id tells the seed of each finding, or else that of the run', ({ id, render }) => {
  const fact = rows[id] ?? ''
  const text = render(sampleRun)
  expect(text.split(fact)).toHaveLength(2)
  expect(text.split(fact.replace('7', '42')).length - 1).toBeGreaterThanOrEqual(5)
})

test.each(reporters)('$id names every finding by what it says, also what belongs to no case', ({ render }) => {
  const text = render(sampleRun)
  for (const { message } of sampleRun.findings) expect(text).toContain(message)
})

test.each(reporters)(
  '$id ends with a line feed and writes well-formed text without control characters',
  ({ render }) => {
    const text = render(hostileRun)
    expect(text.endsWith('\n')).toBe(true)
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\ufffe\uffff]/u)
  },
)

test.each(reporters)('$id writes a run without cases, findings and coverage', ({ render }) => {
  const { summary } = sampleRun
  const coverage = { answers: [], properties: [], constraints: [] }
  const counts = { cases: 0, failed: 0, errors: 0, warnings: 0, notes: [] }
  const text = render({ summary: { ...summary, ...counts }, cases: [], findings: [], coverage })
  expect(text).toContain('Prism')
  expect(text).not.toMatch(/undefined|NaN/)
})
