import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { startPrism } from '../../src/contract/prism.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { ours } from '../../src/generate/options.ts'

/** A server that is asked for as much as it gives. */
export interface Serving {
  readonly baseUrl: string
  readonly stop: () => Promise<void>
}

/** The sandbox as a process of its own, on a free port. */
export async function sandboxServing(): Promise<Serving> {
  const child = spawn(process.execPath, [join(ours.root, 'scripts/sandbox.ts'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()))
    child.once('close', () => reject(new Error('The sandbox ended before it listened.')))
  })
  const stop = () => {
    child.kill()
    return ended
  }
  return { baseUrl, stop }
}

export async function prismServing(): Promise<Serving> {
  const { bundle } = await readDocument(ours.spec)
  return startPrism(bundle)
}

export const connections = 16

/** Requests a second, half of them creates with a body and half reads, over connections that are kept. */
export async function throughput({ baseUrl }: Serving, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1000
  let count = 0
  const one = async () => {
    while (performance.now() < until) {
      const id = randomUUID()
      const body = JSON.stringify({
        id,
        name: 'bench',
        zones: ['US-EAST-04A'],
        coreWeaveAuth: {},
        pathBasedRouting: {},
      })
      await asked(agent, baseUrl, { method: 'POST', path: gateways, body })
      await asked(agent, baseUrl, { method: 'GET', path: `${gateways}/${id}` })
      count += 2
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return count / seconds
}

const gateways = '/v1alpha1/inference/gateways'

interface Asked {
  readonly method: string
  readonly path: string
  readonly body?: string
}

/** Every request has to succeed: a refusal costs a server less than its work. */
function asked(agent: Agent, baseUrl: string, { method, path, body }: Asked): Promise<void> {
  const headers = { authorization: 'Bearer bench', ...(body && { 'content-type': 'application/json' }) }
  return new Promise((resolve, reject) => {
    const sent = request(`${baseUrl}${path}`, { agent, method, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${method} ${path} was answered with ${response.statusCode}`))
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
