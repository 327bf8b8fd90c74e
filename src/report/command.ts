import { CannotRunError } from './cannot-run-error.ts'

/** 0 clean, 1 findings, 2 could not run, 3 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 3

/**
 * Runs one command and turns its outcome into the process's exit code. The code is set, not forced, so that
 * output still on its way is written.
 */
export async function runCommand(usage: string, main: () => Promise<ExitCode>): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    return
  }
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = await reportFailure(error, usage)
  }
}

/** The signals that ask a process to end, and the usual exit codes. */
export const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process on a signal with the usual code, so that what goes at its exit goes: processes that it started,
 * temporary folders. What is returned takes that back.
 */
export function exitOnSignals(): () => void {
  const handlers = Object.entries(signalCodes).map(([signal, code]) => ({ signal, handler: () => process.exit(code) }))
  for (const { signal, handler } of handlers) process.once(signal, handler)
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler)
  }
}

/**
 * Resolves at the next signal, in place of ending the process: takes back what `exitOnSignals` did. To be called before
 * anybody is told that the command is ready. The new listeners come first: with the last of the old ones, a signal in
 * between would be lost.
 */
export function nextSignal(exitNoMore: () => void): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve())
  })
  exitNoMore()
  return arrived
}

/** Writes one line of talk: progress and summaries, which never mix with a command's product. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Writes why a command could not run, with what was found before it gave up. */
export async function sayCannotRun({ findings, message }: CannotRunError): Promise<ExitCode> {
  if (findings.length > 0) {
    // Only here: a command that runs starts sooner without it.
    const { textReport } = await import('./text-reporter.ts')
    process.stderr.write(textReport(findings))
  }
  say(message)
  return 2
}

async function reportFailure(error: unknown, usage: string): Promise<ExitCode> {
  if (error instanceof CannotRunError) return sayCannotRun(error)
  if (isUsageError(error)) {
    say(`${error.message}\n\n${usage}`)
    return 2
  }
  say(`This is a bug; please report it with the lines below.\n${error instanceof Error ? error.stack : String(error)}`)
  return 3
}

/** What `parseArgs` of node:util throws for an unknown or malformed option. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
