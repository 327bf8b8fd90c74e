import type { Subject } from './subjects.ts'
import type { Trial } from './trial.ts'

/** What a trial proves. */
export interface Verdict {
  readonly subject: Subject
  readonly trial: Trial
  readonly isAsDue: boolean
  /** Why it is not as due. */
  readonly reason: string
}

/**
 * A fault has to be found by the check that is meant to; a run that could not be made, or a request without an answer, is
 * no catch. A variant must raise nothing, but for the warning that it may.
 */
export function verdict(subject: Subject, trial: Trial): Verdict {
  const reason = subject.caughtBy === undefined ? falseAlarm(subject, trial) : uncaught(subject.caughtBy, trial)
  return { subject, trial, isAsDue: reason === '', reason }
}

function uncaught(caughtBy: string, { findings, failure }: Trial): string {
  if (failure) return `no run: ${failure}`
  if (findings.some(({ id }) => id === caughtBy)) return ''
  const others = [...new Set(findings.map(({ id }) => id))]
  return `not caught by ${caughtBy}${others.length > 0 ? `, only by ${others.join(', ')}` : ''}`
}

function falseAlarm({ warning }: Subject, { findings, failure }: Trial): string {
  if (failure) return `no run: ${failure}`
  const alarms = findings.filter(({ id, severity }) => !(severity === 'warning' && id === warning))
  const [first] = alarms
  if (first)
    return `false alarm ${first.id} in ${first.caseId}: ${first.message} (expected ${first.expected}, got ${first.got})`
  return warning !== undefined && findings.length === 0 ? `no ${warning}` : ''
}
