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

/**
 * The validators that a client needs, by operationId: of the parameters, of the body and of the answers that a call
 * succeeds with. An operation without any has no member.
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
