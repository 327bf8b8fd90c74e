import { isObject, type JsonObject, listAt, textAt } from '../../src/document/json.ts'
import { markdownText } from '../../src/report/markdown-text.ts'

/** As many failures as a reader looks through; the report holds all. */
const shown = 20

/** What vitest says of the merged shards, as Markdown for the page of a run. */
export function shardSummary(json: string, missing: readonly number[]): string {
  const report: JsonObject = JSON.parse(json)
  const failed = failedTests(report)
  const lines = [
    '## Contract suite',
    '',
    `${Number(report.numPassedTests ?? 0)} cases passed, ${failed.length} failed.`,
    ...missing.map((number) => `**Shard ${number} is missing: its cases were not tried.**`),
    ...failed.slice(0, shown).map((name) => `- ${markdownText(name)}`),
    ...(failed.length > shown ? [`- … and ${failed.length - shown} more in the report`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function failedTests(report: JsonObject): string[] {
  const files = listAt(report, 'testResults').filter(isObject)
  const tests = files.flatMap((file) => listAt(file, 'assertionResults').filter(isObject))
  const failed = tests.filter(({ status }) => status === 'failed').map((one) => textAt(one, 'fullName') ?? '')
  const broken = files.filter(
    (file) => textAt(file, 'status') === 'failed' && listAt(file, 'assertionResults').length === 0,
  )
  return [...failed, ...broken.map((file) => textAt(file, 'message') ?? 'a slice that did not begin')]
}
