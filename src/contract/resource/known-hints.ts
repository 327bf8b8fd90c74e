import { isObject, type JsonObject, objectsIn, textAt } from '../../document/json.ts'
import type { Model } from '../../document/model.ts'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { targetProblems } from './hint-targets.ts'
import { hintKey, stateKeys } from './hints.ts'

/**
 * Refuses a hint that nobody would understand, or that points at nothing: a misspelt one would otherwise be a check that
 * silently is not made.
 *
 * @throws {CannotRunError} that names every one
 */
export function requireKnownHints(model: Model): void {
  const schemas = { named: model.schemas, operations: model.operations }
  const wrong = [...objectsIn(schemas)].flatMap((schema) => (hintKey in schema ? problems(model, schema) : []))
  if (wrong.length === 0) return
  throw new CannotRunError(
    `The document has hints for the contract suite that mean nothing: ${[...new Set(wrong)].join('; ')}.`,
  )
}

function problems(model: Model, schema: JsonObject): string[] {
  const written = schema[hintKey]
  if (!isObject(written)) return [`${hintKey}: ${JSON.stringify(written)} is no object`]
  return Object.entries(written).flatMap(([name, value]) => {
    if (isUnderstood(model, name, value)) return targetProblems(model, schema, name)
    return [`${hintKey}: { ${name}: ${JSON.stringify(value)} } (use ${forms[name] ?? Object.values(forms).join('; ')})`]
  })
}

const forms: { readonly [name: string]: string } = {
  valuesFrom: 'valuesFrom: OPERATION_ID#/POINTER',
  ignoreCase: 'ignoreCase: true',
  onUpdate: 'onUpdate: replace or merge',
  lifecycle: `lifecycle: { state: PROPERTY, and any of ${stateKeys.join(', ')}, failed: NAMES, urls: PROPERTY }`,
}

function isUnderstood(model: Model, name: string, value: unknown): boolean {
  switch (name) {
    case 'valuesFrom':
      return typeof value === 'string' && model.operations.some((one) => value.startsWith(`${one.operationId}#/`))
    case 'ignoreCase':
      return typeof value === 'boolean'
    case 'onUpdate':
      return value === 'replace' || value === 'merge'
    case 'lifecycle':
      return isObject(value) && textAt(value, 'state') !== undefined && Object.entries(value).every(isLifecyclePart)
    default:
      return false
  }
}

function isLifecyclePart([name, value]: readonly [string, unknown]): boolean {
  if (name === 'failed') return [value].flat().every((one) => typeof one === 'string')
  return [...stateKeys, 'state', 'urls'].includes(name) && typeof value === 'string'
}
