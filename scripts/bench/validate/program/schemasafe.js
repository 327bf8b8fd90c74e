import { validator } from '@exodus/schemasafe'
import schema from './schema.json' with { type: 'json' }

const options = { mode: 'default', formats: { int32: () => true, password: () => true } }
let telling

export const verdict = validator(schema, options)
export const errors = (value) => {
  // A program that wants verdicts alone does not compile it.
  telling ??= validator(schema, { ...options, includeErrors: true })
  return telling(value) ? [] : telling.errors
}
