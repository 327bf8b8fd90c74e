import { plainPointerTokens, replaced } from '../document/json.ts'
import type { JsonSchema, MediaType, Model, Operation, Parameter } from '../document/model.ts'
import { credentialsFor } from './credentials.ts'
import { rawBody } from './raw-body.ts'
import { jsonBody, parameterKey, type RequestParts } from './request.ts'
import { samples } from './sample.ts'
import type { SchemaRules, Violation } from './schema-rules.ts'

/** What valid requests of one operation are made of. */
export interface ValidRequest {
  /** A request with no more than it needs. */
  readonly parts: RequestParts
  /** Valid JSON bodies: the documented examples, then built ones, small and full. */
  readonly bodies: readonly unknown[]
  /** A valid value for every parameter that has one, optional ones too, by its key. */
  readonly values: ReadonlyMap<string, unknown>
}

/** Tells what valid requests of an operation are made of; undefined when the document gives too little to make one. */
export type ValidRequests = (operation: Operation) => ValidRequest | undefined

/** Orders bodies by their length as text, the smallest first. */
export function bySize(one: unknown, other: unknown): number {
  return JSON.stringify(one).length - JSON.stringify(other).length
}

/** Makes each operation's valid requests once, when they are first asked for. */
export function validRequests(model: Model, rules: SchemaRules): ValidRequests {
  const known = new Map<Operation, ValidRequest | undefined>()
  return (operation) => {
    if (!known.has(operation)) known.set(operation, validRequest(model, rules, operation))
    return known.get(operation)
  }
}

function validRequest(model: Model, rules: SchemaRules, operation: Operation): ValidRequest | undefined {
  const bodies = validBodies(model, rules, operation)
  const known = new Map(
    operation.parameters.flatMap((parameter) => {
      const value = parameterValue(model, rules, parameter)
      return value === undefined ? [] : [[parameterKey(parameter), value] as const]
    }),
  )
  const required = operation.parameters.filter((parameter) => parameter.required).map(parameterKey)
  const lacksBody = operation.requestBody?.required === true && jsonBody(operation) && bodies.length === 0
  if (lacksBody || required.some((key) => !known.has(key))) return undefined
  const [media] = jsonBody(operation) ? [] : (operation.requestBody?.content ?? [])
  const parts = {
    parameters: new Map(required.map((key) => [key, known.get(key)])),
    body: bodies[0],
    ...(media && { raw: rawBody(model, media) }),
    credentials: credentialsFor(model, operation),
  }
  return { parts, bodies, values: known }
}

/** A place of a request for which no valid value was found, such as `body name` or `query limit`. */
export interface Unmade {
  readonly place: string
  /** The rule that the best one breaks. */
  readonly because: string
}

/** Why an operation has no valid request, or, where its body is optional, none with a body; empty where it has one. */
export function unmadeIn({ model, rules, requests }: MadeOf, operation: Operation): Unmade[] {
  const valid = requests(operation)
  const parameters = valid ? [] : operation.parameters.filter(({ required }) => required)
  const inParameters = parameters
    .filter((parameter) => parameterValue(model, rules, parameter) === undefined)
    .map((parameter) => ({
      place: parameterKey(parameter),
      because: broken(model, rules, parameter)[0]?.message ?? 'must NOT be empty or a list of lists',
    }))
  const media = jsonBody(operation)
  if (!media || validBodies(model, rules, operation).length > 0) return inParameters
  const inBody = broken(model, rules, media).map(({ pointer, message }) => ({
    place: ['body', plainPointerTokens(pointer).join('.')].join(' ').trimEnd(),
    because: message,
  }))
  return [...inParameters, ...inBody]
}

interface MadeOf {
  readonly model: Model
  readonly rules: SchemaRules
  readonly requests: ValidRequests
}

type Described = Pick<MediaType, 'schema' | 'examples'>

/** The examples, then what can be built. */
function values(model: Model, { examples, schema }: Described): unknown[] {
  const built = [...samples(model, schema, 'required'), ...samples(model, schema, 'all')]
  return [...examples.map(({ value }) => value), ...built]
}

/** What the value breaks that breaks least. */
function broken(model: Model, rules: SchemaRules, described: Described): readonly Violation[] {
  const all = values(model, described).map((value) => rules.violations(described.schema, value))
  return all.toSorted((one, other) => one.length - other.length)[0] ?? rules.violations(described.schema, undefined)
}

function validBodies(model: Model, rules: SchemaRules, operation: Operation): unknown[] {
  const media = jsonBody(operation)
  if (!media) return []
  return values(model, media)
    .map((value) => withoutBroken(rules, media.schema, value))
    .filter((value) => value !== undefined)
}

/** The value without what is broken in it, as most of that is optional; undefined where that leaves nothing. */
function withoutBroken(rules: SchemaRules, schema: JsonSchema, value: unknown): unknown {
  const places = new Set(rules.violations(schema, value).map(({ pointer }) => pointer))
  if (places.size === 0) return value
  // The inner before the outer, the last item before the first: to take one out moves none of the others.
  const inOrder = [...places].sort(new Intl.Collator('en', { numeric: true }).compare).reverse()
  const less = inOrder.reduce<unknown>((whole, place) => replaced(whole, plainPointerTokens(place), undefined), value)
  return less === undefined ? undefined : withoutBroken(rules, schema, less)
}

/** The first valid one of the example and the built values; an empty list or object would not be sent at all. */
function parameterValue(model: Model, rules: SchemaRules, parameter: Parameter): unknown {
  const { schema, mediaType } = parameter
  return values(model, parameter).find(
    (value) =>
      rules.violations(schema, value).length === 0 && !isEmpty(value) && (mediaType !== undefined || !isNested(value)),
  )
}

/** A list or an object in another has no form in any style. */
function isNested(value: unknown): boolean {
  return Object.values(Object(value)).some((inner) => typeof inner === 'object' && inner !== null)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
