import { type FlatSchema, keyword } from '../../document/flat-schema.ts'
import type { Case } from '../case.ts'
import type { Place } from '../open-schema.ts'
import type { Context } from '../strategy.ts'
import { placesInBodies, type Variant, variantCases } from '../valid-variants.ts'

/**
 * Every value that the document names for a place: those of enums, both booleans, and beside names the smallest and
 * greatest number. Where examples say which names are meant to be used, a service may refuse the others for what they mean.
 */
export function enumValues(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const variants = placesInBodies(context, operation).flatMap((place) => namedValues(place))
    return variantCases(context, operation, 'enum', variants)
  })
}

function namedValues({ tokens, flat }: Place): Variant[] {
  const names = flat.parts.flatMap((part) => [part.enum, part['x-extensible-enum']].filter(Array.isArray).flat())
  const usable = flat.parts.flatMap(({ examples }) => (Array.isArray(examples) ? examples : []))
  const isMeant = (value: unknown) => usable.length === 0 || usable.includes(value)
  const values = names.length > 0 ? [...new Set([...names, ...numbersBeside(flat)])] : booleans(flat)
  return values.map((value) => ({
    tokens,
    value,
    name: String(value),
    expectation: isMeant(value) || names.length === 0 ? { kind: 'accepted' } : { kind: 'permitted' },
  }))
}

/** A number in the place of a name is valid where the schema has both; which numbers mean something it does not say. */
function numbersBeside(flat: FlatSchema): unknown[] {
  const numeric = flat.parts.filter(({ type }) => [type].flat().includes('integer'))
  return numeric.flatMap(({ minimum, maximum }) => [0, minimum, maximum].filter((one) => typeof one === 'number'))
}

function booleans(flat: FlatSchema): unknown[] {
  return [keyword(flat, 'type')].flat().includes('boolean') ? [true, false] : []
}
