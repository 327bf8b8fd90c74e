import { equal } from './workplace.js'

const stalled = { headers: { 'x-sandbox-fault': 'stall' }, retry: false }

/** The longest that an abort may take, in milliseconds. */
const abortMs = 20

/** What ends a call that nothing else would end. */
export const limitChecks = [
  ['a body that stalls runs out of time', stall],
  ['a call has a deadline', deadline],
  [`an abort takes effect within ${abortMs} ms and keeps its reason`, abort],
  ['a call that is aborted already sends nothing', aborted],
]

async function stall({ client, failure }) {
  const call = client().listGateways({ ...stalled, timeoutMs: 100 })
  await failure(call, 'TimeoutError', { limit: 'attempt', timeoutMs: 100 })
}

async function deadline({ client, failure }) {
  const call = client().listGateways({ ...stalled, deadlineMs: 100 })
  await failure(call, 'TimeoutError', { limit: 'deadline', timeoutMs: 100 })
}

/** The best of several: a busy machine may hold up any one of them. */
async function abort(place) {
  const times = []
  while (times.length < 5 && !(Math.min(...times) <= abortMs)) times.push(await abortTime(place))
  if (Math.min(...times) > abortMs) throw new Error(`it took ${times.join(', ')} ms`)
}

async function abortTime({ client, failure }) {
  const reason = new Error('enough')
  const controller = new AbortController()
  const call = client().listGateways({ ...stalled, signal: controller.signal })
  let start = 0
  setTimeout(() => {
    start = performance.now()
    controller.abort(reason)
  }, 100)
  const error = await failure(call, 'AbortedError')
  equal(error.cause, reason, 'cause')
  return performance.now() - start
}

async function aborted({ client, failure }) {
  const call = client().listGateways({ signal: AbortSignal.abort('before') })
  await failure(call, 'AbortedError', { attempts: 0, cause: 'before' })
}
