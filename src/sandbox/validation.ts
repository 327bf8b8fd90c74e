import type { ValidationError, Validator } from '../../generated/validators.js'
import type { FieldViolation } from './failures.ts'

/** Members of which exactly one must be present. */
const choices = [
  ['coreWeaveAuth', 'weightsAndBiasesAuth'],
  ['bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting'],
]

const formats: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID',
  uri: 'must be a URI',
  'date-time': 'must be a moment as RFC 3339 writes it',
}

/** What makes a value invalid, in one violation that says nothing of the value itself; undefined for a valid one. */
export function violation(validator: Validator<unknown>, value: unknown): FieldViolation | undefined {
  if (validator(value)) return undefined
  const errors = validator.errors ?? []
  const last = errors.at(-1)
  if (!last) return { field: '', description: 'is not valid' }
  return last.keyword === 'oneOf' ? failedChoice(errors, last) : single(last)
}

/** A failed one-of comes as the errors of each branch and then its own; which members they name tells the rule. */
function failedChoice(errors: readonly ValidationError[], last: ValidationError): FieldViolation {
  const named = errors.map(memberOf).filter((name) => name !== undefined)
  const choice = choices.find((members) => members.some((member) => named.includes(member)))
  if (choice) {
    const members = choice.map(snakeCase)
    const description = `exactly one of ${members.slice(0, -1).join(', ')} and ${members.at(-1)} must be present`
    const surplus = errors.find(({ keyword }) => keyword === 'false schema')
    return { field: path(last.instancePath, (surplus && memberOf(surplus)) ?? choice[0]), description }
  }
  if (named.includes('serverUrl')) {
    return { field: path(last.instancePath, 'serverUrl'), description: 'is required beside api_key' }
  }
  const allowed = errors.find(({ keyword }) => keyword === 'enum')?.params.allowedValues
  if (Array.isArray(allowed)) {
    return { field: path(last.instancePath), description: `must be ${allowed.join(', ')} or a 32-bit number` }
  }
  return single(errors[0] ?? last)
}

function memberOf({ keyword, params, instancePath }: ValidationError): string | undefined {
  if (keyword === 'required') return String(params.missingProperty)
  return keyword === 'false schema' ? instancePath.split('/').at(-1) : undefined
}

function single({ keyword, params, instancePath, message }: ValidationError): FieldViolation {
  if (keyword === 'required') {
    return { field: path(instancePath, String(params.missingProperty)), description: 'is required' }
  }
  const format = keyword === 'format' ? formats[String(params.format)] : undefined
  return { field: path(instancePath), description: format ?? message ?? 'is not valid' }
}

/** `/weightsAndBiasesAuth/serverUrl` → `weights_and_biases_auth.server_url`, `/zones/0` → `zones[0]`. */
function path(pointer: string, member?: string): string {
  const names = pointer.split('/').slice(1)
  const whole = member === undefined ? names : [...names, member]
  const inRequest = whole[0] === 'path' || whole[0] === 'query' ? whole.slice(1) : whole
  return inRequest.map(snakeCase).reduce((text, name) => {
    if (/^\d+$/.test(name)) return `${text}[${name}]`
    return text ? `${text}.${name}` : name
  }, '')
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
