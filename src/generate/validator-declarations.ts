import { operationTable, tables } from './operation-table.ts'
import { banner } from './source-text.ts'
import type { OperationValidators, Validator } from './validator-list.ts'

/** `validators.d.ts`: each validator as a type guard. */
export function validatorDeclarations(
  validators: readonly Validator[],
  operations: readonly OperationValidators[],
): string {
  const style = { value: guard, modifier: 'readonly ', separator: ';' }
  const declared = tables.map(
    ({ name, description, part }) =>
      `/** ${description} */\nexport declare const ${name}: ${operationTable(operations.map(part), style)}\n`,
  )
  return `${banner}
import type * as types from './types.js'

/** One violated rule, as ajv reports it. */
export interface ValidationError {
  readonly keyword: string
  /** JSON pointer to the value at fault; empty for the whole value. */
  readonly instancePath: string
  /** The rule, from the schema that it stands in: the validator's own, a named one, or one that several places share. */
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
${declared.join('\n')}`
}

function guard({ type }: Validator): string {
  return `Validator<types.${type}>`
}
