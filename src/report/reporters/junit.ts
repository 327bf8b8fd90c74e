import { errorsOf, type Finding, warningsOf } from '../finding.ts'
import { type Markup, markup } from '../markup.ts'
import type { Reporter } from '../reporter.ts'
import type { ReportedCase, RunReport } from '../run-report.ts'
import { seededFindings } from '../seeded-findings.ts'
import { findingText } from '../text-reporter.ts'
import { cutText, oneLine } from '../visible-text.ts'

/** For the test views of GitHub, GitLab and Jenkins: a suite for each operation and one for what is of no single case. */
export const junit: Reporter = {
  id: 'junit',
  render: (report) => `<?xml version="1.0" encoding="UTF-8"?>\n${suitesXml(report).markup}\n`,
}

interface Suite {
  readonly name: string
  readonly tests: readonly Test[]
  /** Stands in the suite's own output. */
  readonly notes: readonly string[]
}

interface Test {
  readonly name: string
  readonly durationMs: number
  readonly findings: readonly Finding[]
}

const wholeRun = 'the run as a whole'

function suitesXml(report: RunReport): Markup {
  const suites = suitesOf(report)
  const counts = countsOf(suites.flatMap(({ tests }) => tests))
  return markup`<testsuites name="contract" ${counts} time="${seconds(report.summary.durationMs)}">
${suites.map(suiteXml)}</testsuites>`
}

function suitesOf(report: RunReport): Suite[] {
  const { cases, summary } = report
  const known = new Set<string | undefined>(cases.map(({ id }) => id))
  const caseOf = ({ caseId }: Finding) => (known.has(caseId) ? caseId : undefined)
  const byCase = Map.groupBy(seededFindings(report), caseOf)
  const test = ({ id, durationMs }: ReportedCase): Test => ({ name: id, durationMs, findings: byCase.get(id) ?? [] })
  const operations = [...Map.groupBy(cases, ({ operationId }) => operationId)]
  return [
    ...operations.map(([name, own]) => ({ name, tests: own.map(test), notes: [] })),
    { name: wholeRun, tests: testsOfNoCase(byCase.get(undefined) ?? []), notes: notesOf(summary) },
  ]
}

function notesOf({ target, meaning, seed, notes }: RunReport['summary']): string[] {
  return [`target: ${target}`, meaning, `--seed ${seed} repeats this run`, ...notes.map((note) => `note: ${note}`)]
}

/** GitLab keeps one of several tests with the same name: such names get a number. */
function testsOfNoCase(findings: readonly Finding[]): Test[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const { id, operationId, caseId, pointer, message } = finding
    const place = [id, operationId, caseId, pointer].filter((part) => part !== undefined).join(' ')
    const name = cutText(oneLine(`${place}: ${message}`), 300)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { name: times === 1 ? name : `${name} (${times})`, durationMs: 0, findings: [finding] }
  })
}

function suiteXml({ name, tests, notes }: Suite): Markup {
  const time = seconds(tests.reduce((sum, { durationMs }) => sum + durationMs, 0))
  return markup`  <testsuite name="${oneLine(name)}" ${countsOf(tests)} time="${time}">
${tests.map((test) => testXml(name, test))}${outputXml(notes, '    ')}  </testsuite>
`
}

function testXml(suite: string, { name, durationMs, findings }: Test): Markup {
  const warnings = warningsOf(findings).map(findingText)
  return markup`    <testcase classname="${oneLine(suite)}" name="${oneLine(name)}" time="${seconds(durationMs)}">
${failureXml(errorsOf(findings))}${outputXml(warnings, '      ')}    </testcase>
`
}

/** One failure holds all errors of a test: readers look at the first one only. */
function failureXml(errors: readonly Finding[]): Markup {
  const [first] = errors
  if (!first) return markup``
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const text = errors.map(findingText).join('\n')
  return markup`      <failure message="${oneLine(first.message)}${more}" type="${oneLine(first.id)}">${text}</failure>
`
}

function outputXml(texts: readonly string[], indent: string): Markup {
  if (texts.length === 0) return markup``
  return markup`${indent}<system-out>${texts.join('\n')}</system-out>
`
}

function countsOf(tests: readonly Test[]): Markup {
  const failures = tests.filter(({ findings }) => errorsOf(findings).length > 0).length
  return markup`tests="${tests.length}" failures="${failures}" errors="0" skipped="0"`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
