import { readFile } from 'node:fs/promises'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { objectFrom } from '../document/json.ts'
import type { Model } from '../document/model.ts'
import type { Names } from '../document/names.ts'
import type { Finding } from '../report/finding.ts'
import { withoutExports, withoutRequires } from './ajv-code.ts'
import { compileValidators, type Locate } from './compile-validators.ts'
import { operationTable, tables } from './operation-table.ts'
import { banner } from './source-text.ts'
import { validatorDeclarations } from './validator-declarations.ts'
import { operationValidators, type Validator } from './validator-list.ts'

export interface ValidatorFiles {
  readonly code: string
  readonly declarations: string
  /** One for each schema that cannot be compiled; the files are then not to be used. */
  readonly findings: readonly Finding[]
}

/** `validators.js` and `validators.d.ts`: a function for each body, each operation's parameters and each schema, and tables of them. */
export async function validatorFiles(model: Model, names: Names, locate: Locate): Promise<ValidatorFiles> {
  const { ajv, validators, findings } = await compileValidators(model, names, locate)
  if (findings.length > 0) return { code: '', declarations: '', findings }
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  const keys = new Set(validators.map(({ key }) => key))
  const exports = new Map([...keys].map((key, index) => [key, `$export${index}`] as const))
  const emitted = (standalone as unknown as StandaloneCode)(
    ajv,
    objectFrom([...exports].map(([key, name]) => [name, key] as const)),
  )
  const { code, locals } = withoutExports(withoutRequires(emitted))
  const local = (validator: Validator) => locals.get(exports.get(validator.key) ?? '') ?? ''
  const operations = operationValidators(model, names)
  const style = { value: local, modifier: '', separator: ',' }
  const written = tables.map(({ name, part }) => `const ${name} = ${operationTable(operations.map(part), style)};\n`)
  const exported = validators.map((validator) => `  ${local(validator)} as ${validator.name},\n`)
  const runtime = await readFile(new URL('validator-runtime.js', import.meta.url), 'utf8')
  const unexported = runtime.replaceAll(/^export /gm, '')
  return {
    code: `${banner}
${code}
${unexported}
${written.join('\n')}
export {
${exported.join('')}${tables.map(({ name }) => `  ${name},\n`).join('')}}
`,
    declarations: validatorDeclarations(validators, operations),
    findings,
  }
}

type StandaloneCode = (ajv: Ajv2020, exported: { readonly [name: string]: string }) => string
