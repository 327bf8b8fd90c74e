import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Subject, subjects } from './subjects.ts'
import type { Trial } from './trial.ts'

/** Runs the suite against each subject. Much of a run is waiting, so there are two threads for each core. */
export async function trials(chosen: readonly Subject[], done: (trial: Trial) => void): Promise<readonly Trial[]> {
  const results = new Map<Subject, Trial>()
  const queue = chosen.values()
  const count = Math.min(2 * availableParallelism(), chosen.length)
  await Promise.all(Array.from({ length: count }, () => work(queue, results, done)))
  return chosen.flatMap((subject) => results.get(subject) ?? [])
}

function work(queue: Iterator<Subject>, results: Map<Subject, Trial>, done: (trial: Trial) => void): Promise<void> {
  const worker = new Worker(new URL('worker.ts', import.meta.url))
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      const { value, done: isEmpty } = queue.next()
      if (isEmpty) void worker.terminate().then(() => resolve())
      else worker.postMessage(subjects.indexOf(value))
    }
    worker.on('error', reject)
    worker.on('message', (message: 'ready' | { readonly index: number; readonly trial: Trial }) => {
      if (message !== 'ready') {
        const subject = subjects[message.index]
        if (subject) results.set(subject, message.trial)
        done(message.trial)
      }
      next()
    })
  })
}
