import type { Model } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { errorsOf, type Finding, warningsOf } from '../report/finding.ts'
import type { RunReport } from '../report/run-report.ts'
import { coverageFindings } from './coverage.ts'
import { coverageOf } from './coverage-report.ts'
import { type Deviation, explained } from './deviations.ts'
import { inParallel } from './in-parallel.ts'
import { curlOf, unanswered } from './judge.ts'
import { findingsOf, openRun, type Run } from './open-run.ts'
import type { Left } from './resource/clear-up.ts'
import { shrunk } from './shrink.ts'
import type { Target } from './target.ts'

/** What a contract run found. */
export interface ContractResult {
  readonly report: RunReport
  /** The known deviations of the target that occurred. */
  readonly deviations: readonly Deviation[]
}

export interface RunOptions {
  /** Default: 1. The same seed sends the same requests. */
  readonly seed?: number
  /** How long a change may take to finish. Default: 20 s. */
  readonly waitMs?: number
  /** How long an answer may take. Default: 10 s. */
  readonly timeoutMs?: number
  /** Ends the run between two requests; what it has made is removed all the same. */
  readonly signal?: AbortSignal
}

/** So many requests are under way at a time. */
const atOnce = 8

/**
 * Cases × checks × target → findings.
 *
 * @throws {CannotRunError} when the target cannot be reached, or stops answering, or the document has hints that mean nothing
 */
export async function runContract(model: Model, target: Target, options: RunOptions = {}): Promise<ContractResult> {
  const before = performance.now()
  const run = await openRun(model, target, { seed: 1, waitMs: 20_000, ...options })
  const { findings, deviations, sent, left } = await clearing(run, async () => {
    await sendAll(run)
    return judged(run)
  })
  const all = [...findings, ...left]
  return { report: reportOf(run, { findings: all, sent, durationMs: performance.now() - before }), deviations }
}

/** Does the work and clears up behind it, also when it fails; what cannot be removed is never left without a word. */
async function clearing<T extends object>(
  run: Run,
  work: () => Promise<T>,
): Promise<T & { readonly left: readonly Finding[] }> {
  const { plan } = run
  const clear = async () => (await plan.clear()).map((one) => leftBehind(one, run))
  const result = await work().catch(async (error: unknown) => {
    const left = await clear()
    if (!(error instanceof CannotRunError) || left.length === 0) throw error
    throw new CannotRunError(error.message, { findings: [...error.findings, ...left], cause: error })
  })
  return { ...result, left: await clear() }
}

function leftBehind({ id, remove }: Left, { context, session: { target } }: Run): Finding {
  return {
    id: 'left-behind',
    severity: 'error',
    message: `The run created it, could not remove it, and leaves it there: ${id}`,
    operationId: remove.operation.operationId,
    caseId: remove.id,
    curl: curlOf({ case: remove }, { target, seed: context.seed }),
    seed: context.seed,
  }
}

async function sendAll(run: Run): Promise<void> {
  const { plan, session } = run
  try {
    await plan.begin()
    await inParallel(plan.tasks, atOnce, (task) => task.run())
    await plan.aftermath()
  } catch (error) {
    throw error instanceof CannotRunError && session.failures.length > 0 && !session.isOver() ? gone(run, error) : error
  }
  const [first] = session.failures
  if (first && (await session.unreachable())) throw gone(run, first.failure)
}

function gone({ context, session: { target, failures } }: Run, cause: unknown): CannotRunError {
  const findings = failures.slice(0, 3).map((one) => unanswered(one, { target, seed: context.seed }))
  const message = `${target.name} stopped answering during the run; the first requests without an answer are above.`
  return new CannotRunError(message, { findings, cause })
}

async function judged(run: Run) {
  const { context, session, plan } = run
  const { target } = session
  // What is sent from here on only looks for a smaller body, or clears up.
  const [exchanges, failures] = [[...session.exchanges], [...session.failures]]
  const all = findingsOf(run, { exchanges, failures })
  const smaller = await shrunk(run, all)
  const { findings, occurred } = explained({ exchanges, findings: smaller }, target.deviations)
  const gaps = coverageFindings(context, plan.cases, target.state === 'mock')
  return {
    findings: [...errorsOf(findings), ...once(warningsOf(findings)), ...gaps],
    deviations: occurred,
    sent: { exchanges, failures },
  }
}

/** The same warning in many answers is said once, with their number. */
function once(warnings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(warnings, ({ id, operationId, message, pointer = '' }) =>
    JSON.stringify([id, operationId, message, pointer.replaceAll(/\/\d+/g, '/0')]),
  )
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    return [more.length === 0 ? first : { ...first, message: `${first.message} (and in ${more.length} more answers)` }]
  })
}

interface Reported {
  readonly findings: readonly Finding[]
  /** The requests that were cases, and what came of them. */
  readonly sent: Pick<Run['session'], 'exchanges' | 'failures'>
  readonly durationMs: number
}

function reportOf({ context, session, plan }: Run, { findings, sent, durationMs }: Reported): RunReport {
  const { target, durations } = session
  const all = [...sent.exchanges, ...sent.failures].map(({ case: one }) => one)
  const cases = [...new Map(all.map((one) => [one.id, one] as const)).values()].sort((x, y) => (x.id < y.id ? -1 : 1))
  const failed = new Set(errorsOf(findings).map(({ caseId }) => caseId))
  return {
    summary: {
      target: target.name,
      meaning: target.meaning,
      seed: context.seed,
      cases: cases.length,
      failed: cases.filter(({ id }) => failed.has(id)).length,
      errors: errorsOf(findings).length,
      warnings: warningsOf(findings).length,
      durationMs,
      notes: [...plan.notes, ...session.notes],
    },
    cases: cases.map(({ id, operation }) => ({
      id,
      operationId: operation.operationId,
      durationMs: durations.get(id) ?? 0,
    })),
    findings,
    coverage: coverageOf(context, sent.exchanges),
  }
}
