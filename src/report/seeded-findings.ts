import type { Finding } from './finding.ts'
import type { RunReport } from './run-report.ts'

/** The findings of a run, each with the seed that repeats it. */
export function seededFindings({ findings, summary }: RunReport): Finding[] {
  return findings.map((finding) => ({ ...finding, seed: finding.seed ?? summary.seed }))
}
