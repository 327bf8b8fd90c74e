import type { FieldViolation } from './failures.ts'

export const offeredZones: readonly string[] = ['US-EAST-04A']

/** The spelling on offer for what was asked in any case, or what is wrong with it. */
export function chosenZones(
  asked: readonly string[],
): { readonly zones: string[]; readonly violation?: undefined } | { readonly violation: FieldViolation } {
  if (asked.length > 1) return { violation: { field: 'zones', description: 'must name one zone at most' } }
  const zones = asked.map((zone) => offeredZones.find((offered) => offered.toLowerCase() === zone.toLowerCase()))
  const known = zones.filter((zone) => zone !== undefined)
  if (known.length === zones.length) return { zones: known }
  return { violation: { field: 'zones[0]', description: `must be one of ${offeredZones.join(', ')}` } }
}
