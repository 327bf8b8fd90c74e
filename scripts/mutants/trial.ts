import { join } from 'node:path'
import { contractDocument } from '../../src/contract/contract-document.ts'
import { runContract } from '../../src/contract/run.ts'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import type { Finding } from '../../src/report/finding.ts'
import { sandboxTarget } from '../contract/sandbox-target.ts'
import type { Subject } from './subjects.ts'

/** What a run against one subject found. */
export interface Trial {
  readonly id: string
  readonly cases: number
  readonly durationMs: number
  readonly findings: readonly Pick<Finding, 'id' | 'severity' | 'caseId' | 'message' | 'expected' | 'got'>[]
  /** Why there was no run. */
  readonly failure?: string
}

const { model } = await contractDocument(join(ours.root, 'spec/openapi.yaml'))

/** Long enough for a change to finish in the sandbox, many times over. */
const waitMs = 700

/** Runs the unchanged suite against a sandbox with the fault or the variation round it. */
export async function trial({ id, plant }: Subject): Promise<Trial> {
  const target = await sandboxTarget(plant)
  const before = performance.now()
  try {
    const { report } = await runContract(model, target, { seed: 1, waitMs, timeoutMs: 3000 })
    const findings = report.findings.map(({ id: check, severity, caseId, message, expected, got }) => ({
      id: check,
      severity,
      message,
      ...(caseId !== undefined && { caseId }),
      ...(expected !== undefined && { expected }),
      ...(got !== undefined && { got }),
    }))
    return { id, cases: report.summary.cases, durationMs: performance.now() - before, findings }
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error
    return { id, cases: 0, durationMs: performance.now() - before, findings: [], failure: error.message }
  } finally {
    await target.stop()
  }
}
