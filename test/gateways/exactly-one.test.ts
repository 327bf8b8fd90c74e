import { expect, test } from 'vitest'
import { createGatewaysClient } from '../../src/index.ts'
import { gatewaysHandler, type Handler, type SandboxResponse } from '../../src/sandbox/handler.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { type FakeClock, fakeClock, seeded } from '../client/fake-clock.ts'
import { type Answer, faultServer, head, type Received, type Step } from '../client/fault-server.ts'
import { asked } from './gateways.ts'

/** What becomes of one request: whether the service gets it, and what the caller gets of the answer. */
interface Fate {
  readonly arrives: boolean
  readonly answer: (whole: SandboxResponse) => readonly Step[]
}

const start = ({ status, headers, body }: SandboxResponse) =>
  head(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
const half = ({ body }: SandboxResponse) => Buffer.from(body).subarray(0, Buffer.byteLength(body) / 2)
const unavailable = head(503, { 'content-length': '0' })

const fates: Readonly<Record<string, Fate>> = {
  'reset before it arrived': { arrives: false, answer: () => ['reset'] },
  'closed before it arrived': { arrives: false, answer: () => ['close'] },
  'not arrived, and no answer': { arrives: false, answer: () => ['stall'] },
  'not arrived, and 503': { arrives: false, answer: () => [unavailable] },
  'reset before the headers': { arrives: true, answer: () => ['reset'] },
  'closed before the headers': { arrives: true, answer: () => ['close'] },
  'closed amid the headers': { arrives: true, answer: (whole) => [start(whole).slice(0, 20), 'close'] },
  'no answer': { arrives: true, answer: () => ['stall'] },
  'stalled before the body': { arrives: true, answer: (whole) => [start(whole), 'stall'] },
  'stalled amid the body': { arrives: true, answer: (whole) => [start(whole), half(whole), 'stall'] },
  'reset amid the body': { arrives: true, answer: (whole) => [start(whole), half(whole), 'reset'] },
  'closed amid the body': { arrives: true, answer: (whole) => [start(whole), half(whole), 'close'] },
  'arrived, and 503': { arrives: true, answer: () => [unavailable] },
  'arrived, and a 504 page': {
    arrives: true,
    answer: () => [head(504, { 'content-type': 'text/html', 'content-length': '4' }), '<p/>'],
  },
}
const names = Object.keys(fates)
const whole: Fate = { arrives: true, answer: (answer) => [start(answer), answer.body] }

interface Run {
  readonly clock: FakeClock
  /** What becomes of its requests, one after the other; after that nothing goes wrong. */
  readonly plan: string[]
}

/** The sandbox behind bytes on a socket, where each request meets what its run has planned. */
function behindFaults(handler: Handler, runOf: (request: Received) => Run | undefined): Answer {
  return (request) => {
    const run = runOf(request)
    const { arrives, answer } = fates[run?.plan.shift() ?? ''] ?? whole
    const steps = answer(arrives ? handled(handler, request) : { status: 0, headers: {}, body: '' })
    // Nobody waits for what does not come: its time is over as soon as it stalls.
    if (steps.includes('stall')) void run?.clock.advance(10_000)
    return steps
  }
}

function handled(handler: Handler, { method, target: url, headers, body }: Received): SandboxResponse {
  const answer = handler({ method, url, headers, body: new TextEncoder().encode(body) })
  if (answer instanceof Promise) throw new Error('The sandbox answers at once.')
  return answer
}

const first = Number(process.env.SEED ?? 1)
const count = process.env.SEED === undefined ? 500 : 1

test('whatever becomes of the answers, there is one gateway of each name, and the caller has it', async () => {
  const store = sqliteStore()
  const runs = new Map<string, Run>()
  const handler = gatewaysHandler({ store })
  const server = await faultServer(behindFaults(handler, ({ headers }) => runs.get(headers['x-run'] ?? '')))

  const run = async (seed: number) => {
    const random = seeded(seed)
    const pick = () => names[Math.floor(random() * names.length)] ?? ''
    const plan = Array.from({ length: 1 + Math.floor(random() * 3) }, pick)
    const clock = fakeClock({ seed })
    runs.set(String(seed), { clock, plan: [...plan] })
    // A client of its own, because the budget of one is not made for a service that always fails.
    const options = { baseUrl: server.url, token: 'token-of-a-test', clock, retry: { attempts: 4 } }
    const headers = { 'x-run': String(seed) }
    const call = createGatewaysClient(options).createGateway({ ...asked, name: `run-${seed}` }, { headers })
    const [settled] = await clock.run(Promise.allSettled([call]))
    const got = settled.status === 'fulfilled' ? settled.value.gateway?.spec?.id : String(settled.reason)
    return { name: `run-${seed}`, got, repeat: `SEED=${seed}`, plan }
  }

  const seeds = Array.from({ length: count }, (_, index) => first + index)
  const results: Awaited<ReturnType<typeof run>>[] = []
  const worker = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) results.push(await run(seed))
  }
  await Promise.all(Array.from({ length: 20 }, worker))

  const made = Map.groupBy(store.list(), ({ spec }) => spec.name)
  const ids = (name: string) => made.get(name)?.map(({ id }) => id)
  expect(results.filter(({ name, got }) => JSON.stringify(ids(name)) !== JSON.stringify([got]))).toEqual([])
  expect([results.length, made.size]).toEqual([count, count])
})
