import { coverageFigures, coverageGaps } from '../coverage-gaps.ts'
import { markdownFindings } from '../markdown-findings.ts'
import { markdownText } from '../markdown-text.ts'
import type { Reporter } from '../reporter.ts'
import type { Coverage, RunReport, RunSummary } from '../run-report.ts'
import { seededFindings } from '../seeded-findings.ts'
import { outcome, summaryRows } from '../summary-rows.ts'
import { cutText } from '../visible-text.ts'

/** For the summary of a job in CI. */
export const markdown: Reporter = { id: 'markdown', render }

/** What job summaries take is more; what people read is less. */
const maximumBytes = 200_000
const linesShown = 20
const lineLength = 200

/** Everything but the findings is short and stands in any case; the findings get the room that is left. */
function render(report: RunReport): string {
  const head = headPart(report)
  const tail = coveragePart(report.coverage)
  const room = maximumBytes - Buffer.byteLength(head + tail)
  return `${head}${markdownFindings(seededFindings(report), room)}${tail}`
}

function headPart(report: RunReport): string {
  const { summary } = report
  const rows = summaryRows(report).map(([label, value]) => `| ${label} | ${text(value)} |`)
  return [
    `## Contract run against ${text(summary.target)}: ${outcome(summary)}`,
    markdownText(cutText(summary.meaning, 5 * lineLength)),
    ['| What | How much |', '|---|---|', ...rows].join('\n'),
    ...notesPart(summary),
  ].join('\n\n')
}

function notesPart({ notes }: RunSummary): string[] {
  return notes.length === 0 ? [] : ['### Notes', list(notes)]
}

function coveragePart(coverage: Coverage): string {
  const gaps = coverageGaps(coverage)
  const reached = gaps.length === 0 ? 'Nothing was left out.' : `Reached by no case:\n\n${list(gaps)}`
  return `\n\n### Coverage\n\n${coverageFigures(coverage)}\n\n${reached}\n`
}

function list(lines: readonly string[]): string {
  const more = lines.length - linesShown
  const items = lines.slice(0, linesShown).map((line) => `- ${text(line)}`)
  return [...items, ...(more > 0 ? [`- … and ${more} more, see \`--report html=FILE\``] : [])].join('\n')
}

function text(value: string): string {
  return markdownText(cutText(value, lineLength))
}
