import type { Finding } from './finding.ts'
import { type FindingGroup, findingGroups } from './finding-groups.ts'
import { markdownFence, markdownText } from './markdown-text.ts'
import { counted } from './summary-rows.ts'
import { cutText } from './visible-text.ts'

/** Room for the lines that say how many findings are left out. */
const lineBytes = 200

interface Shown {
  readonly text: string
  readonly count: number
}

/** The findings by check in at most so many bytes; each check gets its share of the room, so that none hides another. */
export function markdownFindings(findings: readonly Finding[], bytes: number): string {
  const groups = findingGroups(findings)
  let room = bytes - lineBytes
  let left = findings.length
  const texts = groups.map((group, index) => {
    const { text, count } = groupText(group, Math.floor(room / (groups.length - index)))
    room -= Buffer.byteLength(text)
    left -= count
    return text
  })
  return texts.join('') + (left > 0 ? leftOut(left, findings.length) : '')
}

function leftOut(left: number, all: number): string {
  return `\n\n**${left} of ${counted(all, 'finding')} left out to keep this short; \`--report json=FILE\` has them all.**`
}

function groupText({ id, severity, findings }: FindingGroup, bytes: number): Shown {
  const title = `${severity} ${markdownText(cutText(id, 100))}`
  const heading = `\n\n### ${title}: ${counted(findings.length, 'finding')}`
  let room = bytes - Buffer.byteLength(heading) - lineBytes
  if (room < 0) return { text: '', count: 0 }
  const texts: string[] = []
  for (const finding of findings) {
    const text = findingMarkdown(finding)
    room -= Buffer.byteLength(text)
    if (room < 0) break
    texts.push(text)
  }
  const more = findings.length - texts.length
  const rest = more > 0 ? `\n\n… and ${more} more of this check` : ''
  return { text: heading + texts.join('') + rest, count: texts.length }
}

function findingMarkdown(finding: Finding): string {
  const { operationId, caseId, pointer, message, seed } = finding
  const place = [operationId, caseId, pointer, seed === undefined ? undefined : `seed ${seed}`]
  const known = place.filter((part) => part !== undefined).map((part) => markdownText(cutText(part, 300)))
  const facts = (['expected', 'got', 'curl'] as const).flatMap((key) => factText(key, finding[key]))
  return ['', `**${known.join(' · ')}**`, markdownText(cutText(message, 1000)), ...facts].join('\n\n')
}

/** A curl line is of use only as a whole, so that more of it is kept. */
function factText(key: 'expected' | 'got' | 'curl', text: string | undefined): string[] {
  if (text === undefined) return []
  return [`${key}:`, markdownFence(cutText(text, key === 'curl' ? 8000 : 1000))]
}
