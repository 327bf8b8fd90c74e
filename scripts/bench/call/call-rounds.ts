import { deepStrictEqual, strictEqual } from 'node:assert'
import { setImmediate } from 'node:timers/promises'
import { median } from '../statistics.ts'
import { inTurn } from '../turns.ts'
import type { Called } from './call.ts'
import { answer, bare, type CallContender, type Fetch, openapiFetch, own, peers } from './call-contenders.ts'

// Run as `node --expose-gc call-rounds.ts CALLS [MODULES CLIENTS]`; writes the microseconds of a call as JSON, by contender:
// the median of rounds in which they take turns.

const calls = Number(process.argv[2])
const [modules, generated] = process.argv.slice(3)
const installed = modules === undefined || generated === undefined ? [] : await peers(modules, generated)
const contenders = [...own, bare, openapiFetch, ...installed]

/** Rounds that do not count, in which the engine gets to know all of them. */
const warmUps = 4
const rounds = 5

const text = JSON.stringify(answer)
const headers = { 'content-type': 'application/json', 'x-request-id': '4c9f7a1e' }
let answered = 0
const stub: Fetch = async () => {
  answered++
  return new Response(text, { headers })
}

const sentByBare = await sentBy(bare)
for (const contender of contenders) deepStrictEqual(await sentBy(contender), sentByBare, contender.name)
// Made after that: a client that is one object for all would go on sending to what writes down.
const clients = contenders.map(({ name, makes, client }) => ({
  name,
  makes,
  call: client(stub),
  taken: [] as number[],
}))
for (let round = 0; round < warmUps + rounds; round++) {
  for (const { call, taken } of inTurn(clients, round)) {
    const time = await batch(call)
    if (round >= warmUps) taken.push(time)
  }
}
const told = clients.map(({ name, makes, taken }): Called => ({ name, makes, microseconds: median(taken) }))
process.stdout.write(JSON.stringify(told))

/**
 * The time of one call, in microseconds, from many in a row. Nobody pays for what another has left behind; a whole collection
 * would throw the optimised code away too, and each turn would measure how it is compiled again.
 */
async function batch(call: () => Promise<unknown>): Promise<number> {
  await setImmediate()
  globalThis.gc?.({ type: 'minor' })
  answered = 0
  const start = performance.now()
  for (let number = 0; number < calls; number++) await call()
  const taken = performance.now() - start
  strictEqual(answered, calls, 'a call was repeated')
  return (taken * 1000) / calls
}

/** What a contender sends, as far as it is to be the same, and that it reads the answer. */
async function sentBy({ client }: CallContender): Promise<object> {
  const sent: object[] = []
  const call = client(async (input, init) => {
    const request = new Request(input, init)
    const { method, url } = request
    const [accept, authorization, contentType] = ['accept', 'authorization', 'content-type'].map((name) =>
      request.headers.get(name),
    )
    sent.push({ method, url, accept, authorization, contentType, body: await request.text() })
    return stub(input, init)
  })
  deepStrictEqual(await call(), answer)
  return sent
}
