import { Compile } from 'typebox/compile'
import schema from './schema.json' with { type: 'json' }

const gateway = Compile(schema)

export const verdict = (value) => gateway.Check(value)
export const errors = (value) => gateway.Errors(value)
