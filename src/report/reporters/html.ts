import { htmlCoverage } from '../html-coverage.ts'
import { htmlFindings } from '../html-findings.ts'
import { type HtmlSection, htmlPage } from '../html-page.ts'
import { htmlTable } from '../html-table.ts'
import { type Markup, markup } from '../markup.ts'
import type { Reporter } from '../reporter.ts'
import type { RunReport } from '../run-report.ts'
import { seededFindings } from '../seeded-findings.ts'
import { milliseconds, outcome, slowestCases, summaryRows } from '../summary-rows.ts'

/** For people: one page that needs nothing but itself. */
export const html: Reporter = {
  id: 'html',
  render: (report) =>
    htmlPage({
      title: `Contract run against ${report.summary.target}: ${outcome(report.summary)}`,
      introduction: report.summary.meaning,
      sections: sectionsOf(report),
    }),
}

const slowestShown = 10

function sectionsOf(report: RunReport): HtmlSection[] {
  return [
    { id: 'summary', title: 'Summary', content: summaryPart(report) },
    { id: 'findings', title: 'Findings', content: htmlFindings(seededFindings(report)) },
    { id: 'slowest', title: 'Slowest cases', content: slowestPart(report) },
    { id: 'coverage', title: 'Coverage', content: htmlCoverage(report.coverage) },
  ]
}

function summaryPart(report: RunReport): Markup {
  const { notes } = report.summary
  const counts = htmlTable({
    id: 'counts',
    caption: 'The run in figures',
    columns: ['What', 'How much'],
    rows: summaryRows(report),
  })
  const list = markup`<ul>\n${notes.map((note) => markup`<li>${note}</li>\n`)}</ul>\n`
  return notes.length === 0 ? counts : markup`${counts}<h3>Notes</h3>\n${list}`
}

function slowestPart(report: RunReport): Markup {
  return htmlTable({
    id: 'slowest-cases',
    caption: `The cases that took longest, ${slowestShown} at most`,
    columns: ['Case', 'Operation', 'Time'],
    rows: slowestCases(report, slowestShown).map(({ id, operationId, durationMs }) => [
      id,
      operationId,
      milliseconds(durationMs),
    ]),
  })
}
