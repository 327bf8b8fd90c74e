import { markdownFence, markdownText } from '../../report/markdown-text.ts'
import { counted } from '../../report/summary-rows.ts'
import { cutText } from '../../report/visible-text.ts'
import type { Change } from '../change.ts'
import { type DiffReport, outcomeWords, proofWords, trialLines, whereWords } from '../diff-report.ts'
import type { DiffReporter } from '../reporter.ts'

/** For the body of a pull request, which takes 65,536 characters. */
export const markdown: DiffReporter = { id: 'markdown', render }

const mostCharacters = 60_000

function render(report: DiffReport): string {
  const { base, revision, changes, falseAlarms, others } = report
  const head = [
    `## ${markdownText(revision.name)} beside ${markdownText(base.name)}`,
    `**${markdownText(outcomeWords(report))}**`,
  ]
  const tail = [
    ...(report.trials
      ? [
          '### Old and new together',
          trialLines(report)
            .map((line) => `- ${markdownText(line)}`)
            .join('\n'),
        ]
      : []),
    ...(falseAlarms.length === 0
      ? []
      : [
          `### What redocly diff calls breaking, and is not`,
          ...falseAlarms.map(({ message, because }) => `- ${markdownText(message)} But ${markdownText(because)}.`),
        ]),
    ...(others.length === 0
      ? []
      : [`Beside these ${counted(others.length, 'change')} of texts, examples and what hurts nobody.`]),
  ]
  const room = mostCharacters - [...head, ...tail].join('\n\n').length
  const parts = changes.map(changePart)
  const shown = fitting(parts, room)
  const left = parts.length - shown.length
  const rest = left > 0 ? [`**${left} changes left out to keep this short; \`--format json\` has them all.**`] : []
  return `${[...head, ...shown, ...rest, ...tail].join('\n\n')}\n`
}

function fitting(parts: readonly string[], room: number): string[] {
  let left = room
  return parts.filter((part) => {
    left -= part.length + 2
    return left > 0
  })
}

function changePart(change: Change): string {
  const { rating, audience, message, witness, location, redocly, id } = change
  const where = whereWords(change)
  const place = location ? `${markdownText(`${location.file}:${location.line}`)} · ` : ''
  const proof = rating === 'breaking' ? proofWords(change) : undefined
  return [
    `### ${rating}, ${audience}: ${markdownText(message)}`,
    `${where === '' ? '' : `${markdownText(where)} · `}${place}\`${id}\`${redocly ? ` · redocly diff: ${redocly}` : ''}`,
    ...(proof === undefined ? [] : [markdownText(proof)]),
    ...(rating === 'breaking' && witness ? [markdownFence(cutText(JSON.stringify(witness.value), 2000))] : []),
  ].join('\n\n')
}
