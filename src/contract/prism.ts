import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { JsonObject } from '../document/json.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { killedAtExit } from '../report/killed-at-exit.ts'
import { prismDeviations } from './prism-deviations.ts'
import type { Target } from './target.ts'

/** Where and how Prism listens. */
export interface PrismOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number
  /** Called with what Prism prints, once it listens. */
  readonly log?: (text: string) => void
}

/** Where `npm run mock` listens unless told otherwise. */
export const mockPort = 4010

/** A running Prism. */
export interface Prism {
  readonly baseUrl: string
  /** Settles when Prism has ended, by itself or because it was stopped. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Starts Prism on 127.0.0.1 as a process of its own.
 *
 * @throws {CannotRunError} when Prism ends before it listens, with what it printed
 */
export async function startPrism(document: JsonObject, { port = 0, log }: PrismOptions = {}): Promise<Prism> {
  const folder = temporaryFolder('prism')
  const file = join(folder.path, 'openapi.json')
  await writeFile(file, JSON.stringify(document))
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js')
  const args = [cli, 'mock', '--host', '127.0.0.1', '--port', String(port), '--multiprocess', 'false', file]
  const child = killedAtExit(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    folder.remove()
  }
  const baseUrl = await listening(child, log).catch(async (error) => {
    await stop()
    throw error
  })
  return { baseUrl, ended, stop }
}

function listening(child: ReturnType<typeof spawn>, log: PrismOptions['log']): Promise<string> {
  let printed = ''
  let isListening = false
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      if (isListening) return log?.(chunk.toString())
      const url = /Prism is listening on (http:\S+)/.exec(printed)?.[1]
      if (!url) return
      isListening = true
      log?.(printed)
      resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (cause) => reject(new CannotRunError(`Prism did not start: ${cause.message}`, { cause })))
    child.once('close', () => reject(new CannotRunError(`Prism ended before it listened: ${withoutUsage(printed)}`)))
  })
}

/** Prism prints its whole usage with every failure, and the reason as the last paragraph. */
function withoutUsage(printed: string): string {
  const [before = '', usage] = printed.split(/^prism mock <document>$/m)
  return (usage?.trim().split('\n\n').at(-1) ?? before).trim()
}

/** Prism as a target of the contract run. */
export async function prismTarget(document: JsonObject): Promise<Target> {
  const { baseUrl, stop } = await startPrism(document)
  return {
    curlBaseUrl: `http://127.0.0.1:${mockPort}`,
    repeating: 'To repeat a request: npm run mock with the same --spec, export TOKEN=any, then the curl line.',
    name: 'Prism',
    baseUrl,
    state: 'mock',
    deviations: prismDeviations,
    meaning:
      'Prism answers from the same document: a clean run shows that document and mock agree, and nothing about a service.',
    stop,
  }
}
