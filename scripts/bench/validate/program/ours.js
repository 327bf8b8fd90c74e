import { Gateway } from './validators.js'

export const verdict = Gateway
export const errors = (value) => (Gateway(value) ? [] : Gateway.errors)
