import type { Model } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { errorsOf, type Finding } from '../report/finding.ts'
import type { Case, Exchange } from './case.ts'
import { findingOf } from './check.ts'
import { checks } from './checks.ts'
import { coverageFindings } from './coverage.ts'
import { type Deviation, explained } from './deviations.ts'
import { curlLine } from './request.ts'
import { type SchemaRules, schemaRules } from './schema-rules.ts'
import { send } from './send.ts'
import { strategies } from './strategies.ts'
import { contextOf } from './strategy.ts'
import type { Target } from './target.ts'

/** What a contract run found. */
export interface ContractResult {
  readonly cases: number
  /** Cases with at least one error that no known deviation explains. */
  readonly failed: number
  readonly findings: readonly Finding[]
  /** The known deviations of the target that occurred. */
  readonly deviations: readonly Deviation[]
}

/**
 * Cases × checks × target → findings.
 *
 * @throws {CannotRunError} when the target cannot be reached
 */
export async function runContract(model: Model, target: Target): Promise<ContractResult> {
  const rules = schemaRules(model)
  const cases = casesFor(model, rules, target.isMock)
  const answers = await sendAll(target, cases)
  const judged = answers.flatMap((answer) => judge(answer, rules, target.curlBaseUrl ?? target.baseUrl))
  const exchanges = answers.filter((answer) => 'response' in answer)
  const { findings, occurred } = explained({ exchanges, findings: judged }, target.deviations)
  const failed = new Set(errorsOf(findings).map(({ caseId }) => caseId))
  failed.delete(undefined)
  return {
    cases: cases.length,
    failed: failed.size,
    findings: [...findings, ...coverageFindings(model, cases, target.isMock)],
    deviations: occurred,
  }
}

/** Every case of every strategy that the target can answer. */
export function casesFor(model: Model, rules: SchemaRules, isMock: boolean): Case[] {
  const usable = strategies.filter(({ needsMock }) => isMock || !needsMock)
  const context = contextOf(model, rules)
  return usable.flatMap(({ cases }) => cases(context))
}

const atOnce = 8

/** The cases are independent of each other, so several are under way at a time; the answers keep the cases' order. */
async function sendAll(target: Target, cases: readonly Case[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const queue = cases.entries()
  const worker = async () => {
    for (const [index, one] of queue) answers[index] = await answerTo(target, one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const failures = answers.filter((answer) => 'failure' in answer)
  const [first] = failures
  if (first && failures.length === answers.length) throw first.failure
  return answers
}

/** The answer to one case, or why there was none. */
type Answer = Exchange | { readonly case: Case; readonly failure: CannotRunError }

async function answerTo(target: Target, one: Case): Promise<Answer> {
  try {
    return { case: one, response: await send(target.baseUrl, one.request) }
  } catch (error) {
    if (error instanceof CannotRunError) return { case: one, failure: error }
    throw error
  }
}

function judge(answer: Answer, rules: SchemaRules, baseUrl: string): Finding[] {
  const curl = curlLine(baseUrl, answer.case.request)
  if ('failure' in answer) {
    const { id: caseId, operation } = answer.case
    const { message } = answer.failure
    return [
      {
        id: 'no-answer',
        severity: 'error',
        message,
        caseId,
        operationId: operation.operationId,
        expected: 'an answer',
        got: 'none',
        curl,
      },
    ]
  }
  return checks.flatMap((check) => check.judge(answer, rules).map((verdict) => findingOf(check, verdict, answer, curl)))
}
