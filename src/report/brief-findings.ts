import type { Finding } from './finding.ts'
import { counted } from './summary-rows.ts'
import { inTextOrder, textReport } from './text-reporter.ts'

/** So many findings that say the same are shown. */
const alikeShown = 3

/**
 * The findings as `textReport` has them, but short enough for a terminal when one cause breaks every answer: of many that
 * say the same a few are shown, where the first of them stands, and the rest is counted. `allBy`
 * is the option that gives all.
 */
export function briefFindings(findings: readonly Finding[], allBy = '--report json=FILE'): string {
  const ordered = inTextOrder(findings)
  const alike = [...Map.groupBy(ordered, saying)].filter(([, members]) => members.length > alikeShown)
  const many = new Set(alike.map(([key]) => key))
  const blocks = Map.groupBy(ordered, (finding, index) => (many.has(saying(finding)) ? saying(finding) : index))
  return [...blocks.values()].map((alike) => blockText(alike, allBy)).join('')
}

/** Equal for findings that say the same, be it of another operation or of another item of a list. */
function saying({ severity, id, message, pointer }: Finding): string {
  const [text, place] = [message, pointer].map((part) => part?.replaceAll(/\/\d+(?![^\s/])/g, '/0'))
  return JSON.stringify([severity, id, text, place])
}

function blockText(alike: readonly Finding[], allBy: string): string {
  const preferred = new Set([...firstOfEachOperation(alike), ...alike])
  const examples = [...preferred].slice(0, alikeShown)
  const left = alike.filter((finding) => !examples.includes(finding))
  return (
    textReport(alike.filter((finding) => examples.includes(finding))) + (left.length > 0 ? leftOut(left, allBy) : '')
  )
}

function firstOfEachOperation(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, ({ operationId }) => operationId).values()].flatMap((own) => own.slice(0, 1))
}

function leftOut(findings: readonly Finding[], allBy: string): string {
  const operations = new Set(findings.flatMap(({ operationId }) => operationId ?? []))
  const where = operations.size > 0 ? ` in ${counted(operations.size, 'operation')}` : ''
  return `  … and ${findings.length} more like it${where}; ${allBy} has them all\n`
}
