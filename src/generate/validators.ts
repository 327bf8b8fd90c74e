import { readFile } from 'node:fs/promises'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { objectFrom } from '../document/json.ts'
import { isJsonMediaType, type JsonSchema, type MediaType, type Model, type Operation } from '../document/model.ts'
import type { Finding, Location } from '../report/finding.ts'
import { withoutRequires } from './ajv-code.ts'
import { capitalised, type Names, responseName } from './names.ts'
import { reachedSchemas } from './reached-schemas.ts'
import { banner } from './source-text.ts'
import { registerFormats } from './validator-formats.ts'

/** One validator: what it is called, which type it guards, and what it validates. */
interface Validator {
  readonly name: string
  readonly type: string
  readonly schema: JsonSchema
  /** Where the schema stands in the bundled document. */
  readonly pointer: string
}

export interface ValidatorFiles {
  readonly code: string
  readonly declarations: string
  /** One for each schema that cannot be compiled; the files are then not to be used. */
  readonly findings: readonly Finding[]
}

/** `validators.js` and `validators.d.ts`: a function for each body, each operation's parameters and each schema. */
export async function validatorFiles(model: Model, names: Names, locate: Locate): Promise<ValidatorFiles> {
  const validators = [...schemaValidators(names), ...operationValidators(model, names)]
  const ajv = await compiler(model)
  const findings = compileAll(ajv, model, validators, locate)
  if (findings.length > 0) return { code: '', declarations: '', findings }
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  const primary = firstWithEachSchema(validators)
  const exported = [...primary].map(([key, name]) => [name, key] as const)
  const emitted = (standalone as unknown as StandaloneCode)(ajv, objectFrom(exported))
  const aliases = validators.flatMap((validator) => {
    const name = primary.get(compiledName(validator))
    return name === validator.name ? [] : [`export const ${validator.name} = ${name};\n`]
  })
  const runtime = await readFile(new URL('validator-runtime.js', import.meta.url), 'utf8')
  const unexported = runtime.replaceAll(/^export /gm, '')
  return {
    code: `${banner}\n${withoutRequires(emitted)}\n${aliases.join('')}\n${unexported}`,
    declarations: declarations(validators),
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
  ajv.addVocabulary(['x-extensible-enum'])
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
  return causes.map(([, { validator, message }]) => {
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

/** ajv emits a function again for each name under which it is exported; so each is exported once, and aliased. */
function firstWithEachSchema(validators: readonly Validator[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const validator of validators) {
    const key = compiledName(validator)
    if (!names.has(key)) names.set(key, validator.name)
  }
  return names
}

function operationValidators(model: Model, names: Names): Validator[] {
  return model.operations.flatMap((operation) => {
    const name = names.methods.get(operation.operationId) ?? ''
    return [
      ...(operation.parameters.length > 0 ? [parametersValidator(operation, name)] : []),
      ...bodyValidator(`${name}RequestBody`, operation.requestBody?.content ?? []),
      ...operation.responses.flatMap(({ status, content }) => bodyValidator(responseName(name, status), content)),
    ]
  })
}

function bodyValidator(name: string, content: readonly MediaType[]): Validator[] {
  const json = content.filter(({ mediaType }) => isJsonMediaType(mediaType))
  const [first] = json
  if (!first) return []
  const schema = json.length === 1 ? first.schema : { anyOf: json.map((media) => media.schema) }
  return [{ name, type: capitalised(name), schema, pointer: first.pointer }]
}

/** `{ path, query, header, cookie }`, each an object of the parameters in that place. */
function parametersValidator({ parameters, pointer }: Operation, method: string): Validator {
  const places = [...new Set(parameters.map((parameter) => parameter.in))].sort()
  const groups = places.map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    const required = own.filter((parameter) => parameter.required).map(({ name }) => name)
    const properties = objectFrom(own.map(({ name, schema }) => [name, schema] as const))
    return { place, required, schema: { type: 'object', properties, ...(required.length > 0 && { required }) } }
  })
  const needed = groups.filter(({ required }) => required.length > 0).map(({ place }) => place)
  const schema = {
    type: 'object',
    properties: objectFrom(groups.map((group) => [group.place, group.schema] as const)),
    ...(needed.length > 0 && { required: needed }),
  }
  const name = `${method}Parameters`
  return { name, type: capitalised(name), schema, pointer: `${pointer}/parameters` }
}

function schemaValidators(names: Names): Validator[] {
  return [...names.schemas].map(([schema, name]) => ({
    name,
    type: name,
    schema: { $ref: schema },
    pointer: `#/components/schemas/${schema}`,
  }))
}

function declarations(validators: readonly Validator[]): string {
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
