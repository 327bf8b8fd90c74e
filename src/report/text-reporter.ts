import type { Finding } from './finding.ts'
import { visibleText } from './visible-text.ts'

const details = ['pointer', 'expected', 'got', 'curl', 'seed'] as const

/** One finding as text: what happened and where, then one indented line for each fact that it carries. */
export function findingText(finding: Finding): string {
  const place = placeOf(finding)
  const head = `${finding.severity} ${finding.id}${place && `  ${place}`}`
  const facts = details.flatMap((key) => (finding[key] === undefined ? [] : [factLine(key, String(finding[key]))]))
  return visibleText([head, ...finding.message.split('\n').map((line) => `  ${line}`), ...facts].join('\n'))
}

/** Further lines of a text stand deeper, so that none looks like a fact or a finding; a curl line is pasted as it is. */
function factLine(key: string, text: string): string {
  return `    ${key}: ${key === 'curl' ? text : text.replaceAll('\n', '\n      ')}`
}

/** All findings as text. */
export function textReport(findings: readonly Finding[]): string {
  return inTextOrder(findings)
    .map((finding) => `${findingText(finding)}\n`)
    .join('')
}

/** The findings by their place, errors last so that they are what stays on the screen. */
export function inTextOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => rank(a) - rank(b) || byPlace(a, b))
}

function rank(finding: Finding): number {
  return finding.severity === 'error' ? 1 : 0
}

function byPlace({ location: a }: Finding, { location: b }: Finding): number {
  if (!a || !b || a.file === b.file) return (a?.line ?? 0) - (b?.line ?? 0)
  return a.file < b.file ? -1 : 1
}

function placeOf({ location, operationId, caseId }: Finding): string {
  if (location) return `${location.file}:${location.line} ${location.pointer}`
  return [operationId, caseId].filter((part) => part !== undefined).join(' ')
}
