import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Subject, subjects } from './subjects.ts'
import type { Trial } from './trial.ts'

/** Much of a run is waiting, so each thread has so many under way. */
const atOnce = 2

/** Runs the suite against each subject, in a thread for each core. */
export async function trials(chosen: readonly Subject[], done: (trial: Trial) => void): Promise<readonly Trial[]> {
  const results = new Map<Subject, Trial>()
  const queue = chosen.values()
  const count = Math.min(availableParallelism(), chosen.length)
  await Promise.all(Array.from({ length: count }, () => work(queue, results, done)))
  return chosen.flatMap((subject) => results.get(subject) ?? [])
}

function work(queue: Iterator<Subject>, results: Map<Subject, Trial>, done: (trial: Trial) => void): Promise<void> {
  const worker = new Worker(new URL('worker.ts', import.meta.url))
  let open = 0
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      const { value, done: isEmpty } = queue.next()
      if (!isEmpty) {
        open += 1
        worker.postMessage(subjects.indexOf(value))
      } else if (open === 0) void worker.terminate().then(() => resolve())
    }
    worker.on('error', reject)
    worker.on('message', (message: 'ready' | { readonly index: number; readonly trial: Trial }) => {
      if (message === 'ready') {
        for (let begun = 0; begun < atOnce; begun += 1) next()
        return
      }
      open -= 1
      const subject = subjects[message.index]
      if (subject) results.set(subject, message.trial)
      done(message.trial)
      next()
    })
  })
}
