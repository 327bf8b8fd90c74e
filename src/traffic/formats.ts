import { briefFindings } from '../report/brief-findings.ts'
import { visibleText } from '../report/visible-text.ts'
import { sarif } from './sarif.ts'
import type { TrafficFinding } from './traffic-finding.ts'
import type { TrafficResult } from './traffic-result.ts'

/** The formats of `--format`. */
export const formats = { text, json, sarif: (result: TrafficResult) => visibleJson(sarif(result)) } as const

export type FormatName = keyof typeof formats

/** For people: of many findings that say the same a few. */
function text({ findings }: TrafficResult): string {
  const told = findings.map(({ entry, document: _, side: _side, ...finding }) => ({
    ...finding,
    caseId: entryText(entry),
  }))
  return briefFindings(told, '--format json')
}

function entryText({ index, line, startedAt, method, path, status }: TrafficFinding['entry']): string {
  const moment = startedAt === undefined ? '' : `, ${startedAt}`
  return `entry ${index} (line ${line}${moment}): ${method} ${path} → ${status}`
}

const keys = [
  'id',
  'severity',
  'side',
  'operationId',
  'pointer',
  'message',
  'expected',
  'got',
  'entry',
  'document',
] as const

/** For programs: everything, with keys in a fixed order. */
function json({ file, counts, notes, findings }: TrafficResult): string {
  const ordered = findings.map((finding) => Object.fromEntries(keys.map((key) => [key, finding[key]])))
  return visibleJson({ file, counts, notes, findings: ordered })
}

function visibleJson(value: object): string {
  return `${visibleText(JSON.stringify(value, null, 2))}\n`
}
