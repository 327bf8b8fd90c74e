import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { JsonObject } from '../document/json.ts'
import { documentTypes } from './document-types.ts'

/** The types of a document that are made while something else is. */
export interface TypesAside {
  readonly made: () => Promise<string>
  /** Ends what is not asked for any more. */
  readonly stop: () => Promise<unknown>
}

/** Characters of JSON from which on a thread takes less time than its start costs. */
const large = 1_000_000

/** @param json the bundled document as text */
export function typesAside(bundle: JsonObject, json: string): TypesAside {
  if (json.length < large) return { made: async () => documentTypes(bundle), stop: async () => {} }
  const worker = new Worker(new URL('types-worker.ts', import.meta.url), { workerData: json })
  const answer = once(worker, 'message')
  // Whoever asks is told; until then a failure is nobody's.
  answer.catch(() => {})
  return { made: async () => (await answer)[0], stop: () => worker.terminate() }
}
