import { flatSchema, keyword } from '../document/flat-schema.ts'
import type { JsonSchema, Model } from '../document/model.ts'

/** A header or a parameter is text; where the schema wants a number, a boolean or a list of those, the text is read as one. */
export function textAs(model: Model, schema: JsonSchema, text: string): unknown {
  const flat = flatSchema(model, [schema])
  const types = [keyword(flat, 'type')].flat()
  if (types.includes('array')) {
    const items = (keyword(flat, 'items') as JsonSchema | undefined) ?? true
    return text === '' ? [] : text.split(',').map((item) => textAs(model, items, item.trim()))
  }
  if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && !Number.isNaN(Number(text))) {
    return Number(text)
  }
  return types.includes('boolean') && /^(true|false)$/.test(text) ? text === 'true' : text
}
