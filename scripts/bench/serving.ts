import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { killedAtExit } from '../../src/report/killed-at-exit.ts'
import { environment } from './processes.ts'

/** A server that answers. */
export interface Serving {
  readonly pid: number
  readonly baseUrl: string
  /** From its start to its first answer, in milliseconds. */
  readonly readyMs: number
  readonly stop: () => Promise<void>
}

/** A program that listens. */
export interface Server {
  readonly name: string
  readonly makes: string
  /** How it is started; 0 lets it choose its port. */
  readonly args: (port: number) => readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The part of its output that is the address; one that says nothing is given a port, and asked until it answers. */
  readonly address?: RegExp
}

/** A server that does not answer for so long hangs. */
const longestMs = 60_000

/**
 * Starts a server and waits until it has answered a request for the list.
 *
 * @throws {Error} when it ends, or does not answer within a minute
 */
export async function serving({ name, args, env, address }: Server): Promise<Serving> {
  const port = address === undefined ? await freePort() : 0
  const start = performance.now()
  const child = killedAtExit(
    spawn(process.execPath, args(port), { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] }),
  )
  const ended = once(child, 'close')
  const hanging = setTimeout(() => child.kill('SIGKILL'), longestMs)
  try {
    const silent = `http://127.0.0.1:${port}`
    const baseUrl = address === undefined ? await answering(silent, child) : await told(address, child)
    await asked(baseUrl)
    const stop = async () => {
      child.kill()
      await ended
    }
    return { pid: child.pid ?? 0, baseUrl, readyMs: performance.now() - start, stop }
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`${name} does not serve: ${error instanceof Error ? error.message : error}`)
  } finally {
    clearTimeout(hanging)
  }
}

type Child = ChildProcessByStdio<null, Readable, Readable>

/** The address that a server says. */
function told(address: RegExp, child: Child): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk
      const found = address.exec(said)?.[1]
      if (found === undefined) return
      // What it logs from here on is let go, so that reading it takes no time from what is measured.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume()
      resolve(found)
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', read)
    child.once('close', () => reject(new Error(`it ended before it listened:\n${said}`)))
  })
}

/** The address, as soon as somebody answers there. */
async function answering(baseUrl: string, child: Child): Promise<string> {
  for (const stream of [child.stdout, child.stderr]) stream.resume()
  for (;;) {
    const isThere = await asked(baseUrl).then(
      () => true,
      () => false,
    )
    if (isThere) return baseUrl
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended before it listened')
    await pause(20)
  }
}

async function asked(baseUrl: string): Promise<void> {
  const answer = await fetch(`${baseUrl}${gateways}`, { headers: { authorization: `Bearer ${token}` } })
  await answer.text()
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

export const gateways = '/v1alpha1/inference/gateways'

/** The token that clients of the benchmark send. */
export const token = 'bench'
