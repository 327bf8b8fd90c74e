import { pointerOf, pointerTokens, replaced } from '../../document/json.ts'
import type { JsonSchema, Operation, Parameter } from '../../document/model.ts'
import { type Candidate, candidates } from '../break-constraint.ts'
import type { Case } from '../case.ts'
import { type Constraint, constraintsOf, parameterConstraints, placeName } from '../constraints.ts'
import { bodyKey, choiceKey, ruleKey } from '../coverage.ts'
import { jsonBody, parameterKey, requestText } from '../request.ts'
import type { SchemaRules } from '../schema-rules.ts'
import type { Context } from '../strategy.ts'

/** Requests that break one rule of the document each, in the body or in a parameter, and are due to be refused. */
export function brokenRules(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => [
    ...brokenBodies(context, operation),
    ...missingBody(context, operation),
    ...operation.parameters.flatMap((parameter) => brokenParameters(context, operation, parameter)),
  ])
}

function brokenBodies({ model, rules, requests }: Context, operation: Operation): Case[] {
  const media = jsonBody(operation)
  const valid = requests(operation)
  if (!media || !valid) return []
  const { bodies, parts } = valid
  return constraintsOf(model, media.schema).flatMap((constraint) => {
    const found = bodies.flatMap((body) => replacements(model, constraint, body))
    const broken = found.filter(({ value }) => breaks(rules, media.schema, value, constraint))
    return distinct(constraint, broken).map(({ name, value }) => {
      const rule = `${placeName(constraint.pointer)}-${constraint.name}`
      return {
        id: ['broken-rule', operation.operationId, rule, ...(name === '' ? [] : [name])].join('/'),
        operation,
        request: requestText(operation, { ...parts, body: value }),
        expectation: {
          kind: 'refused' as const,
          because: reason(rules, media.schema, value),
          about: 'request' as const,
          pointer: constraint.pointer,
        },
        covers: [ruleKey(operation, 'body', constraint), choiceKey(operation, constraint, name)],
        about: constraint.pointer,
      }
    })
  })
}

function missingBody({ requests }: Context, operation: Operation): Case[] {
  const parts = requests(operation)?.parts
  if (!operation.requestBody?.required || !jsonBody(operation) || !parts) return []
  const request = requestText(operation, { ...parts, body: undefined })
  return [
    {
      id: `broken-rule/${operation.operationId}/body-missing`,
      operation,
      request,
      expectation: { kind: 'refused', because: 'the required body is missing', about: 'request' },
      covers: [bodyKey(operation)],
    },
  ]
}

/** Whole bodies in which the value at the constraint's place is replaced by one that might break it. */
function replacements(model: Context['model'], constraint: Constraint, body: unknown): Candidate[] {
  const tokens = pointerTokens(constraint.pointer)
  const valid = tokens.reduce<unknown>((value, token) => Reflect.get(Object(value), token), body)
  if (valid === undefined) return []
  return candidates(model, constraint, valid).map(({ name, value }) => ({
    name,
    value: replaced(body, tokens, value),
  }))
}

/** Whether the schema refuses the value for this constraint, and not only for another. */
function breaks(rules: SchemaRules, schema: JsonSchema, value: unknown, { keyword, pointer }: Constraint): boolean {
  const place = pointerTokens(pointer)
    .map((token) => `/${token}`)
    .join('')
  return rules.violations(schema, value).some((violation) => {
    const isChoice = keyword === 'oneOf' && ['oneOf', 'anyOf'].includes(violation.keyword)
    return violation.pointer === place && (violation.keyword === keyword || isChoice)
  })
}

function reason(rules: SchemaRules, schema: JsonSchema, value: unknown): string {
  const violations = rules.violations(schema, value)
  return violations.map(({ pointer, message }) => `${pointer || 'the body'} ${message}`).join('; ')
}

/** One case for each way to break a choice and for each wrong type, one for every other rule. */
function distinct(constraint: Constraint, broken: readonly Candidate[]): Candidate[] {
  const byName = [...new Map(broken.map((candidate) => [candidate.name, candidate])).values()]
  return ['oneOf', 'type'].includes(constraint.keyword) ? byName : byName.slice(0, 1)
}

function brokenParameters({ model, rules, requests }: Context, operation: Operation, parameter: Parameter): Case[] {
  const request = requests(operation)
  if (!request) return []
  const { parts } = request
  const valid = request.values.get(parameterKey(parameter))
  return parameterConstraints(model, parameter).flatMap((constraint) => {
    const missing = constraint.keyword === 'required'
    const values = missing ? [undefined] : candidates(model, constraint, valid).map(({ value }) => value)
    const value = values.find(
      (candidate) => missing || (isSendable(parameter, candidate) && isRefused(rules, parameter, candidate)),
    )
    if (value === undefined && !missing) return []
    const parameters = new Map([...parts.parameters, [parameterKey(parameter), value]])
    return [
      {
        id: `broken-rule/${operation.operationId}/${parameter.in}-${parameter.name}-${constraint.name}`,
        operation,
        request: requestText(operation, { ...parts, parameters }),
        expectation: {
          kind: 'refused' as const,
          because: `the ${parameter.in} parameter ${parameter.name} breaks its ${constraint.keyword}`,
          about: 'request' as const,
          pointer: pointerOf([parameter.in, parameter.name]),
        },
        covers: [ruleKey(operation, parameterKey(parameter), constraint)],
      },
    ]
  })
}

/** A path segment cannot be empty, and a slash would make it two; an empty list is not sent at all. */
function isSendable({ in: place }: Parameter, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item !== 'object')
  if (typeof value === 'object') return false
  return place !== 'path' || !['', '.', '..'].includes(String(value))
}

/** Whether no reading of the text that a parameter is sent as is valid: `42` is fine for a number. */
export function isRefused(rules: SchemaRules, { schema }: Pick<Parameter, 'schema'>, value: unknown): boolean {
  if (Array.isArray(value)) return rules.violations(schema, value).length > 0
  const asNumber = Number(String(value))
  const readings = [
    String(value),
    ...(Number.isNaN(asNumber) ? [] : [asNumber]),
    ...(['true', 'false'].includes(String(value)) ? [value] : []),
  ]
  // One text is also a list of one item.
  const lists = readings.map((reading) => [reading])
  return [...readings, ...lists].every((reading) => rules.violations(schema, reading).length > 0)
}
