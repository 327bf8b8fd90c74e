import { CannotRunError } from './cannot-run-error.ts'
import { failureToWrite, obstacleTo, realPlace, reasonOf } from './output-file.ts'
import type { Reporter } from './reporter.ts'
import { reporters } from './reporters.ts'
import type { RunReport } from './run-report.ts'
import { userPath } from './user-folder.ts'

/** A report that is due at the end of a run. */
export interface ReportFile {
  readonly reporter: Reporter
  /** Where it goes; an absolute path. */
  readonly file: string
}

/**
 * Reads the values of `--report`, before the run: what cannot be written at its end is refused at its start.
 *
 * @throws {CannotRunError} that names every value that is not `FORMAT=FILE`, or whose file cannot be written or comes twice
 */
export function reportFiles(values: readonly string[]): ReportFile[] {
  const results = values.map(reportFile)
  const files = results.filter((result) => typeof result !== 'string')
  const problems = [...results.filter((result) => typeof result === 'string'), ...namedTwice(files)]
  if (problems.length > 0) throw new CannotRunError(problems.join('\n'))
  return files
}

/**
 * Writes every report that can be written, each whole or not at all.
 *
 * @throws {CannotRunError} that names each file that could not be written, and why
 */
export function writeReports(files: readonly ReportFile[], report: RunReport): void {
  const texts = files.map(({ reporter, file }) => ({ file, text: reporter.render(report) }))
  const failures = texts.flatMap(({ file, text }) => {
    const cause = failureToWrite(file, text)
    return cause === undefined ? [] : [{ file, cause }]
  })
  const [first] = failures
  if (!first) return
  const lines = failures.map(({ file, cause }) => `Cannot write the report ${file}: ${reasonOf(cause)}`)
  throw new CannotRunError(lines.join('\n'), { cause: first.cause })
}

const formats = `the formats are ${reporters.map(({ id }) => id).join(', ')}`

/** The report that a value asks for, or what is wrong with it. */
function reportFile(value: string): ReportFile | string {
  const [id, ...rest] = value.split('=')
  const path = rest.join('=')
  const reporter = reporters.find((one) => one.id === id)
  if (!reporter) return `--report ${value} names no format that exists; write FORMAT=FILE, ${formats}.`
  if (!path) return `--report ${value} names no file; write ${reporter.id}=FILE.`
  const file = userPath(path)
  const obstacle = obstacleTo(file)
  return obstacle ? `--report ${value} cannot be written: ${obstacle}.` : { reporter, file: realPlace(file) }
}

function namedTwice(files: readonly ReportFile[]): string[] {
  return [...Map.groupBy(files, ({ file }) => file)]
    .filter(([, own]) => own.length > 1)
    .map(([file]) => `--report names ${file} more than once; each report needs a file of its own.`)
}
