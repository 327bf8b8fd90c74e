import { parameterKey } from '../../contract/request.ts'
import { samples } from '../../contract/sample.ts'
import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'
import type { JsonSchema, Operation, Response } from '../../document/model.ts'
import type { Change, Rating } from '../change.ts'
import type { ReadRevision } from '../compared.ts'
import { type Difference, type Search, search } from '../search/search.ts'
import type { Side } from '../search/side.ts'
import { type OperationPair, parameterName } from './paired-operations.ts'
import { parameterPlace } from './places.ts'

/** What a message is made of beside its values: parameters and body, or headers. Nothing else belongs in it. */
interface NameSet {
  readonly direction: 'request' | 'response'
  readonly members: readonly Member[]
  readonly revision: ReadRevision
  readonly operation: Operation
}

interface Member {
  /** The same in both revisions. */
  readonly key: string
  /** As people call it. */
  readonly words: string
  readonly required: boolean
  readonly schema: JsonSchema
  readonly place: string
}

/** Parameters and bodies that came, went, or are required now. */
export function requestNameChanges(revisions: readonly [ReadRevision, ReadRevision], pair: OperationPair): Change[] {
  return changesOf(requestSet(revisions[0], pair.base), requestSet(revisions[1], pair.revision), 'parameter')
}

/** Headers that a status came to promise, or promises no more. */
export function headerChanges(
  revisions: readonly [ReadRevision, ReadRevision],
  pair: OperationPair,
  responses: readonly [Response, Response],
): Change[] {
  const base = headerSet(revisions[0], pair.base, responses[0])
  const revision = headerSet(revisions[1], pair.revision, responses[1])
  const gone = base.members.filter(({ key }) => !revision.members.some((one) => one.key === key))
  const found = changesOf(base, revision, 'header').filter(({ id }) => id !== 'header-removed')
  // A header that is new hurts nobody; that it could not come before is no promise.
  const changes = found.map((one) => (one.id === 'header-added' ? { ...one, rating: 'safe' as const } : one))
  const isShown = ({ key }: Member) => changes.some(({ pointer }) => pointer === pointerOf(key))
  return [...changes, ...gone.filter((member) => !isShown(member)).map((member) => headerRemoved(base, member))]
}

function requestSet(revision: ReadRevision, operation: Operation): NameSet {
  const { requestBody } = operation
  const parameters = operation.parameters.map((parameter) => ({
    key: parameterName(operation, parameter),
    words: parameterKey(parameter),
    required: parameter.required,
    schema: parameter.schema,
    place: parameterPlace(revision.bundle, operation, parameter),
  }))
  const body = requestBody && {
    key: 'body',
    words: 'request body',
    required: requestBody.required,
    schema: requestBody.content[0]?.schema ?? true,
    place: `${operation.pointer}/requestBody`,
  }
  return { direction: 'request', members: [...parameters, ...(body ? [body] : [])], revision, operation }
}

function headerSet(revision: ReadRevision, operation: Operation, { status, headers }: Response): NameSet {
  const members = headers.map(({ name, required, schema }) => ({
    key: name.toLowerCase(),
    words: `header ${name} of ${status}`,
    required,
    schema,
    place: `${operation.pointer}/responses/${status}/headers/${name}`,
  }))
  return { direction: 'response', members, revision, operation }
}

function changesOf(base: NameSet, revision: NameSet, what: 'parameter' | 'header'): Change[] {
  const values = objectFrom([...valuesOf(revision), ...valuesOf(base)])
  const [before, after] = [sideOf(base, values), sideOf(revision, values)]
  if (JSON.stringify(before.schema) === JSON.stringify(after.schema)) return []
  const [forward, backward] = [search(before, after), search(after, before)]
  const isRequest = base.direction === 'request'
  const changes = (one: Search, isNarrowed: boolean) =>
    one.differences.map((difference) =>
      changeFrom({ base, revision, what }, difference, isNarrowed === isRequest ? 'breaking' : 'safe', isNarrowed),
    )
  return [...changes(forward, true), ...changes(backward, false)]
}

/** A value for each member, so that a witness can be shown. */
function valuesOf({ members, revision: { model } }: NameSet): (readonly [string, unknown])[] {
  return members.map(({ key, schema }) => {
    const [value] = samples(model, schema, 'required')
    // Only that it is there matters here; what it holds is compared by itself.
    return [key, isObject(value) ? '…' : value] as const
  })
}

function sideOf({ members, direction, revision: { model, rules } }: NameSet, values: JsonObject): Side {
  const properties = objectFrom(members.map(({ key }) => [key, { const: values[key] ?? null }]))
  const required = members.filter((member) => member.required).map(({ key }) => key)
  const schema: JsonObject = { type: 'object', properties, required, additionalProperties: false }
  return { model, rules, schema, examples: [], absent: direction === 'request' ? 'readOnly' : 'writeOnly' }
}

interface Sets {
  readonly base: NameSet
  readonly revision: NameSet
  readonly what: 'parameter' | 'header'
}

function changeFrom(sets: Sets, { violation, witness }: Difference, rating: Rating, isNarrowed: boolean): Change {
  const { base, revision, what } = sets
  const isRequired = violation.keyword === 'required'
  const key = isRequired
    ? (/'(.*)'/.exec(violation.message)?.[1] ?? '')
    : unknownName(witness, isNarrowed ? revision : base)
  const [before, after] = [base, revision].map(({ members }) => members.find((one) => one.key === key))
  const kind = isRequired ? (isNarrowed ? 'required' : 'optional') : isNarrowed ? 'removed' : 'added'
  const words = (after ?? before)?.words ?? key
  return {
    id: `${key === 'body' ? 'body' : what}-${kind}`,
    audience: 'wire',
    rating,
    message: `${words}: ${sayings[kind]}`,
    operations: [revision.operation.operationId],
    where: [words],
    pointer: pointerOf(key),
    places: { ...(before && { base: before.place }), ...(after && { revision: after.place }) },
    witness: {
      value: witness,
      validIn: isNarrowed ? 'base' : 'revision',
      because: isRequired ? `${words} is required` : `${words} is not described`,
    },
  }
}

const sayings = {
  required: 'required now',
  optional: 'no longer required',
  removed: 'no longer described',
  added: 'new',
} as const

function unknownName(witness: unknown, { members }: NameSet): string {
  return Object.keys(Object(witness)).find((name) => !members.some(({ key }) => key === name)) ?? ''
}

function headerRemoved({ operation }: NameSet, { words, key, place }: Member): Change {
  return {
    id: 'header-removed',
    audience: 'wire',
    rating: 'breaking',
    message: `${words}: ${sayings.removed}; who reads it finds nothing`,
    operations: [operation.operationId],
    where: [words],
    pointer: pointerOf(key),
    places: { base: place },
  }
}

function pointerOf(key: string): string {
  return `#/${key}`
}
