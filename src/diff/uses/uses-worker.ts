import { parentPort, workerData } from 'node:worker_threads'
import { brokenUses } from './broken-uses.ts'

parentPort?.postMessage(brokenUses(workerData))
