import type { Client } from '../../generated/client.ts'
import type { Gateway, GatewayState } from '../../generated/types.ts'
import type { Clock } from '../client/clock.ts'
import {
  ApiError,
  ClientError,
  TimeoutError,
  UnexpectedResponseError,
  type WaitEnd,
  WaitError,
  type WaitRecord,
  type WaitStep,
  withFacts,
} from '../client/errors.ts'
import type { Hooks } from '../client/hooks.ts'
import { isTransient } from '../client/retries.ts'
import { pause } from '../client/scope.ts'
import { defaultLimits, limitsFrom, milliseconds } from '../client/settings.ts'
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
  /** Whether an earlier poll found it. */
  readonly isKnown: boolean
  readonly elapsedMs: number
}

/** Why what is waited for cannot come any more. */
export interface GivingUp {
  readonly reason: 'failed' | 'gone'
  /** What the gateway is or did, for the message. */
  readonly why: string
}

/** What waits are made with. */
export interface Waiting {
  readonly client: Client
  readonly clock: Clock
  readonly hooks: Hooks
}

const operationId = 'getGateway'

/**
 * Polls a gateway, the first time at once, until what is waited for has come; resolves to the gateway as it was read last.
 * A failure that may pass does not end the wait. Whatever else ends it says in `wait` what was seen until then.
 */
export async function waitFor(waiting: Waiting, wait: Wait): Promise<Gateway> {
  const { clock } = waiting
  const { id, options, goal } = wait
  const { signal } = limitsFrom(options, defaultLimits)
  const intervalMs = milliseconds('intervalMs', options.intervalMs ?? 5000)
  const timeoutMs = milliseconds('timeoutMs', options.timeoutMs ?? wait.defaultTimeoutMs)
  const watch = createWatch(waiting, options)
  try {
    for (;;) {
      const poll = await polled(waiting.client, id, { signal, leftMs: timeoutMs - watch.elapsedMs() })
      const verdict = poll instanceof ClientError ? undefined : wait.judge(watch.add(poll.gateway))
      if (verdict === 'done') return watch.last ?? {}
      if (verdict) throw ended(verdict.reason, `The gateway ${id} ${verdict.why}`)
      const delayMs = Math.max(askedMs(poll), intervalMs * (1 + clock.random() / 5))
      const leftMs = timeoutMs - watch.elapsedMs()
      if (leftMs > 0)
        await pause(clock, Math.min(delayMs, leftMs), { place: `The wait for ${id}`, operationId }, signal)
      if (watch.elapsedMs() < timeoutMs) continue
      const state = watch.last ? `is still ${gatewayStatus(watch.last)}` : 'was never seen'
      throw ended('timeout', `The gateway ${id} was not ${goal} within ${timeoutMs} ms and ${state}`, poll)
    }
  } catch (error) {
    const { last, history } = watch
    throw error instanceof ClientError ? withFacts(error, { wait: { last, history } }) : error
  }
}

/** What a wait has seen so far. */
interface Watch extends WaitRecord<Gateway> {
  elapsedMs(): number
  /** Takes in what a poll found, and tells of a change. */
  add(gateway: Gateway | undefined): Seen
}

function createWatch({ clock, hooks }: Waiting, { onProgress }: WaitOptions): Watch {
  const startedAt = clock.now()
  const history: WaitStep[] = []
  let last: Gateway | undefined
  let lastKey: string | undefined
  const elapsedMs = () => clock.now() - startedAt
  const add = (gateway: Gateway | undefined): Seen => {
    const seen = { gateway, isKnown: last !== undefined, elapsedMs: elapsedMs() }
    if (!gateway) return seen
    last = gateway
    const status = gatewayStatus(gateway)
    const key = JSON.stringify([status, gateway.status?.conditions])
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

/** What a poll found, or a failure that may pass. */
async function polled(
  client: Client,
  id: string,
  { signal, leftMs }: { readonly signal: AbortSignal | undefined; readonly leftMs: number },
): Promise<{ readonly gateway: Gateway | undefined } | ClientError> {
  try {
    const { gateway } = await client.getGateway(id, { signal, retry: false, deadlineMs: Math.max(1, leftMs) })
    return { gateway: gateway ?? {} }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { gateway: undefined }
    if (error instanceof ClientError && mayPass(error)) return error
    throw error
  }
}

/** A page of a proxy in between, or an answer that broke off, is no word of the service. */
function mayPass(error: ClientError): boolean {
  return isTransient(error) || error instanceof TimeoutError || error instanceof UnexpectedResponseError
}

/** How long the service asks to wait before the next poll. */
function askedMs(poll: object): number {
  return poll instanceof ApiError ? (poll.retryAfterMs ?? 0) : 0
}

function ended(reason: WaitEnd, message: string, poll?: object): WaitError {
  return new WaitError(message, { operationId, reason, ...(poll instanceof ClientError && { cause: poll }) })
}

/** Why a gateway in this state does not become what is waited for; undefined while it may. */
export function failedState(gateway: Gateway, { isErrorRecoverable }: WaitOptions): GivingUp | undefined {
  const status = gatewayStatus(gateway)
  if (status !== 'STATUS_FAILED' && (status !== 'STATUS_ERROR' || isErrorRecoverable)) return undefined
  const said = conditionsOf(gateway, /^(STATUS_)?FALSE$/i).map(({ zone, reason, message }) =>
    [zone, reason, message].filter(Boolean).join(', '),
  )
  return { reason: 'failed', why: ['is', status, ...said].join(' ') }
}

/** What the wait has seen that an error ended; undefined for any other error. */
export function waitRecord(error: unknown): WaitRecord<Gateway> | undefined {
  return error instanceof ClientError ? (error.wait as WaitRecord<Gateway> | undefined) : undefined
}
