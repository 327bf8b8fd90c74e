import { answers, gateways, type Mutant } from './plant.ts'

/** Answers that break their schema. */
export const bodyShape: readonly Mutant[] = [
  {
    id: 'state-is-a-list',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, status: { ...one.status, status: [one.status.status] } })),
  },
  {
    id: 'zones-are-a-text',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, zones: String(one.spec.zones ?? '') } })),
  },
  {
    id: 'creation-is-a-number',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, status: { ...one.status, createdAt: Date.parse(one.status.createdAt) } })),
  },
  {
    id: 'moments-are-in-words',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, status: { ...one.status, updatedAt: 'yesterday' } })),
  },
  {
    id: 'endpoints-are-objects',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({
      ...one,
      status: { ...one.status, endpoints: (one.status.endpoints ?? []).map((url: string) => ({ url })) },
    })),
  },
  { id: 'parameters-lack-zones', caughtBy: 'invalid-body', plant: answers(['parameters'], () => ({})) },
  {
    id: 'items-are-an-object',
    caughtBy: 'invalid-body',
    plant: answers(['list'], ({ items }) => ({ items: { ...items } })),
  },
  {
    id: 'name-is-longer-than-allowed',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, name: String(one.spec.name).padEnd(39, '-') } })),
  },
  {
    id: 'identifier-is-no-uuid',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, id: `gateway-${one.spec.id}` } })),
  },
  {
    id: 'condition-time-is-a-number',
    caughtBy: 'invalid-body',
    plant: gateways((one) => ({
      ...one,
      status: { ...one.status, conditions: one.status.conditions.map((c: object) => ({ ...c, lastUpdateTime: 0 })) },
    })),
  },
  {
    id: 'answer-is-null',
    caughtBy: 'invalid-body',
    plant: answers(['get'], () => null),
  },
]
