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

/** How much of an object is filled in. */
export type Extent = 'required' | 'all'

/**
 * Values for a schema, one for each combination of the branches of its choices (64 at most). They are built from
 * examples, defaults and types and may still be invalid, where a schema has a pattern for example: check them.
 */
export function samples(model: Model, schema: JsonSchema, extent: Extent): unknown[] {
  return samplesOf({ model, extent, depth: 0 }, [schema])
}

interface Context {
  readonly model: Model
  readonly extent: Extent
  readonly depth: number
}

const mostCombinations = 64
const deepest = 8

function samplesOf(context: Context, schemas: readonly JsonSchema[]): unknown[] {
  return combinations(context.model, schemas).map((flat) => sample(context, flat))
}

/** The schema once for each combination of branches, the chosen branches opened up too. */
function combinations(model: Model, schemas: readonly JsonSchema[]): FlatSchema[] {
  const flat = flatSchema(model, schemas)
  if (flat.choices.length === 0) return [flat]
  let chosen: JsonSchema[][] = [[]]
  for (const { branches } of flat.choices) {
    chosen = chosen.flatMap((list) => branches.map((branch) => [...list, branch])).slice(0, mostCombinations)
  }
  return chosen.flatMap((branches) => combinations(model, [...flat.parts, ...branches])).slice(0, mostCombinations)
}

function sample(context: Context, flat: FlatSchema): unknown {
  const named = namedValues(flat)
  return named.length > 0 ? named[0] : byType(context, flat)
}

function byType(context: Context, flat: FlatSchema): unknown {
  switch (typeOf(flat)) {
    case 'object':
      return sampleObject(context, flat)
    case 'array':
      return sampleList(context, flat)
    case 'integer':
    case 'number':
      return sampleNumber(flat)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return sampleText(flat)
  }
}

function sampleObject(context: Context, flat: FlatSchema): unknown {
  const required = new Set(requiredNames(flat))
  const wanted = context.extent === 'all' && context.depth < deepest ? propertyNames(flat) : [...required]
  const inner = { ...context, depth: context.depth + 1 }
  return objectFrom(
    wanted
      .map((name) => ({ name, schemas: propertySchemas(flat, name) }))
      .filter(({ schemas }) => !schemas.includes(false))
      .map(({ name, schemas }) => [name, samplesOf(inner, schemas)[0]] as const),
  )
}

function sampleList(context: Context, flat: FlatSchema): unknown[] {
  const least = Number(keyword(flat, 'minItems') ?? 0)
  const length = context.extent === 'all' && context.depth < deepest ? Math.max(1, least) : least
  const items = keyword(flat, 'items') as JsonSchema | undefined
  const inner = { ...context, depth: context.depth + 1 }
  return Array.from({ length }, () => samplesOf(inner, [items ?? true])[0])
}

function sampleNumber(flat: FlatSchema): number {
  const above = keyword(flat, 'exclusiveMinimum')
  const least = Math.max(Number(keyword(flat, 'minimum') ?? 0), typeof above === 'number' ? above + 1 : 0)
  const step = keyword(flat, 'multipleOf')
  return typeof step === 'number' && step > 0 ? Math.ceil(least / step) * step : least
}

const byFormat: { readonly [format: string]: string } = {
  date: '2026-05-06',
  'date-time': '2026-05-06T09:30:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'host.example.com',
  ipv4: '203.0.113.7',
  ipv6: '2001:db8::7',
  // Long enough to be recognised where it must not appear.
  password: 'contract-secret-value',
  time: '09:30:00Z',
  uri: 'https://example.com/',
  uuid: '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10',
}

function sampleText(flat: FlatSchema): string {
  const text = byFormat[String(keyword(flat, 'format'))] ?? 'sample'
  const least = Number(keyword(flat, 'minLength') ?? 0)
  const most = Number(keyword(flat, 'maxLength') ?? Number.POSITIVE_INFINITY)
  return text.padEnd(least, 'x').slice(0, most)
}
