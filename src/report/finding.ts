/** How bad a finding is: an error breaks the contract or stops the work, a warning is worth a look. */
export type Severity = 'error' | 'warning'

/** Where in a document a finding was made. */
export interface Location {
  /** Path of the file, as the user named it. */
  readonly file: string
  /** 1-based line. */
  readonly line: number
  /** JSON pointer inside the file, written as a URI fragment (`#/paths/…`). */
  readonly pointer: string
}

/** What a check, the linter or a comparison reports. A value: it is collected, never thrown alone. */
export interface Finding {
  /** The check or rule that reports it; reads as a sentence. */
  readonly id: string
  readonly severity: Severity
  readonly message: string
  readonly location?: Location
  readonly operationId?: string
  readonly caseId?: string
  /**
   * JSON pointer (`#/name`) into the body that was judged: the answer's, or for a refusal that is due the request's. Of a
   * parameter, its place and name (`#/query/limit`).
   */
  readonly pointer?: string
  readonly expected?: string
  readonly got?: string
  /** A command that repeats the request, without secrets. */
  readonly curl?: string
  /** Repeats the run that the finding was made in, request by request. */
  readonly seed?: number
}

/** The findings that are errors. */
export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'error')
}

/** The findings that are warnings. */
export function warningsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'warning')
}
