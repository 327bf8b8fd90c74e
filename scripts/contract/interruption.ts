import { say, signalCodes } from '../../src/report/command.ts'

/** The wish to end a run, so that it clears up before it does. */
export interface Interruption {
  readonly signal: AbortSignal
  /** The exit code of the signal that came, or undefined. */
  readonly code: () => number | undefined
  readonly end: () => void
}

/** The first signal ends the run, which then removes what it has made; a second one ends the process at once. */
export function interruption(): Interruption {
  const controller = new AbortController()
  let code: number | undefined
  const handlers = Object.entries(signalCodes).map(([name, own]) => {
    const handler = () => {
      if (code !== undefined) {
        say('Left at once: what the run has made is still there, and is called contract-….')
        process.exit(own)
      }
      code = own
      say('Ending the run and removing what it has made; once more to leave at once.')
      controller.abort()
    }
    return { name, handler }
  })
  for (const { name, handler } of handlers) process.on(name, handler)
  return {
    signal: controller.signal,
    code: () => code,
    end: () => {
      for (const { name, handler } of handlers) process.off(name, handler)
    },
  }
}
