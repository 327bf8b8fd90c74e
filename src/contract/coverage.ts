import { listAt, objectAt } from '../document/json.ts'
import type { HttpMethod, Model, Operation } from '../document/model.ts'
import type { Finding } from '../report/finding.ts'
import type { Case } from './case.ts'
import { type Constraint, constraintsOf, parameterConstraints, placeName } from './constraints.ts'
import { jsonBody, parameterKey } from './request.ts'
import type { Context } from './strategy.ts'
import { type Unmade, unmadeIn } from './valid-requests.ts'

/** What a case that provokes a documented status covers. */
export function statusKey({ operationId }: Operation, status: string): string {
  return `${operationId} status ${status}`
}

/** What a case that breaks a rule covers. `place` is `body` or the key of a parameter. */
export function ruleKey({ operationId }: Operation, place: string, { pointer, name }: Constraint): string {
  return `${operationId} rule ${place} ${placeName(pointer)} ${name}`
}

/** What a case covers that breaks a choice in one of several ways; `way` names the members that were sent. */
export function choiceKey(operation: Operation, constraint: Constraint, way: string): string {
  return `${ruleKey(operation, 'body', constraint)} by ${way || 'itself'}`
}

export function tokenKey({ operationId }: Operation): string {
  return `${operationId} missing token`
}

export function malformedKey({ operationId }: Operation): string {
  return `${operationId} malformed JSON`
}

export function bodyKey({ operationId }: Operation): string {
  return `${operationId} missing body`
}

/** What a case covers that sends a method which a path lacks; the path is known by its first operation. */
export function methodKey({ operationId }: Operation): string {
  return `${operationId} undocumented method`
}

/** The first operation of each path, and a method that the path lacks. HEAD and OPTIONS servers may answer by themselves. */
export function lackedMethods({ operations }: Model): { readonly operation: Operation; readonly method: HttpMethod }[] {
  return [...Map.groupBy(operations, ({ path }) => path).values()].flatMap((own) => {
    const documented = new Set(own.map(({ method }) => method))
    const method = (['put', 'delete', 'patch', 'post'] as const).find((one) => !documented.has(one))
    return own[0] && method ? [{ operation: own[0], method }] : []
  })
}

export function exampleKey({ operationId }: Operation, name: string): string {
  return `${operationId} example ${name}`
}

/** Whether an operation cannot be called without a token: no alternative of its security is empty. */
export function needsToken({ security }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0)
}

/**
 * What no case reaches: a documented status or a rule without a case is an error, and so is a run without cases. Where no
 * valid request could be made, that is said once, in place of all that rests on it. Statuses are due only where the target
 * can be told to give them.
 */
export function coverageFindings(
  context: Pick<Context, 'model' | 'rules' | 'requests'>,
  cases: readonly Case[],
  withStatuses: boolean,
): Finding[] {
  const { model, requests } = context
  if (model.operations.length === 0) return [gap('no-case', 'There is no case; the document describes no operation')]
  const reached = {
    model,
    covered: new Set(cases.flatMap(({ covers }) => covers)),
    withCase: new Set(cases.map(({ operation }) => operation.operationId)),
    lacked: new Set(lackedMethods(model).map(({ operation }) => methodKey(operation))),
    withStatuses,
  }
  return model.operations.flatMap((operation) => {
    const unmade = unmadeIn(context, operation)
    if (unmade.length === 0) return gapsOf(operation, reached)
    if (!requests(operation)) return [withoutValidRequest(operation, 'has no valid request', unmade)]
    const { requestBody: _, ...bodiless } = operation
    return [
      withoutValidRequest(operation, 'has no valid request with a body', unmade),
      ...gapsOf({ ...bodiless, requestBody: undefined }, reached),
    ]
  })
}

interface Reached {
  readonly model: Model
  readonly covered: ReadonlySet<string>
  /** The operations that have a case at all. */
  readonly withCase: ReadonlySet<string>
  /** The keys of methods that paths lack. */
  readonly lacked: ReadonlySet<string>
  readonly withStatuses: boolean
}

function gapsOf(operation: Operation, { model, covered, withCase, lacked, withStatuses }: Reached): Finding[] {
  const { operationId } = operation
  const isLacking = (key: string) => !covered.has(key)
  const rules = [
    ...ruleKeys(model, operation),
    ...requestKeys(operation),
    ...[methodKey(operation)].filter((key) => lacked.has(key)),
  ]
  const lacksCases = `${operationId} has no case; give the document examples that make a valid request`
  return [
    ...(withCase.has(operationId) ? [] : [gap('operation-without-case', lacksCases, operation)]),
    ...(withStatuses ? statusKeys(operation) : [])
      .filter(isLacking)
      .map((key) => gap('status-without-case', `No case provokes the documented ${key}`, operation)),
    ...rules
      .filter(isLacking)
      .map((key) =>
        gap('rule-without-case', `No case is about ${key}; give the document an example that reaches it`, operation),
      ),
  ]
}

function withoutValidRequest(operation: Operation, what: string, unmade: readonly Unmade[]): Finding {
  const places = unmade.map(({ place, because }) => `${place} (${because})`).join(', ')
  const message = `${operation.operationId} ${what}: no value was found for ${places}; give each an example`
  return gap('operation-without-valid-request', message, operation)
}

function statusKeys(operation: Operation): string[] {
  return operation.responses
    .filter(({ status }) => /^\d{3}$/.test(status))
    .map(({ status }) => statusKey(operation, status))
}

function ruleKeys(model: Model, operation: Operation): string[] {
  const media = jsonBody(operation)
  const constraints = media ? constraintsOf(model, media.schema) : []
  const inBody = constraints.flatMap((constraint) => [
    ruleKey(operation, 'body', constraint),
    ...waysToBreak(constraint).map((way) => choiceKey(operation, constraint, way)),
  ])
  const inParameters = operation.parameters.flatMap((parameter) =>
    parameterConstraints(model, parameter).map((constraint) => ruleKey(operation, parameterKey(parameter), constraint)),
  )
  return [...new Set([...inBody, ...inParameters])]
}

/** A choice between members that each branch requires: none of them, and each two of them, have to be refused. */
function waysToBreak({ keyword, limit }: Constraint): string[] {
  if (keyword !== 'oneOf' || !Array.isArray(limit)) return []
  const members = limit.map((branch) => listAt(branch, 'required').map(String))
  const isExclusive = limit.every((branch) => Object.values(objectAt(branch, 'properties')).includes(false))
  if (!isExclusive || members.some((names) => names.length !== 1)) return []
  const names = members.flat().sort()
  return ['none', ...names.flatMap((first, index) => names.slice(index + 1).map((second) => `${first}+${second}`))]
}

/** What a request can lack or be as a whole. */
function requestKeys(operation: Operation): string[] {
  const media = jsonBody(operation)
  return [
    ...(needsToken(operation) ? [tokenKey(operation)] : []),
    ...(media ? [malformedKey(operation)] : []),
    ...(media && operation.requestBody?.required ? [bodyKey(operation)] : []),
    ...(media?.examples ?? []).map(({ name }) => exampleKey(operation, name)),
  ]
}

function gap(id: string, message: string, operation?: Operation): Finding {
  return { id, severity: 'error', message, ...(operation && { operationId: operation.operationId }) }
}
