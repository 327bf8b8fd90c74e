import type { Model, Operation } from '../document/model.ts'
import type { Finding } from '../report/finding.ts'
import type { Case } from './case.ts'
import { type Constraint, constraintsOf, parameterConstraints, placeName } from './constraints.ts'
import { jsonBody, parameterKey } from './request.ts'

/** What a case that provokes a documented status covers. */
export function statusKey({ operationId }: Operation, status: string): string {
  return `${operationId} status ${status}`
}

/** What a case that breaks a rule covers. `place` is `body` or the key of a parameter. */
export function ruleKey({ operationId }: Operation, place: string, { pointer, name }: Constraint): string {
  return `${operationId} rule ${place} ${placeName(pointer)} ${name}`
}

/**
 * What no case reaches: a documented status or a rule without a case is an error, and so is a run without cases.
 * Statuses are due only where the target can be told to give them.
 */
export function coverageFindings(model: Model, cases: readonly Case[], withStatuses: boolean): Finding[] {
  if (cases.length === 0) return [gap('no-case', 'There is no case at all; the document describes no operation')]
  const covered = new Set(cases.flatMap(({ covers }) => covers))
  const withCase = new Set(cases.map(({ operation }) => operation.operationId))
  return model.operations.flatMap((operation) => [
    ...(withCase.has(operation.operationId)
      ? []
      : [gap('operation-without-case', `${operation.operationId} has no case`)]),
    ...(withStatuses ? statusKeys(operation) : [])
      .filter((key) => !covered.has(key))
      .map((key) => gap('status-without-case', `No case provokes the documented ${key}`)),
    ...ruleKeys(model, operation)
      .filter((key) => !covered.has(key))
      .map((key) =>
        gap('rule-without-case', `No case breaks the ${key}; give the document an example that reaches it`),
      ),
  ])
}

function statusKeys(operation: Operation): string[] {
  return operation.responses
    .filter(({ status }) => /^\d{3}$/.test(status))
    .map(({ status }) => statusKey(operation, status))
}

function ruleKeys(model: Model, operation: Operation): string[] {
  const media = jsonBody(operation)
  const inBody = media
    ? constraintsOf(model, media.schema).map((constraint) => ruleKey(operation, 'body', constraint))
    : []
  const inParameters = operation.parameters.flatMap((parameter) =>
    parameterConstraints(model, parameter).map((constraint) => ruleKey(operation, parameterKey(parameter), constraint)),
  )
  return [...new Set([...inBody, ...inParameters])]
}

function gap(id: string, message: string): Finding {
  return { id, severity: 'error', message }
}
