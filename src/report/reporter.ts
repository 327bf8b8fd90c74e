import type { RunReport } from './run-report.ts'

/** Turns a run into the text of a file. The bytes depend on the run alone. */
export interface Reporter {
  /** What `--report` calls it. */
  readonly id: string
  readonly render: (report: RunReport) => string
}
