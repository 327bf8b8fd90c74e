import type { Reporter } from '../reporter.ts'
import type { RunReport } from '../run-report.ts'
import { seededFindings } from '../seeded-findings.ts'
import { visibleText } from '../visible-text.ts'

/** For programs: all that a run has to say but the single cases, with keys in a fixed order. */
export const json: Reporter = {
  id: 'json',
  // Inside a string of JSON an escape is what it stands for: the file shows what is not seen, and changes nothing.
  render: (report) => `${visibleText(JSON.stringify(contentOf(report), null, 2))}\n`,
}

const summaryKeys = [
  'target',
  'meaning',
  'seed',
  'cases',
  'failed',
  'errors',
  'warnings',
  'durationMs',
  'notes',
] as const
const findingKeys = [
  'id',
  'severity',
  'operationId',
  'caseId',
  'pointer',
  'message',
  'expected',
  'got',
  'curl',
  'seed',
] as const
const answerKeys = ['operationId', 'status', 'mediaType', 'documented', 'count'] as const
const propertyKeys = ['operationId', 'place', 'pointer', 'count'] as const
const constraintKeys = ['operationId', 'place', 'pointer', 'constraint', 'valid', 'invalid'] as const

function contentOf(report: RunReport): object {
  const { answers, properties, constraints } = report.coverage
  return {
    summary: ordered(report.summary, summaryKeys),
    findings: seededFindings(report).map((finding) => ordered(finding, findingKeys)),
    coverage: {
      answers: answers.map((row) => ordered(row, answerKeys)),
      properties: properties.map((row) => ordered(row, propertyKeys)),
      constraints: constraints.map((row) => ordered(row, constraintKeys)),
    },
  }
}

/** The named members in this order; JSON leaves out those without a value. */
function ordered<Value extends object>(value: Value, keys: readonly (keyof Value & string)[]): object {
  return Object.fromEntries(keys.map((key) => [key, value[key]]))
}
