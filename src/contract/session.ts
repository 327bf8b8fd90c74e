import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { Case, CaseRequest, CaseResponse, Exchange } from './case.ts'
import { tokenMark, withToken } from './credentials.ts'
import type { Known } from './known.ts'
import { type Relief, reliefBy } from './relief.ts'
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
  /** Says how to make room for an operation's requests that are refused because there is too much (429). */
  readonly relieve: (operation: Operation, remove: () => Promise<boolean>) => void
  /** Keeps an answer that was waited for. */
  readonly keep: (exchange: Exchange) => void
  /** Says, once, what the run could not try, and why. */
  readonly note: (text: string) => void
  /** Why nobody answers, whatever is asked; undefined when somebody does. */
  readonly unreachable: () => Promise<CannotRunError | undefined>
  /** True when the run was told to end. */
  readonly isOver: () => boolean
  readonly exchanges: readonly Exchange[]
  readonly failures: readonly Failure[]
  readonly notes: ReadonlySet<string>
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

const firstPauseMs = 200

/** So many requests in a row without an answer, and the target is taken to be gone. */
const mostUnanswered = 16

export function openSession(
  target: Target,
  { waitMs, probePath, timeoutMs = defaultTimeoutMs, signal }: SessionOptions,
): Session {
  const exchanges: Exchange[] = []
  const failures: Failure[] = []
  const notes = new Set<string>()
  const durations = new Map<string, number>()
  const reliefs = new Map<Operation, Relief>()
  let unanswered = 0
  let patienceMs = waitMs
  const unreachable = () => reasonOfSilence(target, { method: 'HEAD', path: probePath, headers: {} }, timeoutMs)
  const answerTo = async (one: Case): Promise<CaseResponse | undefined> => {
    const before = performance.now()
    try {
      const relief = reliefs.get(one.operation)
      const attempt = () => send(target.baseUrl, withToken(one.request, target.token ?? tokenMark), timeoutMs)
      const ask = () => patiently(one, patienceMs, { attempt, makeRoom: relief?.makeRoom })
      const { response, isBusy } = await (relief ? relief.inTurn(ask) : ask())
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
    notes,
    durations,
    exchange: async (one, known) => {
      if (signal?.aborted) throw new CannotRunError('The run was interrupted.')
      const response = await answerTo(one)
      const exchange = response && { case: one, response, ...(known && { known }) }
      if (exchange) exchanges.push(exchange)
      return exchange
    },
    aside: answerTo,
    relieve: (operation, remove) => reliefs.set(operation, reliefBy(remove)),
    keep: (exchange) => exchanges.push(exchange),
    note: (text) => notes.add(text),
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
  readonly makeRoom: Relief['makeRoom'] | undefined
}

/** A service may ask for patience (429, and 503 with Retry-After); that is no finding, so the request waits its turn. */
async function patiently(
  one: Case,
  waitMs: number,
  { attempt, makeRoom }: Attempts,
): Promise<{ readonly response: CaseResponse; readonly isBusy: boolean }> {
  let until = performance.now() + waitMs
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const response = await attempt()
    const asked = Number(response.headers['retry-after'] ?? Number.NaN) * 1000
    const isDue = one.expectation.kind === 'status'
    const isBusy = !isDue && (response.status === 429 || (response.status === 503 && asked > 0))
    if (!isBusy || performance.now() > until) return { response, isBusy }
    // Where room was made, the time that it named is no longer the service's.
    const before = performance.now()
    const hasRoom = response.status === 429 && (await makeRoom?.())
    until += performance.now() - before
    if (hasRoom) pauseMs = firstPauseMs
    const delayMs = Number.isNaN(asked) || hasRoom ? pauseMs : Math.max(asked, pauseMs)
    if (performance.now() + delayMs > until) return { response, isBusy }
    await sleep(delayMs)
  }
}
