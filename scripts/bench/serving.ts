import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { killedAtExit } from '../common/killed-at-exit.ts'
import { environment } from './processes.ts'

/** A server that answers. */
export interface Serving {
  readonly baseUrl: string
  /** From its start to its first answer, in milliseconds. */
  readonly readyMs: number
  readonly stop: () => Promise<void>
}

/** A program that listens, and how. */
export interface Server {
  readonly name: string
  readonly makes: string
  readonly args: readonly string[]
  /** The part of its output that is the address. */
  readonly address: RegExp
}

/** A server that says no address for so long hangs. */
const longestMs = 60_000

/**
 * Starts a server and waits until it has answered a request for the list.
 *
 * @throws {Error} when it ends, or says no address within a minute
 */
export async function serving({ name, args, address }: Server): Promise<Serving> {
  const start = performance.now()
  const child = killedAtExit(spawn(process.execPath, args, { env: environment(), stdio: ['ignore', 'pipe', 'ignore'] }))
  const ended = once(child, 'close')
  const hanging = setTimeout(() => child.kill('SIGKILL'), longestMs)
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk
      const found = address.exec(said)?.[1]
      if (found === undefined) return
      // What it logs from here on is let go, so that reading it takes no time from what is measured.
      child.stdout.off('data', read).resume()
      resolve(found)
    }
    child.stdout.on('data', read)
    child.once('close', () => reject(new Error(`${name} ended before it listened: ${said}`)))
  })
  clearTimeout(hanging)
  const answer = await fetch(`${baseUrl}${gateways}`, { headers: { authorization: `Bearer ${token}` } })
  await answer.text()
  const stop = async () => {
    child.kill()
    await ended
  }
  return { baseUrl, readyMs: performance.now() - start, stop }
}

export const gateways = '/v1alpha1/inference/gateways'

/** The token that clients of the benchmark send. */
export const token = 'bench'
