import type { AnswerCoverage, ConstraintCoverage, Coverage, PropertyCoverage } from './run-report.ts'

/** A documented answer that never came. */
export function isAnswerGap({ documented, count }: AnswerCoverage): boolean {
  return documented && count === 0
}

/** A property that was never there. */
export function isPropertyGap({ count }: PropertyCoverage): boolean {
  return count === 0
}

/** A rule of which one side, or both, was never tried. */
export function isConstraintGap({ valid, invalid }: ConstraintCoverage): boolean {
  return valid === 0 || invalid === 0
}

/** How much was reached, in one line. */
export function coverageFigures({ answers, properties, constraints }: Coverage): string {
  const documented = answers.filter((answer) => answer.documented)
  return [
    `${reached(documented, isAnswerGap)} documented answers`,
    `${reached(properties, isPropertyGap)} properties`,
    `${reached(constraints, isConstraintGap)} constraints on both sides`,
  ].join(', ')
}

/** What no case reached, a line each. */
export function coverageGaps({ answers, properties, constraints }: Coverage): string[] {
  return [
    ...answers.filter(isAnswerGap).map(answerGap),
    ...properties.filter(isPropertyGap).map(propertyGap),
    ...constraints.filter(isConstraintGap).map(constraintGap),
  ]
}

function reached<T>(rows: readonly T[], isGap: (row: T) => boolean): string {
  return `${rows.filter((row) => !isGap(row)).length} of ${rows.length}`
}

function answerGap({ operationId, status, mediaType }: AnswerCoverage): string {
  return `${operationId}: no answer ${status} ${mediaType || 'without a body'}`
}

function propertyGap({ operationId, place, pointer }: PropertyCoverage): string {
  return `${operationId}: ${pointer} was never ${place === 'request' ? 'sent' : 'seen in an answer'}`
}

function constraintGap({ operationId, place, pointer, constraint, valid, invalid }: ConstraintCoverage): string {
  const missing = valid > 0 ? 'broken' : invalid > 0 ? 'kept' : 'kept or broken'
  return `${operationId}: ${place} ${pointer} ${constraint} was never ${missing}`
}
