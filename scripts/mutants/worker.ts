import { parentPort } from 'node:worker_threads'
import { subjects } from './subjects.ts'
import { trial } from './trial.ts'

/** Tries each subject as its index comes in. */
parentPort?.on('message', async (index: number) => {
  const subject = subjects[index]
  if (subject) parentPort?.postMessage({ index, trial: await trial(subject) })
})
parentPort?.postMessage('ready')
