import fc from 'fast-check'
import type { Operation } from '../document/model.ts'
import { errorsOf, type Finding } from '../report/finding.ts'
import { findingsOf, type Run } from './open-run.ts'
import { randomBodies, randomCase } from './strategies/random-values.ts'

/** Enough to see what matters, and few enough for a slow service. */
const mostTries = 100

/** The findings, with those about random bodies of one operation replaced by what the smallest body gives that still fails. */
export async function shrunk(run: Run, findings: readonly Finding[]): Promise<readonly Finding[]> {
  let result = findings
  for (const operation of run.context.model.operations) {
    const prefix = `random/${operation.operationId}/`
    const own = errorsOf(result).filter(({ caseId, id }) => caseId?.startsWith(prefix) && id !== 'no-answer')
    if (own.length === 0) continue
    const first = Math.min(...own.map(({ caseId = '' }) => Number(caseId.slice(prefix.length)) - 1))
    const smallest = await smallestFailing(run, operation, {
      index: first,
      failed: new Set(own.map(({ id }) => id)),
    })
    if (smallest.length > 0) result = [...result.filter((one) => !own.includes(one)), ...smallest]
  }
  return result
}

interface Failing {
  readonly index: number
  /** The checks that failed; another failure on the way down is another matter. */
  readonly failed: ReadonlySet<string>
}

async function smallestFailing(
  run: Run,
  operation: Operation,
  { index, failed }: Failing,
): Promise<readonly Finding[]> {
  const { context, session, plan } = run
  const bodies = randomBodies(context, operation)
  if (!bodies) return []
  let smallest: readonly Finding[] = []
  let tries = 0
  const property = fc.asyncProperty(bodies, async (body) => {
    if (session.isOver() || ++tries > mostTries) return true
    const one = randomCase(context, operation, { body, index })
    const id = `shrinking/${operation.operationId}/${tries}`
    await plan.send({ ...one, id })
    const exchange = session.exchanges.findLast((candidate) => candidate.case.id === id)
    const judged = exchange ? findingsOf(run, { exchanges: [exchange], failures: [] }) : []
    const found = errorsOf(judged).filter((finding) => failed.has(finding.id))
    if (found.length > 0) smallest = found.map((finding) => ({ ...finding, caseId: one.id }))
    return found.length === 0
  })
  await fc.check(property, { seed: context.seed, path: String(index), numRuns: 1 })
  return smallest
}
