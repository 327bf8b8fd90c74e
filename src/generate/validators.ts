import { readFile } from 'node:fs/promises'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { objectFrom } from '../document/json.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import type { Finding, Location } from '../report/finding.ts'
import { withoutExports, withoutRequires } from './ajv-code.ts'
import type { Names } from './names.ts'
import { reachedSchemas } from './reached-schemas.ts'
import { banner } from './source-text.ts'
import { validatorDeclarations } from './validator-declarations.ts'
import { registerFormats } from './validator-formats.ts'
import { type Validator, validatorsOf } from './validator-list.ts'

export interface ValidatorFiles {
  readonly code: string
  readonly declarations: string
  /** One for each schema that cannot be compiled; the files are then not to be used. */
  readonly findings: readonly Finding[]
}

/** `validators.js` and `validators.d.ts`: a function for each body, each operation's parameters and each schema. */
export async function validatorFiles(model: Model, names: Names, locate: Locate): Promise<ValidatorFiles> {
  const validators = validatorsOf(model, names)
  const ajv = await compiler(model)
  const findings = compileAll(ajv, model, validators, locate)
  if (findings.length > 0) return { code: '', declarations: '', findings }
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  const keys = new Set(validators.map(compiledName))
  const exports = new Map([...keys].map((key, index) => [key, `$export${index}`] as const))
  const emitted = (standalone as unknown as StandaloneCode)(
    ajv,
    objectFrom([...exports].map(([key, name]) => [name, key] as const)),
  )
  const { code, locals } = withoutExports(withoutRequires(emitted))
  const exported = validators.map((validator) => {
    const local = locals.get(exports.get(compiledName(validator)) ?? '')
    return `  ${local} as ${validator.name},\n`
  })
  const runtime = await readFile(new URL('validator-runtime.js', import.meta.url), 'utf8')
  const unexported = runtime.replaceAll(/^export /gm, '')
  return {
    code: `${banner}\n${code}\n${unexported}\nexport {\n${exported.join('')}}\n`,
    declarations: validatorDeclarations(validators),
    findings,
  }
}

type Locate = (pointer: string) => Location | undefined

type StandaloneCode = (ajv: Ajv2020, exported: { readonly [name: string]: string }) => string

async function compiler(model: Model): Promise<Ajv2020> {
  const { Ajv2020: Ajv } = await import('ajv/dist/2020.js')
  const { _ } = await import('ajv')
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    inlineRefs: false,
    strictTypes: false,
    strictTuples: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
  })
  ajv.addVocabulary(['x-extensible-enum', '$anchor'])
  await registerFormats(ajv, model)
  for (const [name, schema] of Object.entries(model.schemas)) ajv.addSchema(asObject(schema), name)
  return ajv
}

/** ajv keys schemas by identity, so each gets an object of its own, and `true` and `false` need one. */
function asObject(schema: JsonSchema): object {
  if (typeof schema === 'object') return { ...schema }
  return schema ? {} : { not: {} }
}

function compileAll(ajv: Ajv2020, model: Model, validators: readonly Validator[], locate: Locate): Finding[] {
  const failures = new Map<string, { readonly validator: Validator; readonly message: string }>()
  for (const validator of validators) {
    const key = compiledName(validator)
    try {
      if (key.startsWith('$body.')) ajv.addSchema(asObject(validator.schema), key)
      ajv.getSchema(key)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!failures.has(key)) failures.set(key, { validator, message })
    }
  }
  const causes = [...failures].filter(([key, { validator }]) => {
    const reached = reachedSchemas(model, [validator.schema, model.schemas[key]])
    return ![...reached].some((name) => name !== key && failures.has(name))
  })
  const reported = causes.length > 0 ? causes : [...failures]
  return reported.map(([, { validator, message }]) => {
    const location = locate(validator.pointer)
    return {
      id: 'schema-compiles',
      severity: 'error',
      message: `this schema cannot be compiled: ${message}`,
      ...(location && { location }),
    }
  })
}

/** The key under which ajv compiles a validator: a body that is just a named schema shares that schema's function. */
function compiledName({ name, schema }: Validator): string {
  if (typeof schema === 'object' && typeof schema.$ref === 'string' && Object.keys(schema).length === 1)
    return schema.$ref
  return `$body.${name}`
}
