import { coverageFigures } from './coverage-gaps.ts'
import type { ReportedCase, RunReport, RunSummary } from './run-report.ts'

/** The summary as a table of two columns. */
export function summaryRows({ summary, coverage }: RunReport): [label: string, value: string][] {
  return [
    ['Target', summary.target],
    ['Cases', String(summary.cases)],
    ['Failed cases', String(summary.failed)],
    ['Errors', String(summary.errors)],
    ['Warnings', String(summary.warnings)],
    ['Duration', seconds(summary.durationMs)],
    ['Seed', `${summary.seed} (--seed ${summary.seed} repeats this run)`],
    ['Coverage', coverageFigures(coverage)],
  ]
}

/** How the run went, in a few words. */
export function outcome({ cases, failed, errors }: RunSummary): string {
  if (errors === 0) return `all ${counted(cases, 'case')} passed`
  return failed === 0 ? counted(errors, 'error') : `${failed} of ${counted(cases, 'case')} failed`
}

/** The cases that took longest, slowest first. */
export function slowestCases({ cases }: RunReport, count: number): ReportedCase[] {
  return cases.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count)
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

export function milliseconds(duration: number): string {
  return `${Math.round(duration)} ms`
}
