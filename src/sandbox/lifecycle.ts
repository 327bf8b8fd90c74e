import type { Condition, Gateway, GatewayStatus } from '../../generated/types.ts'
import type { Change, StoredGateway } from './store.ts'
import { offeredZones } from './zones.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How long a creation, an update and a deletion take. */
  readonly readyAfterMs: number
}

const progress: Readonly<Record<Change, { readonly reason: string; readonly message: string }>> = {
  CREATING: { reason: 'Creating', message: 'The gateway is being set up.' },
  UPDATING: { reason: 'Updating', message: 'The gateway is being changed.' },
  DELETING: { reason: 'Deleting', message: 'The gateway is being removed.' },
}

/** States follow from stored times, so they survive a restart and need no timer. */
export function isSettled({ changedAt }: StoredGateway, { now, readyAfterMs }: Clock): boolean {
  // The last write may lie ahead of the clock by as many milliseconds as there were writes in one.
  return readyAfterMs === 0 || now() >= changedAt + readyAfterMs
}

export function isGone(gateway: StoredGateway, clock: Clock): boolean {
  return gateway.change === 'DELETING' && isSettled(gateway, clock)
}

/** Becoming ready is an update too. */
export function updatedAt(gateway: StoredGateway, clock: Clock): number {
  return isSettled(gateway, clock) ? gateway.changedAt + clock.readyAfterMs : gateway.changedAt
}

/** The moment of the next write: now, but always later than what was told before. */
export function nextChange(gateway: StoredGateway, clock: Clock): number {
  return Math.max(clock.now(), updatedAt(gateway, clock) + 1)
}

/** What an answer says of a gateway. A deleted one is shown in its last state. */
export function view(gateway: StoredGateway, clock: Clock): Gateway {
  const ready = gateway.change !== 'DELETING' && isSettled(gateway, clock)
  const at = new Date(ready ? updatedAt(gateway, clock) : gateway.changedAt).toISOString()
  const status: GatewayStatus = {
    createdAt: new Date(gateway.createdAt).toISOString(),
    updatedAt: at,
    status: ready ? 'STATUS_READY' : `STATUS_${gateway.change}`,
    conditions: conditions(gateway, ready, at),
  }
  return { spec: gateway.spec, status: ready ? { ...status, endpoints: [endpoint(gateway)] } : status }
}

function conditions({ spec, change }: StoredGateway, ready: boolean, lastUpdateTime: string): Condition[] {
  const observed = ready
    ? { type: 'Ready', status: 'True', reason: 'Available', message: 'The gateway answers requests.' }
    : { type: 'Progressing', status: 'True', ...progress[change] }
  const zones = spec.zones?.length ? spec.zones : offeredZones
  return zones.map((zone) => ({ ...observed, lastUpdateTime, zone }))
}

/** A host under a reserved name that nothing answers, unique by the id and within the 64 characters of a common name. */
function endpoint({ id, spec }: StoredGateway): string {
  const words = spec.name?.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return `https://${[...words, id.slice(0, 8)].join('-')}.gateways.example`
}
