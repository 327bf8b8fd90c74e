import type { Finding } from '../report/finding.ts'
import type { Exchange } from './case.ts'
import { findingOf, type Measure, type Verdict } from './check.ts'
import { checks } from './checks.ts'
import { masked } from './credentials.ts'
import { curlLine } from './request.ts'
import type { Failure, Session } from './session.ts'

/** What a finding says of the run that it was made in. */
export interface Where {
  readonly target: Session['target']
  readonly seed: number
}

/** Everything that the checks have to say of an exchange. */
export function judge(exchange: Exchange, by: Measure, where: Where): Finding[] {
  const verdicts = checks.flatMap((check) => check.judge(exchange, by).map((verdict) => ({ check, verdict })))
  if (verdicts.length === 0) return []
  const how = { curl: curlOf(exchange, where), seed: where.seed }
  return verdicts.map(({ check, verdict }) => findingOf(check, withoutToken(verdict, where), exchange, how))
}

/** An answer may hold the token, and a report is for many eyes. */
function withoutToken(verdict: Verdict, { target: { token } }: Where): Verdict {
  if (token === undefined) return verdict
  const texts = Object.entries(verdict).map(([name, text]) => [name, name === 'severity' ? text : masked(text, token)])
  return { ...verdict, ...Object.fromEntries(texts) }
}

/** A case without an answer is a finding too. */
export function unanswered({ case: one, failure }: Failure, where: Where): Finding {
  return {
    id: 'no-answer',
    severity: 'error',
    message: failure.message,
    operationId: one.operation.operationId,
    caseId: one.id,
    expected: 'an answer',
    got: 'none',
    curl: curlOf({ case: one }, where),
    seed: where.seed,
  }
}

/** A line that repeats a request, without the token. */
export function curlOf({ case: { request } }: Pick<Exchange, 'case'>, { target }: Where): string {
  return curlLine(target.curlBaseUrl ?? target.baseUrl, request)
}
