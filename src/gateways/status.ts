import type { Condition, Gateway, GatewayState } from '../../generated/types.ts'

/**
 * The state of a gateway by its full name, whether the service wrote that (`STATUS_READY`), its short form (`Ready`), 0, or
 * left it out, as it may with 0. Names that are not published come back as they are, and so do other numbers: which number
 * stands for which name is not published either.
 */
export function gatewayStatus(gateway: Gateway | GatewayState | undefined): GatewayState {
  const status: unknown = typeof gateway === 'object' ? gateway?.status?.status : gateway
  if (typeof status === 'number' && status !== 0) return status
  if (typeof status !== 'string' || status === '') return 'STATUS_UNSPECIFIED'
  const upper = status.toUpperCase()
  return published().find((name) => name === upper || name === `STATUS_${upper}`) ?? status
}

/**
 * The published states (GatewayState of the document). A function, because this file is a part of what is loaded at once and
 * of what is loaded on demand: bundlers that put both into one file do not always run what such a file has beside functions.
 */
function published() {
  return [
    'STATUS_UNSPECIFIED',
    'STATUS_CREATING',
    'STATUS_READY',
    'STATUS_UPDATING',
    'STATUS_DELETING',
    'STATUS_ERROR',
    'STATUS_FAILED',
  ] as const satisfies readonly GatewayState[]
}

/**
 * Whether a gateway serves. Where the state is a number, whose meaning is not published, the condition `Ready` tells it.
 */
export function isReady(gateway: Gateway | GatewayState | undefined): boolean {
  const status = gatewayStatus(gateway)
  if (typeof status === 'string') return status === 'STATUS_READY'
  return typeof gateway === 'object' && conditionsOf(gateway, /^(STATUS_)?TRUE$/i).some(({ type }) => type === 'Ready')
}

/** The conditions of a gateway whose status is a name that the pattern finds; whatever else stands there is none. */
export function conditionsOf(gateway: Gateway, pattern: RegExp): readonly Condition[] {
  const given: unknown = gateway.status?.conditions
  return Array.isArray(given)
    ? given.filter((one: Condition | null) => typeof one?.status === 'string' && pattern.test(one.status))
    : []
}

/** Whether a gateway has failed for good; `STATUS_ERROR` can recover and is not meant. */
export function isFailed(gateway: Gateway | GatewayState | undefined): boolean {
  return gatewayStatus(gateway) === 'STATUS_FAILED'
}
