import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { gateways, token } from '../serving.ts'
import { quantile } from '../statistics.ts'

export const connections = 16

/** What a server managed. */
export interface Load {
  readonly requests: number
  /** Answers a second. */
  readonly rate: number
  /** What 99 of 100 answers took at most, in milliseconds. */
  readonly p99: number
}

/** A create with its body, right or wrong. */
export interface Asked {
  readonly body: () => string
  readonly status: (status: number) => boolean
}

const body = { name: 'bench', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }

export const valid: Asked = {
  body: () => JSON.stringify({ ...body, id: randomUUID() }),
  status: (status) => status === 200,
}

/** Two routings, and a name that is too short. */
export const invalid: Asked = {
  body: () => JSON.stringify({ ...body, id: randomUUID(), name: '', headerBasedRouting: {} }),
  status: (status) => status === 400 || status === 422,
}

/** Asks for as much as the server gives, over connections that are kept. */
export async function load(baseUrl: string, asked: Asked, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let until = performance.now() + seconds * 1000
  const taken: number[] = []
  const one = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await sent(agent, baseUrl, asked)
      taken.push(performance.now() - start)
    }
  }
  const start = performance.now()
  try {
    await Promise.all(Array.from({ length: connections }, one))
  } finally {
    // The others stop, too, when one has failed.
    until = 0
    agent.destroy()
  }
  return {
    requests: taken.length,
    rate: taken.length / ((performance.now() - start) / 1000),
    p99: quantile(taken, 0.99),
  }
}

/** Every answer has to be the right one: a refusal costs a server less than its work. */
function sent(agent: Agent, baseUrl: string, { body: text, status }: Asked): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const outgoing = request(`${baseUrl}${gateways}`, { agent, method: 'POST', headers }, (response) => {
      response.resume().once('end', () => {
        if (status(response.statusCode ?? 0)) resolve()
        else reject(new Error(`A create was answered with ${response.statusCode}.`))
      })
    })
    outgoing.once('error', reject)
    outgoing.end(text())
  })
}
