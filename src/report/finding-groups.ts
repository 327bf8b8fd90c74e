import type { Finding, Severity } from './finding.ts'

/** The findings of one check, all equally bad. */
export interface FindingGroup {
  readonly id: string
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** The findings by check, errors before warnings, otherwise in the order in which they came. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity)
    return [...Map.groupBy(own, ({ id }) => id)].map(([id, members]) => ({ id, severity, findings: members }))
  })
}
