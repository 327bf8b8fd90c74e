import { type JsonObject, listAt, pointerOf, textAt, valueAt } from '../../document/json.ts'
import type { Operation, Parameter } from '../../document/model.ts'

/** Where a parameter is written: with its operation, or for all of its path. */
export function parameterPlace(document: JsonObject, { pointer, path }: Operation, parameter: Parameter): string {
  const owners = [pointer, pointerOf(['paths', path])]
  const places = owners.flatMap((owner) =>
    listAt(valueAt(document, owner), 'parameters').map((raw, index) => [`${owner}/parameters/${index}`, raw] as const),
  )
  const found = places.find(([, raw]) => isSame(document, raw, parameter))
  return found?.[0] ?? pointer
}

function isSame(document: JsonObject, raw: unknown, { in: place, name }: Parameter): boolean {
  const ref = textAt(raw, '$ref')
  const value = ref === undefined ? raw : valueAt(document, ref)
  return textAt(value, 'in') === place && textAt(value, 'name') === name
}
