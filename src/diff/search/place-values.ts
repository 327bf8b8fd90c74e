import type { FlatSchema } from '../../document/flat-schema.ts'
import type { JsonObject } from '../../document/json.ts'

/** Every value that a schema names for a place. */
export function namedInPlace({ parts }: FlatSchema): unknown[] {
  return parts.flatMap((part) => [
    ...('const' in part ? [part.const] : []),
    ...['enum', 'x-extensible-enum', 'examples'].flatMap((keyword) => (part[keyword] as unknown[] | undefined) ?? []),
  ])
}

const byType: { readonly [type: string]: readonly unknown[] } = {
  null: [null],
  boolean: [true, false],
  integer: [0, 1, -1, 42, 2_147_483_648],
  number: [0, 1, -1, 42, 0.5],
  string: ['', 'x', 'another text', '42', '2026-05-06', 'x'.repeat(300)],
  array: [[]],
  object: [{}],
}

/** Values of every type that a schema admits in a place; of a list also its items twice, and alone. */
export function valuesOfTypes({ parts }: FlatSchema, value: unknown): unknown[] {
  const typed = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]))
  const types = typed.length === 0 ? Object.keys(byType) : typed.flat().map(String)
  const lists = Array.isArray(value) && value.length > 0 ? [[...value, ...value], value.slice(0, 1)] : []
  return [...new Set(types.flatMap((type) => byType[type] ?? [])), ...lists]
}

/** Values at every limit that a schema sets for a place, in a branch of a choice too, and on both sides of it. */
export function valuesAtLimits({ parts }: FlatSchema, value: unknown): unknown[] {
  return parts.flatMap((part) => [
    ...numbers(part, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']).flatMap(around),
    ...numbers(part, ['minLength', 'maxLength'])
      .flatMap(around)
      .filter(isLength)
      .map((length) => 'x'.repeat(length)),
    ...(Array.isArray(value) && value.length > 0
      ? numbers(part, ['minItems', 'maxItems'])
          .flatMap(around)
          .filter(isLength)
          .map((length) => repeated(value, length))
      : []),
  ])
}

const longest = 5000

function isLength(length: number): boolean {
  return Number.isInteger(length) && length >= 0 && length <= longest
}

function numbers(part: JsonObject, keywords: readonly string[]): number[] {
  return keywords.flatMap((keyword) => (typeof part[keyword] === 'number' ? [part[keyword] as number] : []))
}

function around(limit: number): number[] {
  return [limit - 1, limit, limit + 1]
}

function repeated(items: readonly unknown[], length: number): unknown[] {
  return Array.from({ length }, (_, index) => items[index % items.length])
}
