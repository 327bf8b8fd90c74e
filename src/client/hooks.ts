import type { ClientOptions, Logger } from './options.ts'

/** Calls what the caller wants to be told by; none of it can break or hold up a call. */
export interface Hooks {
  /** Calls a hook, if there is one, and logs what it throws. */
  tell<Event extends object>(hook: ((event: Event) => unknown) | undefined, event: Event): void
  log(level: keyof Logger, message: string, facts: object): void
}

export function createHooks({ logger }: ClientOptions): Hooks {
  const log: Hooks['log'] = (level, message, facts) => {
    try {
      logger?.[level]?.(message, facts)
    } catch {
      // Nobody is left to tell.
    }
  }
  const failed = (error: unknown) =>
    log('error', 'A hook of the client failed', { name: error instanceof Error ? error.name : typeof error })
  return {
    log,
    tell: (hook, event) => {
      try {
        // A hook may be async although nobody waits for it.
        const told = hook?.(event)
        if (told instanceof Promise) told.catch(failed)
      } catch (error) {
        failed(error)
      }
    },
  }
}
