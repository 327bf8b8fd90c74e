import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { Case, CaseRequest, CaseResponse, Exchange } from './case.ts'
import { tokenMark, withToken } from './credentials.ts'
import type { Known } from './known.ts'
import { defaultTimeoutMs, send } from './send.ts'
import type { Target } from './target.ts'

/** A case that got no answer. */
export interface Failure {
  readonly case: Case
  readonly failure: CannotRunError
}

/** Sends cases to one target and keeps what came of them. */
export interface Session {
  readonly target: Target
  /** How long the run waits for a change to finish. */
  readonly waitMs: number
  /** Sends a case and keeps the exchange, to be judged; undefined when there was no answer. */
  readonly exchange: (one: Case, known?: Known) => Promise<Exchange | undefined>
  /** Sends a request without keeping it; undefined when there was no answer. */
  readonly aside: (one: Case) => Promise<CaseResponse | undefined>
  /** Says what to do before a request is sent again that was refused because there is too much (429, and no time named). */
  readonly relieve: (operation: Operation, relief: () => Promise<void>) => void
  /** Keeps an answer that was waited for. */
  readonly keep: (exchange: Exchange) => void
  /** Why nobody answers, whatever is asked; undefined when somebody does. */
  readonly unreachable: () => Promise<CannotRunError | undefined>
  /** True when the run was told to end. */
  readonly isOver: () => boolean
  readonly exchanges: readonly Exchange[]
  readonly failures: readonly Failure[]
  /** Milliseconds by case id, of the slowest request of each. */
  readonly durations: ReadonlyMap<string, number>
}

export interface SessionOptions {
  readonly waitMs: number
  /** What is asked for to see whether anybody answers. */
  readonly probePath: string
  /** Default: 10 s. */
  readonly timeoutMs?: number
  /** Ends the run between two requests. */
  readonly signal?: AbortSignal
}

/** So many requests in a row without an answer, and the target is taken to be gone. */
const mostUnanswered = 16

export function openSession(
  target: Target,
  { waitMs, probePath, timeoutMs = defaultTimeoutMs, signal }: SessionOptions,
): Session {
  const exchanges: Exchange[] = []
  const failures: Failure[] = []
  const durations = new Map<string, number>()
  const reliefs = new Map<Operation, () => Promise<void>>()
  let unanswered = 0
  let patienceMs = waitMs
  const unreachable = () => reasonOfSilence(target, { method: 'HEAD', path: probePath, headers: {} }, timeoutMs)
  const answerTo = async (one: Case): Promise<CaseResponse | undefined> => {
    const before = performance.now()
    try {
      const { response, isBusy } = await patiently(one, patienceMs, {
        attempt: () => send(target.baseUrl, withToken(one.request, target.token ?? tokenMark), timeoutMs),
        relief: reliefs.get(one.operation),
      })
      // Where patience did not help one, the others have less.
      if (isBusy) patienceMs /= 2
      unanswered = 0
      return response
    } catch (failure) {
      if (!(failure instanceof CannotRunError)) throw failure
      failures.push({ case: one, failure })
      if (++unanswered < mostUnanswered) return undefined
      // One operation that hangs is a finding of its own, as long as anything else is answered.
      unanswered = 0
      if (await unreachable()) throw failure
      return undefined
    } finally {
      durations.set(one.id, Math.max(durations.get(one.id) ?? 0, performance.now() - before))
    }
  }
  return {
    target,
    waitMs,
    exchanges,
    failures,
    durations,
    exchange: async (one, known) => {
      if (signal?.aborted) throw new CannotRunError('The run was interrupted.')
      const response = await answerTo(one)
      const exchange = response && { case: one, response, ...(known && { known }) }
      if (exchange) exchanges.push(exchange)
      return exchange
    },
    aside: answerTo,
    relieve: (operation, relief) => reliefs.set(operation, relief),
    keep: (exchange) => exchanges.push(exchange),
    unreachable,
    isOver: () => signal?.aborted === true,
  }
}

async function reasonOfSilence(
  { baseUrl }: Target,
  probe: CaseRequest,
  timeoutMs: number,
): Promise<CannotRunError | undefined> {
  try {
    await send(baseUrl, probe, timeoutMs)
    return undefined
  } catch (reason) {
    if (reason instanceof CannotRunError) return reason
    throw reason
  }
}

interface Attempts {
  readonly attempt: () => Promise<CaseResponse>
  readonly relief: (() => Promise<void>) | undefined
}

/** A service may ask for patience (429, and 503 with Retry-After); that is no finding, so the request waits its turn. */
async function patiently(
  one: Case,
  waitMs: number,
  { attempt, relief }: Attempts,
): Promise<{ readonly response: CaseResponse; readonly isBusy: boolean }> {
  const until = performance.now() + waitMs
  for (let pauseMs = 200; ; pauseMs *= 2) {
    const response = await attempt()
    const asked = Number(response.headers['retry-after'] ?? Number.NaN) * 1000
    const isDue = one.expectation.kind === 'status'
    const isBusy = !isDue && (response.status === 429 || (response.status === 503 && asked > 0))
    const delayMs = Number.isNaN(asked) ? pauseMs : Math.max(asked, pauseMs)
    if (!isBusy || performance.now() + delayMs > until) return { response, isBusy }
    if (relief && Number.isNaN(asked)) await relief()
    await sleep(delayMs)
  }
}
