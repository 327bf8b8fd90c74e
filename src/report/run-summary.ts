import { coverageFigures, coverageGaps } from './coverage-gaps.ts'
import type { RunReport } from './run-report.ts'
import { counted, milliseconds, seconds, slowestCases } from './summary-rows.ts'
import { visibleText } from './visible-text.ts'

const slowestShown = 5
const gapsShown = 20

/** The lines that close a run: its counts, its slowest cases, how to repeat it and what it did not reach. */
export function runSummary(report: RunReport): string[] {
  const { summary, coverage } = report
  return [
    countsLine(report),
    summary.meaning,
    ...slowestLines(report),
    ...summary.notes.map((note) => `note: ${note}`),
    `--seed ${summary.seed} repeats this run`,
    `coverage: ${coverageFigures(coverage)}`,
    ...gapLines(coverageGaps(coverage)),
  ].map((line) => visibleText(line.replaceAll('\n', ' ')))
}

function countsLine({ summary: { target, cases, failed, errors, warnings, durationMs } }: RunReport): string {
  const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
  return `${counted(cases, 'case')} against ${target} in ${seconds(durationMs)}: ${failed} failed, ${found}`
}

function slowestLines(report: RunReport): string[] {
  const slowest = slowestCases(report, slowestShown)
  if (slowest.length === 0) return []
  const lines = slowest.map(
    ({ id, operationId, durationMs }) => `  ${milliseconds(durationMs).padStart(8)}  ${operationId} ${id}`,
  )
  return ['slowest cases:', ...lines]
}

function gapLines(gaps: readonly string[]): string[] {
  if (gaps.length === 0) return []
  const lines = gaps.slice(0, gapsShown).map((gap) => `  ${gap}`)
  const more = gaps.length - lines.length
  return ['reached by no case:', ...lines, ...(more > 0 ? [`  … and ${more} more, see --report html=FILE`] : [])]
}
