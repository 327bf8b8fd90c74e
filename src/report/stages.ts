import { type ExitCode, say } from './command.ts'
import { seconds } from './summary-rows.ts'

/** One step of a longer job. */
export interface Stage {
  readonly name: string
  /** Resolves to a summary in a few words, and whether the stage found anything. */
  readonly run: () => Promise<StageResult>
}

export interface StageResult {
  readonly ok: boolean
  readonly summary: string
  /** Shown in full when the stage is not ok. */
  readonly details?: string
}

/** Runs the stages one after the other, also after one that found something, and prints a line for each with its time. */
export async function runStages(
  stages: readonly Stage[],
  clock: Pick<Performance, 'now'> = performance,
): Promise<ExitCode> {
  const start = clock.now()
  let failed = 0
  for (const { name, run } of stages) {
    const before = clock.now()
    const { ok, summary, details } = await run()
    say(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(9)} ${seconds(clock.now() - before).padStart(7)}  ${summary}`)
    if (!ok && details) process.stdout.write(`${details.trimEnd()}\n`)
    if (!ok) failed++
  }
  const all = failed === 0 ? `all ${stages.length} stages passed` : `${failed} of ${stages.length} stages failed`
  say(`${all} in ${seconds(clock.now() - start)}`)
  return failed === 0 ? 0 : 1
}
