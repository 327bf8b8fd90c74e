import type { DiffReporter } from '../reporter.ts'

/** For programs: all that is known. */
export const json: DiffReporter = { id: 'json', render: (report) => `${JSON.stringify(report, null, 2)}\n` }
