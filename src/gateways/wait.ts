import type { Gateway, GatewayState } from '../../generated/types.ts'
import type { ClientError, WaitEnd, WaitError, WaitRecord, WaitStep } from '../client/errors.ts'
import type { Shared } from '../client/on-demand.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { conditionsOf, gatewayStatus } from './status.ts'

/** How a gateway is waited for. */
export interface WaitOptions {
  /** The pause between two polls in milliseconds, to which up to a fifth is added at random; default: 5,000. */
  readonly intervalMs?: number | undefined
  /** How long to wait at most, in milliseconds; default: 45 minutes until ready, 20 minutes until deleted. */
  readonly timeoutMs?: number | undefined
  /** Ends the wait at once when it is aborted. */
  readonly signal?: AbortSignal | undefined
  /** Whether to wait on through `STATUS_ERROR`, which can recover; default: false, it ends the wait. */
  readonly isErrorRecoverable?: boolean | undefined
  /** Called with each change of the state or its conditions, the first included. */
  readonly onProgress?: ((progress: WaitProgress) => void) | undefined
}

/** What a wait has just seen. */
export interface WaitProgress {
  readonly gateway: Gateway
  readonly status: GatewayState
  /** Milliseconds since the wait began. */
  readonly elapsedMs: number
}

/** One kind of wait. */
export interface Wait {
  readonly id: string
  readonly options: WaitOptions
  readonly defaultTimeoutMs: number
  /** What is waited for, for messages. */
  readonly goal: string
  /** What a poll means: the end, why to give up, or nothing yet. */
  readonly judge: (seen: Seen) => 'done' | GivingUp | undefined
}

/** What a poll found. */
export interface Seen {
  /** Undefined where there is none. */
  readonly gateway: Gateway | undefined
  /** What the poll found that found one last, of those before. */
  readonly last: Gateway | undefined
  readonly elapsedMs: number
}

/** Why what is waited for cannot come any more. */
export interface GivingUp {
  readonly reason: 'failed' | 'gone'
  /** What the gateway is or did, for the message. */
  readonly why: string
}

const operationId = 'getGateway'

/**
 * Polls a gateway, the first time at once, until what is waited for has come; resolves to the gateway as it was read last.
 * A failure that may pass does not end the wait. Whatever else ends it says in `wait` what was seen until then.
 */
export async function waitFor(waiting: GatewayParts, wait: Wait): Promise<Gateway> {
  const { clock, shared } = waiting
  const { ClientError, milliseconds } = shared
  const { id, options, goal } = wait
  const { signal } = shared.limits(options, waiting.limits)
  const intervalMs = milliseconds('intervalMs', options.intervalMs ?? 5000)
  const timeoutMs = milliseconds('timeoutMs', options.timeoutMs ?? wait.defaultTimeoutMs)
  const watch = createWatch(waiting, options)
  try {
    for (;;) {
      const isSeen = watch.last !== undefined
      const poll = await polled(waiting, id, { signal, isSeen, leftMs: timeoutMs - watch.elapsedMs() })
      const verdict = poll instanceof ClientError ? undefined : wait.judge(watch.add(poll.gateway))
      if (verdict === 'done') return watch.last ?? {}
      if (verdict) throw ended(shared, verdict.reason, `The gateway ${id} ${verdict.why}`)
      const delayMs = Math.max(askedMs(shared, poll), intervalMs * (1 + clock.random() / 5))
      const leftMs = timeoutMs - watch.elapsedMs()
      if (leftMs > 0) await shared.pause(clock, Math.min(delayMs, leftMs), `The wait for ${id}`, signal)
      if (watch.elapsedMs() < timeoutMs) continue
      const state = watch.last ? `is still ${gatewayStatus(watch.last)}` : 'was never seen'
      throw ended(shared, 'timeout', `The gateway ${id} was not ${goal} within ${timeoutMs} ms and ${state}`, poll)
    }
  } catch (error) {
    const { last, history } = watch
    const cause = shared.safeCause(error)
    const failure = error instanceof ClientError ? error : new ClientError(`The wait for ${id} failed`, { cause })
    throw Object.assign(failure, { operationId, wait: { last, history } })
  }
}

