import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TriedUses, UsesToTry } from './broken-uses.ts'

/** `brokenUses` in a thread of its own, because the compiler leaves no room for anything else. */
export async function triedUses(toTry: UsesToTry): Promise<TriedUses> {
  const worker = new Worker(new URL('uses-worker.ts', import.meta.url), { workerData: toTry })
  const [result] = await once(worker, 'message')
  return result
}
