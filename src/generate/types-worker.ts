import { parentPort, workerData } from 'node:worker_threads'
import { documentTypes } from './document-types.ts'

parentPort?.postMessage(documentTypes(JSON.parse(workerData)))
