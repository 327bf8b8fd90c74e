import type { DiffReporter } from '../../src/diff/reporter.ts'
import { diffReporters } from '../../src/diff/reporters.ts'
import type { Bump } from '../../src/diff/version/version-bump.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { writer } from '../../src/report/output-file.ts'

/** What the command line says of a comparison, as text. */
export interface DiffArguments {
  readonly format: string
  readonly output?: string
  readonly 'fail-on': string
  readonly 'documents-only': boolean
  readonly 'check-version': boolean
}

export interface DiffChoices {
  readonly reporter: DiffReporter
  readonly write: (text: string) => void
  readonly failOn: (bump: Bump) => boolean
  /** Whether code is compiled and called. */
  readonly isTried: boolean
  readonly isVersionCheck: boolean
}

const bumps: readonly string[] = ['none', 'patch', 'minor', 'major']

/**
 * Reads the options of a comparison.
 *
 * @throws {CannotRunError} that says what is wrong with one, and what to write instead
 */
export function diffChoices(given: DiffArguments): DiffChoices {
  const limit = bumps.indexOf(given['fail-on'])
  if (limit < 0) throw new CannotRunError(`--fail-on ${given['fail-on']} is no bump; use major, minor, patch or none.`)
  return {
    reporter: diffReporter(given.format),
    write: writer(given.output),
    failOn: (bump) => limit > 0 && bumps.indexOf(bump) >= limit,
    isTried: !given['documents-only'],
    isVersionCheck: given['check-version'],
  }
}

/**
 * The reporter of a format.
 *
 * @throws {CannotRunError} when there is none
 */
export function diffReporter(format: string): DiffReporter {
  const reporter = diffReporters.find(({ id }) => id === format)
  if (reporter) return reporter
  const formats = diffReporters.map(({ id }) => id).join(', ')
  throw new CannotRunError(`--format ${format} is no format; use one of ${formats}.`)
}
