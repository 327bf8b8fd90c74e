import { banner } from './source-text.ts'
import type { Validator } from './validator-list.ts'

/** `validators.d.ts`: each validator as a type guard. */
export function validatorDeclarations(validators: readonly Validator[]): string {
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

${validators.map(({ name, type }) => `export declare const ${name}: Validator<types.${type}>\n`).join('')}`
}
