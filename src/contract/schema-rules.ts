import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats, { type FormatsPlugin } from 'ajv-formats'
import { flatSchema, propertyNames } from '../document/flat-schema.ts'
import { describesInheritedNames } from '../document/inherited-names.ts'
import { isObject, plainPointerTokens, pointerOf, pointerTokens, textAt } from '../document/json.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import { patternEngine } from '../document/patterns.ts'
import { usedFormats } from '../document/used-keywords.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'

/** One violated rule of a schema. */
export interface Violation {
  readonly keyword: string
  /** JSON pointer to the value at fault; empty for the whole value. */
  readonly pointer: string
  readonly message: string
  /** The schema of the model that holds the rule. */
  readonly schema: unknown
}

/**
 * A text where a schema lists names in `x-extensible-enum`, and that is none of them. The state of a resource is passed over: a
 * service may know more states, and whether they go forward is for the walk through its life to see.
 */
export interface UnknownName {
  /** JSON pointer to it. */
  readonly pointer: string
  readonly name: string
  readonly known: readonly string[]
}

/** Judges values by the document's schemas. */
export interface SchemaRules {
  /** Every rule that the value breaks; empty when it is valid. */
  readonly violations: (schema: JsonSchema, value: unknown) => readonly Violation[]
  /** Every name in the value that the schema does not list. */
  readonly unknownNames: (schema: JsonSchema, value: unknown) => readonly UnknownName[]
  /** The properties that the schema describes, references and `allOf` followed. */
  readonly propertyNames: (schema: JsonSchema) => readonly string[]
}

/**
 * Compiles the document's schemas with ajv. This does not read the generated validators: the two
 * are independent witnesses, and a test compares them.
 *
 * @throws {CannotRunError} when a schema cannot be compiled, here or when a value is first judged by it
 */
export function schemaRules(model: Model): SchemaRules {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    verbose: true,
    strictSchema: false,
    strictTypes: false,
    strictTuples: false,
    validateSchema: false,
    code: { regExp: patternEngine },
    ownProperties: describesInheritedNames(model),
    logger: false,
  })
  const plugin = addFormats as unknown as FormatsPlugin
  plugin(ajv)
  for (const format of usedFormats(model)) if (!(format in ajv.formats)) ajv.addFormat(format, true)
  const unknown = new Map<string, UnknownName>()
  const states = new Set<string>()
  ajv.addKeyword({
    keyword: 'x-extensible-enum',
    validate: (known: readonly string[], name: unknown, _: unknown, place?: { readonly instancePath: string }) => {
      const pointer = place?.instancePath ?? ''
      if (typeof name === 'string' && !known.includes(name)) unknown.set(pointer, { pointer, name, known })
      return true
    },
  })
  ajv.addKeyword({
    keyword: 'x-contract',
    validate: (hints: unknown, _: unknown, __: unknown, place?: { readonly instancePath: string }) => {
      const state = isObject(hints) ? textAt(hints.lifecycle, 'state') : undefined
      if (state !== undefined) states.add(`${place?.instancePath ?? ''}/${state}`)
      return true
    },
  })
  for (const [name, schema] of Object.entries(model.schemas)) compilable(() => ajv.addSchema(asObject(schema), name))
  const compiled = new Map<JsonSchema, ValidateFunction>()
  const validatorFor = (schema: JsonSchema): ValidateFunction => {
    const known = compiled.get(schema)
    if (known) return known
    const validate = compilable(() => ajv.compile(asObject(schema)))
    compiled.set(schema, validate)
    return validate
  }
  return {
    violations: (schema, value) => {
      const validate = validatorFor(schema)
      return validate(value) ? [] : collapsed(model, validate.errors ?? [])
    },
    unknownNames: (schema, value) => {
      for (const seen of [unknown, states]) seen.clear()
      validatorFor(schema)(value)
      const names = [...unknown.values()].filter(({ pointer }) => !states.has(pointer))
      return names.map((one) => ({ ...one, pointer: pointerOf(plainPointerTokens(one.pointer)) }))
    },
    propertyNames: (schema) => propertyNames(flatSchema(model, [schema])),
  }
}

function compilable<T>(compile: () => T): T {
  try {
    return compile()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `A schema of the document cannot be compiled: ${reason}; generate --check --full says where.`
    throw new CannotRunError(message, { cause })
  }
}

function asObject(schema: JsonSchema): object {
  if (typeof schema === 'object') return schema
  return schema ? {} : { not: {} }
}

/** The three to six errors of a failed choice become one that names the members it is about. */
function collapsed(model: Model, errors: readonly ErrorObject[]): Violation[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')
  const tried = new Map(choices.map((choice) => [choice, errorsInside(model, choice, errors)] as const))
  const inside = new Set([...tried.values()].flat())
  return errors
    .filter((error) => !inside.has(error) && !isSaidAlready(error, errors))
    .map((error) => ({
      keyword: error.keyword,
      pointer: error.instancePath,
      schema: error.parentSchema,
      message: tried.has(error) ? choiceMessage(error, tried.get(error) ?? []) : (error.message ?? error.keyword),
    }))
}

/** A number that is no int32 is no integer, or lies beyond the limits: one of the three says it. */
function isSaidAlready({ keyword, instancePath }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const says = (other: ErrorObject) => ['type', 'minimum', 'maximum'].includes(other.keyword)
  return keyword === 'format' && errors.some((other) => says(other) && other.instancePath === instancePath)
}

/** The errors that were raised while the branches of a choice were tried. */
function errorsInside(model: Model, choice: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[] {
  const branches = reachable(model, choice.schema)
  return errors.filter(
    (error) =>
      error !== choice &&
      error.instancePath.startsWith(choice.instancePath) &&
      (branches.has(error.parentSchema) || forbids(branches, error)),
  )
}

/** A property schema `false` has no identity of its own; the object that holds it has. */
function forbids(branches: ReadonlySet<unknown>, { keyword, instancePath }: ErrorObject): boolean {
  if (keyword !== 'false schema') return false
  const member = pointerTokens(instancePath).at(-1) ?? ''
  return [...branches].some(
    (branch) => isObject(branch) && isObject(branch.properties) && branch.properties[member] === false,
  )
}

/** Every schema object below the given one, references followed. */
function reachable(model: Model, root: unknown): ReadonlySet<unknown> {
  const seen = new Set<unknown>()
  const queue = [root]
  while (queue.length > 0) {
    const value = queue.pop()
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (isObject(value) && typeof value.$ref === 'string') queue.push(model.schemas[value.$ref])
    queue.push(...Object.values(value))
  }
  return seen
}

function choiceMessage(choice: ErrorObject, inside: readonly ErrorObject[]): string {
  const members = new Set(
    inside.flatMap(({ keyword, params, instancePath }) => {
      if (keyword === 'required') return [String(params.missingProperty)]
      const member = instancePath.slice(choice.instancePath.length + 1).split('/')[0]
      return keyword === 'false schema' && member ? [member] : []
    }),
  )
  if (members.size > 0) return `must have exactly one of the allowed combinations of ${[...members].sort().join(', ')}`
  const reasons = new Set(inside.map(({ message }) => message))
  return `must match ${choice.keyword === 'oneOf' ? 'exactly one' : 'one'} of the alternatives: ${[...reasons].join('; or ')}`
}