/** What a wait has seen so far. */
interface Watch extends WaitRecord<Gateway> {
  elapsedMs(): number
  /** Takes in what a poll found, and tells of a change. */
  add(gateway: Gateway | undefined): Seen
}

function createWatch({ clock, hooks }: GatewayParts, { onProgress }: WaitOptions): Watch {
  const startedAt = clock.now()
  const history: WaitStep[] = []
  let last: Gateway | undefined
  let lastKey: string | undefined
  const elapsedMs = () => clock.now() - startedAt
  const add = (gateway: Gateway | undefined): Seen => {
    const seen = { gateway, last, elapsedMs: elapsedMs() }
    if (!gateway) return seen
    last = gateway
    const status = gatewayStatus(gateway)
    const key = keyOf(status, gateway.status?.conditions)
    if (history.at(-1)?.status !== status) history.push({ status, elapsedMs: seen.elapsedMs })
    if (key !== lastKey) hooks.tell(onProgress, { gateway, status, elapsedMs: seen.elapsedMs })
    lastKey = key
    return seen
  }
  return {
    elapsedMs,
    add,
    history,
    get last() {
      return last
    },
  }
}

/** Differs where a state or its conditions do, so far as these are not nested too deep to be written. */
function keyOf(status: GatewayState, conditions: unknown): string {
  try {
    return JSON.stringify([status, conditions])
  } catch {
    return JSON.stringify([status])
  }
}

/** How one poll is made. */
interface Poll {
  readonly signal: AbortSignal | undefined
  /** Whether an earlier one found the gateway. */
  readonly isSeen: boolean
  /** What is left of the wait, in milliseconds. */
  readonly leftMs: number
}

/** What a poll found, or a failure that may pass. */
async function polled(
  { client, shared }: GatewayParts,
  id: string,
  { signal, isSeen, leftMs }: Poll,
): Promise<{ readonly gateway: Gateway | undefined } | ClientError> {
  try {
    const { gateway } = await client.getGateway(id, { signal, retry: false, deadlineMs: Math.max(1, leftMs) })
    return { gateway: gateway ?? {} }
  } catch (error) {
    if (error instanceof shared.ApiError && error.status === 404) return { gateway: undefined }
    if (error instanceof shared.ClientError && mayPass(shared, error, isSeen)) return error
    throw error
  }
}

/**
 * A page of a proxy in between, or an answer that broke off, is no word of the service. What gives the token and has given
 * it before may fail for a while too; only then does the error have a cause.
 */
function mayPass({ isTransient }: Shared, error: ClientError, isSeen: boolean): boolean {
  const { name, cause } = error
  if (name === 'ConfigurationError') return isSeen && cause !== undefined
  return isTransient(error) || ['TimeoutError', 'UnexpectedResponseError'].includes(name)
}

/** How long the service asks to wait before the next poll. */
function askedMs({ ApiError }: Shared, poll: object): number {
  return poll instanceof ApiError ? (poll.retryAfterMs ?? 0) : 0
}

function ended({ ClientError, WaitError }: Shared, reason: WaitEnd, message: string, poll?: object): WaitError {
  return new WaitError(message, { reason, ...(poll instanceof ClientError && { cause: poll }) })
}

/** Why a gateway in this state does not become what is waited for; undefined while it may. */
export function failedState(gateway: Gateway, { isErrorRecoverable }: WaitOptions): GivingUp | undefined {
  const status = gatewayStatus(gateway)
  if (status !== 'STATUS_FAILED' && (status !== 'STATUS_ERROR' || isErrorRecoverable)) return undefined
  const said = conditionsOf(gateway, /^(STATUS_)?FALSE$/i).map(({ zone, reason, message }) =>
    [zone, reason, message].filter((text: unknown) => typeof text === 'string' && text).join(', '),
  )
  return { reason: 'failed', why: ['is', status, ...said].join(' ') }
}
