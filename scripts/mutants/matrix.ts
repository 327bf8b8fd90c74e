import { checks } from '../../src/contract/checks.ts'
import type { Verdict } from './verdict.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
const columns = checks.map(({ id }, index) => ({ id, letter: letters[index] ?? '?' }))

/** Mutant × check: `#` the check that is meant to catch it did, `+` another one did, `.` none. */
export function matrix(verdicts: readonly Verdict[]): string {
  const width = Math.max(...verdicts.map(({ subject }) => subject.id.length))
  const legend = columns.map(({ id, letter }) => `  ${letter} ${id}`)
  const rows = verdicts.map(({ subject, trial, isAsDue }) => {
    const found = new Set(trial.findings.map(({ id }) => id))
    const cells = columns.map(({ id }) => (!found.has(id) ? '.' : id === subject.caughtBy ? '#' : '+'))
    return `${isAsDue ? '    ' : 'FAIL'} ${subject.id.padEnd(width)} ${cells.join('')}`
  })
  const head = `${' '.repeat(width + 5)} ${columns.map(({ letter }) => letter).join('')}`
  return [...legend, '', head, ...rows, ''].join('\n')
}
