import { operationTable } from './operation-table.ts'
import { banner } from './source-text.ts'
import type { OperationValidators, Validator } from './validator-list.ts'

/** `validators.d.ts`: each validator as a type guard. */
export function validatorDeclarations(
  validators: readonly Validator[],
  operations: readonly OperationValidators[],
): string {
  const table = operationTable(operations, { value: guard, modifier: 'readonly ', separator: ';' })
  return `${banner}
import type * as types from './types.js'

/** One violated rule, as ajv reports it. */
export interface ValidationError {
  readonly keyword: string
  /** JSON pointer to the value at fault; empty for the whole value. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: { readonly [name: string]: unknown }
  readonly message?: string
}

/** Tells whether a value is valid. After a call that answered false, \`errors\` says why. */
export interface Validator<T> {
  (value: unknown): value is T
  errors?: readonly ValidationError[] | null
}

${validators.map((validator) => `export declare const ${validator.name}: ${guard(validator)}\n`).join('')}
/** The validators that a client needs, by operationId. */
export declare const operationValidators: ${table}
`
}

function guard({ type }: Validator): string {
  return `Validator<types.${type}>`
}
