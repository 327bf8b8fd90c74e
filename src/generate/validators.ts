import { readFile } from 'node:fs/promises'
import type { Model } from '../document/model.ts'
import type { Names } from '../document/names.ts'
import type { Finding } from '../report/finding.ts'
import { functionsOf } from './ajv-code.ts'
import { compileValidators, type Locate } from './compile-validators.ts'
import { tableConstants } from './operation-table.ts'
import { banner } from './source-text.ts'
import { validatorDeclarations } from './validator-declarations.ts'
import { operationValidators, type Validator } from './validator-list.ts'
import { allNames, exportList, validatorParts, type WholeValidators } from './validator-parts.ts'

export interface ValidatorFiles {
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>
  /** One for each schema that cannot be compiled; the files are then not to be used. */
  readonly findings: readonly Finding[]
}

/** Characters of code beyond which to load all of it takes a program too long that needs a part. */
const largestFile = 1_000_000

/**
 * `validators.js` and `validators.d.ts`: a function for each body, each operation's parameters and each schema, and tables
 * of them. Those of a large document stand in files of their own.
 */
export async function validatorFiles(
  model: Model,
  names: Names,
  locate: Locate,
  largest = largestFile,
): Promise<ValidatorFiles> {
  const { ajv, validators, findings } = await compileValidators(model, names, locate)
  if (findings.length > 0) return { files: new Map(), findings }
  const { code, locals } = await functionsOf(ajv, new Set(validators.map(({ key }) => key)))
  const local = ({ key }: Validator) => locals.get(key) ?? ''
  const operations = operationValidators(model, names)
  const runtime = await readFile(new URL('validator-runtime.js', import.meta.url), 'utf8')
  const whole = { code, runtime, validators, operations, names, local }
  const written = code.length <= largest ? new Map([['validators.js', oneFile(whole)]]) : validatorParts(whole)
  const declarations = validatorDeclarations(validators, operations)
  return { files: new Map([...written, ['validators.d.ts', declarations]]), findings }
}

function oneFile({ code, runtime, validators, operations, local }: WholeValidators): string {
  const unexported = runtime.replaceAll(/^export /gm, '')
  return `${banner}
${code}
${unexported}
${tableConstants(operations, local)}
${exportList(allNames(validators, local))}`
}
