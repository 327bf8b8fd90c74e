import { counted } from '../../report/summary-rows.ts'
import { cutText, oneLine, visibleText } from '../../report/visible-text.ts'
import type { Change } from '../change.ts'
import { type DiffReport, outcomeWords, proofWords, trialLines, whereWords } from '../diff-report.ts'
import type { DiffReporter } from '../reporter.ts'

/** For a terminal. */
export const text: DiffReporter = { id: 'text', render }

const longestValue = 400

function render(report: DiffReport): string {
  const { changes, falseAlarms, others, base, revision } = report
  const lines = [
    `${revision.name} (${revision.version}) beside ${base.name} (${base.version})`,
    ...changes.flatMap(changeLines),
    ...falseAlarms.flatMap(({ rule, message, because }) => [
      '',
      `no harm    redocly diff says ${rule}: ${oneLine(message)}`,
      `           but ${because}`,
    ]),
    ...(report.trials ? ['', ...trialLines(report)] : []),
    ...(others.length > 0
      ? ['', `${counted(others.length, 'other change')}: texts, examples and what hurts nobody`]
      : []),
    '',
    outcomeWords(report),
  ]
  return lines.map((line) => `${inOneLine(line)}\n`).join('')
}

/** A text of the document must not begin a line of its own. */
function inOneLine(line: string): string {
  const [indent = ''] = /^ */.exec(line) ?? []
  return indent + visibleText(line.slice(indent.length).replaceAll(/[\n\r\t]+/g, ' '))
}

function changeLines(change: Change): string[] {
  const { rating, audience, message, witness, location, redocly, id } = change
  const where = whereWords(change)
  const proof = proofWords(change)
  return [
    '',
    `${rating.padEnd(9)}  ${audience.padEnd(6)} ${oneLine(message)}`,
    ...[
      ...(where === '' ? [] : [where]),
      ...(location ? [`${location.file}:${location.line}  ${id}`] : [id]),
      ...(rating === 'breaking' && witness ? [cutText(JSON.stringify(witness.value), longestValue)] : []),
      ...(rating === 'breaking' && proof ? [proof] : []),
      ...(redocly ? [`redocly diff: ${redocly}`] : []),
    ].map((line) => `           ${oneLine(line)}`),
  ]
}
