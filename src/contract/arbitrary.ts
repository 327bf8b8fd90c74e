import fc, { type Arbitrary } from 'fast-check'
import {
  type FlatSchema,
  flatSchema,
  keyword,
  namedValues,
  propertyNames,
  propertySchemas,
  requiredNames,
  typeOf,
} from '../document/flat-schema.ts'
import { objectFrom } from '../document/json.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import { samples } from './sample.ts'

/**
 * Random values for a schema: any choice, any optional members, lists of any length up to three, numbers and texts within
 * their limits. Where the schema gives examples or names values, one of those is drawn: a service may refuse a text that
 * no schema can describe, such as a DNS name that is none. Values may still be invalid: filter them.
 */
export function arbitraryFor(model: Model, schema: JsonSchema): Arbitrary<unknown> {
  return arbitrary({ model, depth: 0 }, [schema])
}

interface Context {
  readonly model: Model
  readonly depth: number
}

const deepest = 6

function arbitrary(context: Context, schemas: readonly JsonSchema[]): Arbitrary<unknown> {
  const flat = flatSchema(context.model, schemas)
  const named = namedValues(flat)
  if (named.length > 0) return fc.constantFrom(...named)
  if (context.depth > deepest) return fc.constantFrom(...samples(context.model, { allOf: [...schemas] }, 'required'))
  if (flat.choices.length === 0) return plain(context, flat)
  const branches = flat.choices.map(({ branches }) => fc.constantFrom(...branches))
  return fc.tuple(...branches).chain((chosen) => arbitrary(context, [...flat.parts, ...chosen]))
}

function plain(context: Context, flat: FlatSchema): Arbitrary<unknown> {
  switch (typeOf(flat)) {
    case 'object':
      return object(context, flat)
    case 'array':
      return list(context, flat)
    case 'integer':
      return fc.integer(range(flat))
    case 'boolean':
      return fc.boolean()
    case 'string':
      return text(context, flat)
    default:
      return fc.constantFrom(...samples(context.model, { allOf: [...flat.parts] }, 'required'))
  }
}

function object(context: Context, flat: FlatSchema): Arbitrary<unknown> {
  const inner = { ...context, depth: context.depth + 1 }
  const members = propertyNames(flat)
    .map((name) => [name, propertySchemas(flat, name)] as const)
    .filter(([, schemas]) => !schemas.includes(false))
  const arbitraries = objectFrom(members.map(([name, schemas]) => [name, arbitrary(inner, schemas)] as const))
  const requiredKeys = requiredNames(flat).filter((name) => name in arbitraries)
  return fc.record({ ...arbitraries }, { requiredKeys, noNullPrototype: true })
}

function list(context: Context, flat: FlatSchema): Arbitrary<unknown> {
  const items = (keyword(flat, 'items') as JsonSchema | undefined) ?? true
  const minLength = Number(keyword(flat, 'minItems') ?? 0)
  const maxLength = Math.min(Number(keyword(flat, 'maxItems') ?? 3), Math.max(3, minLength))
  return fc.array(arbitrary({ ...context, depth: context.depth + 1 }, [items]), { minLength, maxLength })
}

function range(flat: FlatSchema): { readonly min: number; readonly max: number } {
  const [least, most] = [keyword(flat, 'minimum'), keyword(flat, 'maximum')]
  const min = typeof least === 'number' ? Math.ceil(least) : -1000
  return { min, max: typeof most === 'number' ? Math.floor(most) : Math.max(min, 1000) }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789']

function text({ model }: Context, flat: FlatSchema): Arbitrary<unknown> {
  const format = keyword(flat, 'format')
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format !== undefined || keyword(flat, 'pattern') !== undefined) {
    return fc.constantFrom(...samples(model, { allOf: [...flat.parts] }, 'required'))
  }
  const minLength = Number(keyword(flat, 'minLength') ?? 1)
  const maxLength = Number(keyword(flat, 'maxLength') ?? Math.max(20, minLength))
  return fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength, size: 'max' })
}
