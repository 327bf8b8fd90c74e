import { withoutSecrets } from './answer.ts'
import { checkedBaseUrl } from './base-url.ts'
import {
  ApiError,
  ClientError,
  ConnectionError,
  InvalidRequestError,
  TimeoutError,
  UnexpectedResponseError,
  WaitError,
  withFacts,
} from './errors.ts'
import { checkedHeaders } from './header-text.ts'
import type { CallOptions } from './options.ts'
import { segmentFault } from './parameters.ts'
import { isIdempotent } from './prepare.ts'
import { isTransient, sendUntilAnswered } from './retries.ts'
import { safeCause, unforeseen } from './safe-cause.ts'
import { openScope, pause, type Scope } from './scope.ts'
import { addHeaders, createSecrets } from './secrets.ts'
import { limitsFrom, milliseconds, type Settings } from './settings.ts'

/**
 * What the parts that are loaded on demand have in common with the rest. They are given it and import nothing of it: what
 * two parts import, bundlers put into files of its own.
 */
export const shared = {
  ...{ ApiError, ClientError, InvalidRequestError, UnexpectedResponseError, WaitError },
  ...{ addHeaders, safeCause, withoutSecrets, isIdempotent, segmentFault, isTransient, milliseconds, pause },
  // By the word for what they give, because each letter of a name is one that every app loads.
  ...{ baseUrl: checkedBaseUrl, headers: checkedHeaders, limits: limitsFrom, secrets: createSecrets },
  send: sendUntilAnswered,
}

export type Shared = typeof shared

/**
 * Loads a part that most programs do not need.
 *
 * @param place what messages call the call that needs it
 * @param facts what its errors say
 * @param options of that call; its signal and its deadline end the loading
 * @throws {ClientError} when it cannot be loaded, or an option cannot be meant
 */
export async function onDemand<Part>(
  load: () => Promise<Part>,
  place: string,
  facts: Parameters<typeof withFacts>[1],
  { clock, limits }: Pick<Settings, 'clock' | 'limits'>,
  options: CallOptions = {},
): Promise<Part> {
  let scope: Scope | undefined
  try {
    const { signal, deadlineMs: timeoutMs } = limitsFrom(options, limits)
    const timeout = () =>
      new TimeoutError(`${place} was not loaded within ${timeoutMs} ms`, { limit: 'deadline', timeoutMs })
    scope = openScope(clock, place, signal, timeoutMs, timeout)
    return await scope.race(load())
  } catch (error) {
    const cause = safeCause(error)
    const failure = scope
      ? (scope.failure ?? new ConnectionError(`${place} could not be loaded: ${cause.message}`, { cause }))
      : unforeseen(error, place)
    throw withFacts(failure, facts)
  } finally {
    scope?.end()
  }
}
