import { validator } from '@exodus/schemasafe'
import schema from './schema.json' with { type: 'json' }

const options = { mode: 'default', formats: { int32: () => true, password: () => true } }
const quick = validator(schema, options)
const telling = validator(schema, { ...options, includeErrors: true })

export const verdict = quick
export const errors = (value) => (telling(value) ? [] : telling.errors)
