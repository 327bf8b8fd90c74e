import type { ClientOptions, Logger } from './options.ts'
import { orUndefined } from './or-undefined.ts'

/** Calls what the caller wants to be told by; none of it can break or hold up a call. */
export interface Hooks {
  /** Calls a hook, if there is one, and logs what it throws. */
  tell<Event extends object>(hook: ((event: Event) => unknown) | undefined, event: Event): void
  log(level: keyof Logger, message: string, facts: object): void
}

export function createHooks({ logger }: ClientOptions): Hooks {
  const log: Hooks['log'] = (level, message, facts) => {
    // Where the logger fails, nobody is left to tell.
    if (logger) attempted(() => logger[level]?.(message, facts))
  }
  return {
    log,
    tell: (hook, event) => {
      if (hook)
        attempted(
          () => hook(event),
          (error) => {
            const name = orUndefined(() => (error instanceof Error ? error.name : typeof error))
            log('error', 'A hook failed', { name })
          },
        )
    },
  }
}

/** What is called may be async, although nobody waits for it. */
async function attempted(run: () => unknown, failed?: (error: unknown) => void): Promise<void> {
  try {
    await run()
  } catch (error) {
    failed?.(error)
  }
}
