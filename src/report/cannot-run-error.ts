import type { Finding } from './finding.ts'

/** The work could not be done: wrong usage, an unreadable document, a target out of reach. Ends a command with exit code 2. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError'
  readonly code = 'cannot-run'
  /** Every problem that was found before giving up. */
  readonly findings: readonly Finding[]

  constructor(message: string, options: { readonly findings?: readonly Finding[]; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.findings = options.findings ?? []
  }
}
