import { describedPlaces, openProperties, openSchema } from '../../contract/open-schema.ts'
import { type FlatSchema, keyword as keywordOf } from '../../document/flat-schema.ts'
import { pointerOf } from '../../document/json.ts'
import type { JsonSchema } from '../../document/model.ts'
import type { Side } from './side.ts'

/** What a side says of the value in one place, references, `allOf` and choices followed. */
export function flatAt({ model, schema }: Pick<Side, 'model' | 'schema'>, tokens: readonly string[]): FlatSchema {
  const [token, ...rest] = tokens
  const flat = openSchema(model, [schema])
  if (token === undefined) return flat
  const items = keywordOf(flat, 'items')
  const own = openProperties(flat).get(token) ?? (items === undefined ? [] : [items as JsonSchema])
  const inner = own.length === 1 ? (own[0] ?? true) : { allOf: [...own] }
  return flatAt({ model, schema: inner }, rest)
}

/** Every place that a side describes: the whole, members and items at any depth. */
export function everyPlace({ model, schema, absent }: Side): (readonly string[])[] {
  const members = describedPlaces(model, schema, absent)
  const all = members.flatMap((tokens) => tokens.map((_, index) => tokens.slice(0, index + 1)))
  return [[], ...new Map(all.map((tokens) => [pointerOf(tokens), tokens] as const)).values()]
}
