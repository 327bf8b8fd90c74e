import gateway from './stock/ajv-standalone.cjs'

export const verdict = gateway
export const errors = (value) => (gateway(value) ? [] : gateway.errors)
