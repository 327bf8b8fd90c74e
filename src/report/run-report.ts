import type { Finding } from './finding.ts'

/** What a run of the contract suite has to say; every reporter writes from this. */
export interface RunReport {
  readonly summary: RunSummary
  /** Every case that was sent, in a stable order. */
  readonly cases: readonly ReportedCase[]
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
}

export interface RunSummary {
  /** Where the cases were sent, such as `Prism` or a URL. */
  readonly target: string
  /** What a clean run against this target shows. */
  readonly meaning: string
  /** Repeats the run request by request. */
  readonly seed: number
  readonly cases: number
  /** Cases with at least one error. */
  readonly failed: number
  readonly errors: number
  readonly warnings: number
  readonly durationMs: number
  /** What was inferred from the document, and what was left out and why; a sentence each. */
  readonly notes: readonly string[]
}

export interface ReportedCase {
  readonly id: string
  readonly operationId: string
  /** From the first byte sent to the last one read. */
  readonly durationMs: number
}

/** What the cases reached of the document. A count of 0 is a gap, and is reported like the others. */
export interface Coverage {
  readonly answers: readonly AnswerCoverage[]
  readonly properties: readonly PropertyCoverage[]
  readonly constraints: readonly ConstraintCoverage[]
}

/** How often an operation answered with a status in a media type. */
export interface AnswerCoverage {
  readonly operationId: string
  readonly status: string
  /** Empty for an answer without a body. */
  readonly mediaType: string
  /** False for an answer that came and that the document does not describe. */
  readonly documented: boolean
  readonly count: number
}

/** How often a property was there: sent in a valid request, or seen in an answer. */
export interface PropertyCoverage {
  readonly operationId: string
  readonly place: 'request' | 'response'
  /** JSON pointer into the body, as a URI fragment; `0` stands for every item of a list. */
  readonly pointer: string
  readonly count: number
}

/** How often a rule for a request was kept and broken. */
export interface ConstraintCoverage {
  readonly operationId: string
  /** `body`, or a parameter's place and name, such as `query limit`. */
  readonly place: string
  readonly pointer: string
  /** The schema's keyword, with the member that it is about where there are several. */
  readonly constraint: string
  readonly valid: number
  readonly invalid: number
}
