import { oneLine } from '../../report/visible-text.ts'
import type { Change } from '../change.ts'
import { type DiffReport, proofWords, whereWords } from '../diff-report.ts'
import type { DiffReporter } from '../reporter.ts'

/** Annotations of a workflow run on GitHub: an error for what breaks, a notice for what is safe. */
export const github: DiffReporter = { id: 'github', render }

function render({ changes }: DiffReport): string {
  return changes.map(annotation).join('')
}

function annotation(change: Change): string {
  const { rating, audience, message, location, id } = change
  // A file of another revision is not in the working tree, so that nothing can be shown beside it.
  const isHere = location !== undefined && !location.file.includes(':')
  const place = isHere ? { file: location.file, line: String(location.line) } : {}
  const properties = Object.entries({ ...place, title: `${audience}: ${id}` }).map(
    ([key, value]) => `${key}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  )
  const words = [message, whereWords(change), ...(rating === 'breaking' ? [proofWords(change) ?? ''] : [])]
  const line = words.filter((part) => part !== '').join(' · ')
  return `::${rating === 'breaking' ? 'error' : 'notice'} ${properties.join(',')}::${escaped(oneLine(line))}\n`
}

/** As workflow commands escape what they hold. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
