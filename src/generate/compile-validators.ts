import type { Ajv2020 } from 'ajv/dist/2020.js'
import { describesInheritedNames } from '../document/inherited-names.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import type { Names } from '../document/names.ts'
import { patternEngine, patternProblem } from '../document/patterns.ts'
import { reachedSchemas } from '../document/reached-schemas.ts'
import { usedPatterns, usesAny } from '../document/used-keywords.ts'
import type { Finding, Location } from '../report/finding.ts'
import { type SharedParts, withSharedParts } from './shared-parts.ts'
import { registerFormats } from './validator-formats.ts'
import { isUnnamedValidator, type Validator, validatorsOf } from './validator-list.ts'

/** Where a pointer of the bundled document was written. */
export type Locate = (pointer: string) => Location | undefined

/** The validators of a document, compiled. */
export interface CompiledValidators {
  readonly ajv: Ajv2020
  readonly validators: readonly Validator[]
  /** One for each schema that cannot be compiled. */
  readonly findings: readonly Finding[]
}

/** How validators are compiled. */
export interface CompileOptions {
  /** Whether ajv can run them, too; default: only their text is made, and the engine need not read it. */
  readonly areRunnable?: boolean
}

/** Compiles every validator of a document. */
export async function compileValidators(
  model: Model,
  names: Names,
  locate: Locate,
  options: CompileOptions = {},
): Promise<CompiledValidators> {
  const validators = validatorsOf(model, names)
  const ajv = await compiler(model, options)
  return { ajv, validators, findings: compileAll(ajv, model, validators, locate) }
}

async function compiler(model: Model, { areRunnable = false }: CompileOptions): Promise<Ajv2020> {
  const { Ajv2020: Ajv } = await import('ajv/dist/2020.js')
  const { _ } = await import('ajv')
  const { countNamesOnce } = await import('./used-names.ts')
  countNamesOnce()
  const isLoose = [...usedPatterns(model)].some((pattern) => patternProblem(pattern))
  const ajv = new Ajv({
    code: {
      ...{ source: true, esm: true, lines: true, formats: _`formats` },
      ...(!areRunnable && { process: () => 'return () => true' }),
      ...(isLoose && { regExp: patternEngine }),
    },
    inlineRefs: false,
    // The model holds only keywords that are known; what else strict mode refuses, such as `if` alone, is allowed.
    strictSchema: false,
    strictTypes: false,
    strictTuples: false,
    validateSchema: false,
    addUsedSchema: false,
    ownProperties: describesInheritedNames(model),
    logger: false,
  })
  // Their bookkeeping in every function is what keeps a bundler from leaving out the functions that nobody calls.
  ajv.opts.unevaluated = usesAny(model, ['unevaluatedProperties', 'unevaluatedItems'])
  ajv.opts.dynamicRef = usesAny(model, ['$dynamicRef', '$dynamicAnchor'])
  await registerFormats(ajv, model)
  return ajv
}

/** The place that a dynamic reference leads to depends on where it stands. */
function shared(model: Model, schemas: ReadonlyMap<string, JsonSchema>): SharedParts {
  const isMovable = !usesAny(model, ['$dynamicRef', '$dynamicAnchor', '$anchor'])
  return isMovable ? withSharedParts(schemas) : { schemas, parts: new Map() }
}

/** ajv keys schemas by identity, so each gets an object of its own, and `true` and `false` need one. */
function asObject(schema: JsonSchema): object {
  if (typeof schema === 'object') return { ...schema }
  return schema ? {} : { not: {} }
}

function compileAll(ajv: Ajv2020, model: Model, validators: readonly Validator[], locate: Locate): Finding[] {
  const reasons = new Map<string, string>()
  const attempt = (key: string, work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (!reasons.has(key)) reasons.set(key, error instanceof Error ? error.message : String(error))
    }
  }
  const bodies = validators.filter(isUnnamedValidator).map((one) => [one.key, one.schema] as const)
  const { schemas, parts } = shared(model, new Map([...Object.entries(model.schemas), ...bodies]))
  for (const [key, schema] of [...schemas, ...parts]) attempt(key, () => ajv.addSchema(asObject(schema), key))
  for (const { key } of validators) attempt(key, () => ajv.getSchema(key))
  return causes(model, validators, reasons).map((validator) => {
    const location = locate(validator.pointer)
    return {
      id: 'schema-compiles',
      severity: 'error',
      message: `this schema cannot be compiled: ${reasons.get(validator.key)}`,
      ...(location && { location }),
    }
  })
}

/** One validator for each place that fails; those that only refer to another one that fails are left out. */
function causes(model: Model, validators: readonly Validator[], reasons: ReadonlyMap<string, string>): Validator[] {
  const failing = validators.filter((validator) => reasons.has(validator.key))
  const place = (validator: Validator) => (isUnnamedValidator(validator) ? validator.name : validator.key)
  const first = [...new Map([...failing].reverse().map((validator) => [place(validator), validator])).values()]
  const own = first.filter((validator) => {
    const { key, schema } = validator
    const reached = reachedSchemas(model, [schema, model.schemas[key]])
    return ![...reached].some((name) => name !== key && reasons.has(name))
  })
  return own.length > 0 ? own : first
}
