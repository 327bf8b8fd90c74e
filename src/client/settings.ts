import { type Clock, systemClock } from './clock.ts'
import { isHeaderText } from './header-text.ts'
import { createHooks, type Hooks } from './hooks.ts'
import type { CallOptions, ClientOptions, Fetch, RetryOptions } from './options.ts'
import { refuseOption } from './refuse-option.ts'
import { createRetryBudget, type RetryBudget } from './retry-budget.ts'

/** The options of a client, checked and complete, and what its calls share. */
export interface Settings {
  readonly options: ClientOptions
  readonly fetch: Fetch
  readonly clock: Clock
  readonly hooks: Hooks
  readonly budget: RetryBudget
  /** What all requests carry. */
  readonly headers: { readonly [name: string]: string }
  readonly maxResponseBytes: number
  readonly limits: Limits
}

/** How long and how often one call is tried. */
export interface Limits {
  /** Of one attempt, in milliseconds. */
  readonly timeoutMs: number
  /** Of all of them. */
  readonly deadlineMs: number
  readonly retry: { readonly attempts: number; readonly minDelayMs: number; readonly maxDelayMs: number }
  readonly signal: AbortSignal | undefined
}

/** The limits of a client that is given none. */
export const defaultLimits: Limits = {
  timeoutMs: 10_000,
  deadlineMs: 60_000,
  retry: { attempts: 3, minDelayMs: 100, maxDelayMs: 5000 },
  signal: undefined,
}

/** @throws {ConfigurationError} for an option that cannot be meant */
export function settingsFrom(options: ClientOptions): Settings {
  const limits = limitsFrom(options, defaultLimits)
  const {
    validate = 'off',
    validation,
    userAgent = '',
    maxResponseBytes = 10 * 1024 * 1024,
    clock = systemClock,
  } = options
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options
  if (!['off', 'requests', 'all'].includes(validate)) refuseOption('validate', 'off, requests or all', validate)
  if (validate !== 'off' && !validation) refuseOption('validation', `given for validate: '${validate}'`, validation)
  if (typeof maxResponseBytes !== 'number' || !(maxResponseBytes > 0))
    refuseOption('maxResponseBytes', 'a number above 0', maxResponseBytes)
  if (typeof fetch !== 'function') refuseOption('fetch', 'a function', fetch)
  if (!isHeaderText(userAgent)) refuseOption('userAgent', 'a header value', userAgent)
  return {
    ...{ options, clock, maxResponseBytes, fetch, hooks: createHooks(options), budget: createRetryBudget() },
    headers: userAgent ? { 'user-agent': userAgent } : {},
    limits,
  }
}

/**
 * The limits of one call: its own options, else those of the client.
 *
 * @throws {ConfigurationError} for an option that cannot be meant
 */
export function limitsFrom(options: CallOptions, base: Limits): Limits {
  if (typeof options !== 'object' || options === null) refuseOption('options', 'an object', options)
  const { timeoutMs = base.timeoutMs, deadlineMs = base.deadlineMs, retry, signal } = options
  if (signal !== undefined && typeof signal?.addEventListener !== 'function')
    refuseOption('signal', 'an AbortSignal', signal)
  return {
    timeoutMs: milliseconds('timeoutMs', timeoutMs),
    deadlineMs: milliseconds('deadlineMs', deadlineMs),
    retry: retry === undefined ? base.retry : retryFrom(retry, base),
    signal,
  }
}

function retryFrom(retry: RetryOptions | false, { retry: base }: Limits): Limits['retry'] {
  if (retry === false) return { ...base, attempts: 1 }
  if (typeof retry !== 'object' || !retry) return refuseOption('retry', 'an object or false', retry)
  const { attempts = base.attempts, minDelayMs = base.minDelayMs } = retry
  const { maxDelayMs = Math.max(base.maxDelayMs, minDelayMs) } = retry
  if (!Number.isInteger(attempts) || attempts < 1) refuseOption('attempts', 'a whole number from 1', attempts)
  milliseconds('minDelayMs', minDelayMs, 0)
  return { attempts, minDelayMs, maxDelayMs: milliseconds('maxDelayMs', maxDelayMs, minDelayMs) }
}

/**
 * A duration that a timer can hold: it has 31 bits, and one that is set for longer fires at once.
 *
 * @throws {ConfigurationError} for any other value
 */
export function milliseconds(name: string, value: number, least = 1): number {
  const isUsable = typeof value === 'number' && value >= least && (value < 2 ** 31 || value === Infinity)
  return isUsable
    ? value
    : refuseOption(name, `a number of milliseconds from ${least} to 2147483647, or Infinity`, value)
}
