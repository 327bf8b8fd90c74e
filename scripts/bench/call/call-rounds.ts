import { deepStrictEqual, strictEqual } from 'node:assert'
import { setImmediate } from 'node:timers/promises'
import { answer, bare, type CallContender, type Fetch, openapiFetch, own, peers } from './call-contenders.ts'

// Run as `node --expose-gc call-rounds.ts ROUNDS CALLS [MODULES CLIENTS]`; writes the microseconds of a call as JSON, by contender.

const [rounds, calls] = process.argv.slice(2, 4).map(Number) as [number, number]
const [modules, generated] = process.argv.slice(4)
const installed = modules === undefined || generated === undefined ? [] : await peers(modules, generated)
const contenders = [...own, bare, openapiFetch, ...installed]

/** Rounds that do not count, in which the engine gets to know all of them. */
const warmUps = 4

const text = JSON.stringify(answer)
const headers = { 'content-type': 'application/json', 'x-request-id': '4c9f7a1e' }
let answered = 0
const stub: Fetch = async () => {
  answered++
  return new Response(text, { headers })
}

const clients = contenders.map(({ client }) => client(stub))
const microseconds = new Map(contenders.map(({ name }) => [name, [] as number[]]))
const sentByBare = await sentBy(bare)
for (const contender of contenders) deepStrictEqual(await sentBy(contender), sentByBare, contender.name)
for (let round = -warmUps; round < rounds; round++) {
  for (const [index, call] of clients.entries()) {
    const taken = await batch(call)
    if (round >= 0) microseconds.get(contenders[index]?.name ?? '')?.push(taken)
  }
}
process.stdout.write(JSON.stringify([...microseconds]))

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
