import type { GatewaySpec } from '../../generated/types.ts'

/** What a create may say of a gateway, and reads return of it. A newer service may have more. */
const compared = [
  ...['name', 'zones', 'endpointConfiguration', 'additionalDns', 'allowedSourceIpRanges', 'headerName'],
  ...['enableRateLimiting', 'enableUsageReports', 'coreWeaveAuth', 'weightsAndBiasesAuth'],
  ...['bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting'],
]

/** The choice that a member belongs to: a gateway has one authentication and one routing, so that to be there says it. */
export function choiceOf(member: string): string | undefined {
  return /(Auth|Routing)$/.exec(member)?.[0]
}

/** What identifies the gateway anyway, or is never returned. */
const notReturned = ['id', 'apiKey']

/** What the service may fill in where it was left out, so that it only counts where it was sent. */
const filledIn = ['serverUrl', 'apiType']

/**
 * Whether a stored gateway is what a create asked for. Proto3 JSON may leave out what is empty, upper and lower case of
 * zones and names in the DNS are the same, and the order of lists means nothing.
 */
export function isSameSpecification(stored: GatewaySpec | undefined, sent: object): boolean {
  return stored !== undefined && isSame(stored, sent)
}

function isSame(stored: unknown, sent: unknown): boolean {
  if (Array.isArray(stored) || Array.isArray(sent)) return listText(stored) === listText(sent)
  if (isObject(stored) || isObject(sent)) {
    const [left, right] = [isObject(stored) ? stored : {}, isObject(sent) ? sent : {}]
    const isSent = (name: string) => !notReturned.includes(name) && !(filledIn.includes(name) && isEmpty(right[name]))
    return (
      [...compared, ...Object.keys(right).filter(isSent)].every((name) => isSame(left[name], right[name])) &&
      compared.every((name) => !choiceOf(name) || isObject(left[name]) === isObject(right[name]))
    )
  }
  // An enum may be sent as a number and read as a name; which is which is not published.
  return (
    stored === sent || (isEmpty(stored) && isEmpty(sent)) || (typeof sent === 'number' && typeof stored === 'string')
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listText(list: unknown): string {
  return Array.isArray(list) ? JSON.stringify(list).toLowerCase().slice(1, -1).split(',').sort().join() : ''
}

/** What proto3 JSON may leave out. */
function isEmpty(value: unknown): boolean {
  return !value || /_UNSPECIFIED$/.test(String(value))
}
