import { propertyName } from './source-text.ts'
import type { OperationValidators, Validator } from './validator-list.ts'

/** How the table is written: as an object or as its type. */
export interface TableStyle {
  /** What a validator is in it. */
  readonly value: (validator: Validator) => string
  /** Before the name of each member, and between members. */
  readonly modifier: string
  readonly separator: string
}

/** One table of `validators.js`: a module that imports it gets the functions in it and no others. */
export interface Table {
  readonly name: string
  readonly description: string
  /** What of an operation stands in it. */
  readonly part: (operation: OperationValidators) => OperationValidators
}

/** The tables, by what a program checks. */
export const tables: readonly Table[] = [
  {
    name: 'operationValidators',
    description: 'The validators that a client needs, by operationId.',
    part: (operation) => operation,
  },
  {
    name: 'requestValidators',
    description: 'Those of them that look at what is sent.',
    part: (operation) => ({ ...operation, successes: [] }),
  },
  {
    name: 'responseValidators',
    description: 'Those of them that look at what comes back.',
    part: (operation) => ({ ...operation, parameters: undefined, requestBody: undefined }),
  },
]

/**
 * A table by operationId: the validators of the parameters, of the body and of the answers that a call succeeds with. An
 * operation without any has no member.
 */
export function operationTable(operations: readonly OperationValidators[], style: TableStyle): string {
  const rows = operations.flatMap((operation) => {
    const members = operationMembers(operation, style)
    return members.length > 0
      ? [`  ${member(operation.operationId, block(members, style), style)}${style.separator}\n`]
      : []
  })
  return rows.length > 0 ? `{\n${rows.join('')}}` : '{}'
}

/** A table of functions, by what a validator is called in the code. */
export function functionTable(
  operations: readonly OperationValidators[],
  local: (validator: Validator) => string,
): string {
  return operationTable(operations, { value: local, modifier: '', separator: ',' })
}

/** All tables as constants of a module. */
export function tableConstants(
  operations: readonly OperationValidators[],
  local: (validator: Validator) => string,
): string {
  return tables.map(({ name, part }) => `const ${name} = ${functionTable(operations.map(part), local)};\n`).join('\n')
}

function operationMembers(operation: OperationValidators, style: TableStyle): string[] {
  const { parameters, requestBody, responses, successes } = operation
  const ofSuccesses = successes.flatMap((status) => {
    const validator = responses.get(status)
    return validator ? [member(status, style.value(validator), style)] : []
  })
  return [
    ...(parameters ? [member('parameters', style.value(parameters), style)] : []),
    ...(requestBody ? [member('requestBody', style.value(requestBody), style)] : []),
    ...(ofSuccesses.length > 0 ? [member('responses', block(ofSuccesses, style), style)] : []),
  ]
}

function member(name: string, value: string, { modifier }: TableStyle): string {
  return `${modifier}${propertyName(name)}: ${value}`
}

function block(members: readonly string[], { separator }: TableStyle): string {
  return `{ ${members.join(`${separator} `)} }`
}
