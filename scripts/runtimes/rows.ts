import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { browser } from './browser.ts'
import { engines } from './engines.ts'
import { judges } from './judges.ts'
import type { Bench, Outcome, Result, Row } from './row.ts'
import { worker } from './worker.ts'

/** Every place where the package is tried, and those who judge the package as such. */
export const rows: readonly Row[] = [...engines, worker, browser, ...judges]

/**
 * Runs one row; what goes wrong with it is its outcome.
 *
 * @throws {CannotRunError} when nothing can be said about the package
 */
export async function result({ name, run }: Row, bench: Bench): Promise<Result> {
  const start = performance.now()
  const outcome = await run(bench).catch(failed)
  return { name, outcome, seconds: (performance.now() - start) / 1000 }
}

function failed(error: unknown): Outcome {
  if (error instanceof CannotRunError) throw error
  const detail = error instanceof Error ? error.message : String(error)
  return { version: '?', checks: [{ name: 'it runs', ok: false, detail }] }
}
