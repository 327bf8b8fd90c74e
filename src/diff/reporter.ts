import type { DiffReport } from './diff-report.ts'

/** Turns a comparison into text. The bytes depend on the comparison alone. */
export interface DiffReporter {
  /** What `--format` calls it. */
  readonly id: string
  readonly render: (report: DiffReport) => string
}
