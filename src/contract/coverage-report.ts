import { pointerOf, pointerTokens, valueUnder } from '../document/json.ts'
import type { Operation } from '../document/model.ts'
import type { AnswerCoverage, ConstraintCoverage, Coverage, PropertyCoverage } from '../report/run-report.ts'
import { sentBody } from './bind.ts'
import { type Exchange, isDueToWork } from './case.ts'
import { bareMediaType, documentedResponse, mediaTypeOf, parsedBody } from './check.ts'
import { constraintsOf, parameterConstraints } from './constraints.ts'
import { ruleKey } from './coverage.ts'
import { describedPlaces } from './open-schema.ts'
import { jsonBody, parameterKey } from './request.ts'
import type { Context } from './strategy.ts'

/** What the exchanges reached of the document, and what they did not. */
export function coverageOf({ model }: Context, exchanges: readonly Exchange[]): Coverage {
  const byOperation = Map.groupBy(exchanges, ({ case: { operation } }) => operation)
  const each = <T>(of: (operation: Operation, own: readonly Exchange[]) => readonly T[]) =>
    model.operations.flatMap((operation) => of(operation, byOperation.get(operation) ?? []))
  return {
    answers: each(answers),
    properties: each((operation, own) => properties(model, operation, own)),
    constraints: each((operation, own) => constraints(model, operation, own)),
  }
}

function answers(operation: Operation, own: readonly Exchange[]): AnswerCoverage[] {
  const { operationId } = operation
  const documented = operation.responses.flatMap(({ status, content }) =>
    (content.length === 0 ? [''] : content.map(({ mediaType }) => mediaType)).map((mediaType) => ({
      status,
      mediaType,
    })),
  )
  const seen = own
    .filter(({ case: { expectation } }) => expectation.kind !== 'undocumented')
    .map((exchange) => ({
      status: documentedResponse(exchange)?.status ?? String(exchange.response.status),
      mediaType: mediaTypeOf(exchange),
    }))
  const key = ({ status, mediaType }: { status: string; mediaType: string }) => `${status} ${bareMediaType(mediaType)}`
  const counts = Map.groupBy(seen, key)
  const known = new Set(documented.map(key))
  const rows = documented.map((one) => ({
    operationId,
    ...one,
    documented: true,
    count: counts.get(key(one))?.length ?? 0,
  }))
  const others = [...counts]
    .filter(([name]) => !known.has(name))
    .flatMap(([, [one, ...more]]) => (one ? [{ ...one, count: more.length + 1 }] : []))
  return [...rows, ...others.map((one) => ({ operationId, ...one, documented: false }))]
}

function properties(model: Context['model'], operation: Operation, own: readonly Exchange[]): PropertyCoverage[] {
  const { operationId } = operation
  const request = jsonBody(operation)?.schema
  const sent = own.filter(({ case: one }) => isDueToWork(one)).map(({ case: one }) => sentBody(one))
  const responses = operation.responses.flatMap(({ content }) =>
    content.filter(({ isJson }) => isJson).map(({ schema }) => schema),
  )
  const bodies = own.map(parsedBody)
  const rows = (place: PropertyCoverage['place'], places: readonly string[][], values: readonly unknown[]) =>
    places.map((tokens) => ({
      operationId,
      place,
      pointer: pointerOf(tokens),
      count: values.filter((value) => isThere(value, tokens)).length,
    }))
  const answered = new Map(
    responses
      .flatMap((schema) => describedPlaces(model, schema, 'writeOnly'))
      .map((tokens) => [pointerOf(tokens), tokens] as const),
  )
  return [
    ...rows('request', request === undefined ? [] : describedPlaces(model, request, 'readOnly'), sent),
    ...rows('response', [...answered.values()], bodies),
  ].filter(({ pointer }) => !/\/0$/.test(pointer))
}

/** Whether a value has something in a place; `0` stands for any item of a list. */
function isThere(value: unknown, [token, ...rest]: readonly string[]): boolean {
  if (token === undefined) return value !== undefined
  if (token === '0' && Array.isArray(value)) return value.some((item) => isThere(item, rest))
  const inner = valueUnder(value, [token])
  return inner !== undefined && isThere(inner, rest)
}

function constraints(model: Context['model'], operation: Operation, own: readonly Exchange[]): ConstraintCoverage[] {
  const { operationId } = operation
  const cases = [...new Map(own.map(({ case: one }) => [one.id, one] as const)).values()]
  const valid = cases.filter(isDueToWork)
  const broken = cases.flatMap(({ covers }) => covers)
  const schema = jsonBody(operation)?.schema
  const inBody = (schema === undefined ? [] : constraintsOf(model, schema)).map((constraint) => ({
    place: 'body',
    constraint,
    valid: valid.filter((one) => isThere(sentBody(one), pointerTokens(constraint.pointer))).length,
  }))
  const inParameters = operation.parameters.flatMap((parameter) =>
    parameterConstraints(model, parameter).map((constraint) => ({
      place: parameterKey(parameter),
      constraint,
      valid: valid.filter(
        ({ request }) => parameter.in !== 'query' || request.path.includes(`${encodeURIComponent(parameter.name)}=`),
      ).length,
    })),
  )
  return [...inBody, ...inParameters].map(({ place, constraint, valid: count }) => {
    const key = ruleKey(operation, place, constraint)
    const { pointer, name } = constraint
    return {
      operationId,
      place,
      pointer,
      constraint: name,
      valid: count,
      invalid: broken.filter((one) => one === key).length,
    }
  })
}
