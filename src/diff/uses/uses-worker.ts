import { parentPort } from 'node:worker_threads'
import { brokenUses, type UsesToTry } from './broken-uses.ts'

// Loaded before there is anything to compile: the compiler takes long to load.
parentPort?.once('message', (toTry: UsesToTry) => parentPort?.postMessage(brokenUses(toTry)))
