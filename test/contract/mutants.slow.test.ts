import { describe, expect, test } from 'vitest'
import { type Subject, subjects } from '../../scripts/mutants/subjects.ts'
import { verdict } from '../../scripts/mutants/verdict.ts'
import { checks } from '../../src/contract/checks.ts'
import { runScript } from '../workspace.ts'

const faults = subjects.filter(({ caughtBy }) => caughtBy !== undefined)
const variants = subjects.filter(({ caughtBy }) => caughtBy === undefined)

describe('the planted faults', () => {
  test('are at least 60, beside at least 15 harmless variants, each with an id of its own', () => {
    expect(faults.length).toBeGreaterThanOrEqual(60)
    expect(variants.filter(({ warning }) => warning === undefined).length).toBeGreaterThanOrEqual(15)
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length)
  })

  test('are each meant for a check that exists, and every check that a service can fail has one', () => {
    const meant = new Set(faults.map(({ caughtBy }) => caughtBy))
    const ids = checks.map(({ id }) => id)
    expect([...meant].filter((id) => !ids.includes(id ?? ''))).toEqual([])
    // The document asks for no header, a mock alone is told a status, and a name that is not listed is no fault.
    const others = [
      'invalid-header',
      'status-not-provoked',
      'unknown-enum-name',
      'unknown-property',
      'undocumented-status',
    ]
    expect(ids.filter((id) => !meant.has(id)).sort()).toEqual(others.sort())
  })
})

describe('a verdict', () => {
  const plant: Subject['plant'] = (handler) => handler
  const fault: Subject = { id: 'a/b', plant, caughtBy: 'wrong-list' }
  const harmless: Subject = { id: 'c/d', plant }
  const trial = { id: '', cases: 1, durationMs: 1 }
  const found = (id: string, severity: 'error' | 'warning' = 'error') => ({
    ...trial,
    findings: [{ id, severity, message: 'm' }],
  })

  test.each([
    ['a fault that its check finds', fault, found('wrong-list'), true],
    ['a fault that only another check finds', fault, found('invalid-body'), false],
    ['a fault that nothing finds', fault, { ...trial, findings: [] }, false],
    ['a fault that ends the run', fault, { ...trial, findings: [], failure: 'gone' }, false],
    ['a fault whose requests get no answer', fault, found('no-answer'), false],
    ['a variant that raises nothing', harmless, { ...trial, findings: [] }, true],
    ['a variant that raises a warning', harmless, found('unknown-property', 'warning'), false],
    [
      'a variant with a warning of its own',
      { ...harmless, warning: 'unknown-property' },
      found('unknown-property', 'warning'),
      true,
    ],
    [
      'a variant without the warning that is due',
      { ...harmless, warning: 'unknown-property' },
      { ...trial, findings: [] },
      false,
    ],
    ['a variant that ends the run', harmless, { ...trial, findings: [], failure: 'gone' }, false],
  ] as const)('on %s is right', (_, subject, outcome, isAsDue) => {
    expect(verdict(subject, outcome).isAsDue).toBe(isAsDue)
  })
})

test('npm run mutants prints who was caught by which check, and the rates', async () => {
  const { code, stdout, stderr } = await runScript('mutants', ['--only', 'deleted'])
  expect(stdout).toContain('deleted-still-there')
  expect(stdout).toMatch(/^ {5}listing\/list-holds-the-deleted +[.+]*#[.+]*$/m)
  expect(stderr).toMatch(/^(\d+) of \1 faults caught \(100\.0 %\), 0 false alarms in 0 variants/m)
  expect(code).toBe(0)
})

test.each([['--only', 'no such thing'], ['--source', 'sandbox'], ['client']])(
  'npm run mutants refuses what it does not have: %s %s',
  async (...args) => {
    expect(await runScript('mutants', args.filter(Boolean))).toMatchObject({ code: 2, stdout: '' })
  },
)
