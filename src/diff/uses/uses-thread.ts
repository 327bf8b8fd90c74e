import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TriedUses, UsesToTry } from './broken-uses.ts'

/** A thread that compiles uses, once, because the compiler leaves no room for anything else. */
export interface UsesThread {
  readonly tried: (toTry: UsesToTry) => Promise<TriedUses>
  readonly stop: () => Promise<unknown>
}

/** Starts the thread, which loads the compiler while others still read. */
export function usesThread(): UsesThread {
  const worker = new Worker(new URL('uses-worker.ts', import.meta.url))
  worker.unref()
  return {
    tried: async (toTry) => {
      worker.ref()
      const answer = once(worker, 'message')
      worker.postMessage(toTry)
      const [result] = await answer
      return result
    },
    stop: () => worker.terminate(),
  }
}
