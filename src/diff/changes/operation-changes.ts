import { openSchema } from '../../contract/open-schema.ts'
import type { MediaType, Model, Operation, Parameter, Response } from '../../document/model.ts'
import type { Change } from '../change.ts'
import type { ReadRevision } from '../compared.ts'
import { headerChanges, requestNameChanges } from './name-sets.ts'
import type { OperationPair, PairedOperations } from './paired-operations.ts'
import { commonParameters, commonResponses, parameterWords } from './parts.ts'
import { parameterPlace } from './places.ts'

type Revisions = readonly [ReadRevision, ReadRevision]

/** Operations that are gone or new. */
export function operationSetChanges({ removed, added }: PairedOperations): Change[] {
  return [
    ...removed.map((operation) => ({
      ...about(operation, 'operation-removed', 'breaking', `${nameOf(operation)} is gone`),
      places: { base: operation.pointer },
    })),
    ...added.map((operation) => ({
      ...about(operation, 'operation-added', 'safe', `${nameOf(operation)} is new`),
      places: { revision: operation.pointer },
    })),
  ]
}

function nameOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`
}

function about({ operationId }: Operation, id: string, rating: Change['rating'], message: string) {
  return { id, audience: 'wire' as const, rating, message, operations: [operationId], where: [] }
}

/** What one operation takes and answers, beside the values themselves. */
export function operationChanges(revisions: Revisions, pair: OperationPair): Change[] {
  return [
    ...requestNameChanges(revisions, pair),
    ...commonParameters(pair).flatMap((both) => serializationChanges(revisions, pair, both)),
    ...requestMediaChanges(pair),
    ...responseChanges(pair),
    ...commonResponses(pair).flatMap((both) => [
      ...headerChanges(revisions, pair, both),
      ...responseMediaChanges(pair, both),
    ]),
    ...deprecation(pair),
  ]
}

/** How the value of a parameter is written as text. */
function serializationChanges(
  revisions: Revisions,
  pair: OperationPair,
  [before, after]: readonly [Parameter, Parameter],
) {
  const [old, fresh] = [formOf(revisions[0].model, before), formOf(revisions[1].model, after)]
  if (old === fresh) return []
  const words = parameterWords(after)
  const message = `${words}: written as ${fresh} instead of ${old}`
  return [
    {
      ...about(pair.revision, 'parameter-written-otherwise', 'breaking', message),
      where: [words],
      places: {
        base: parameterPlace(revisions[0].bundle, pair.base, before),
        revision: parameterPlace(revisions[1].bundle, pair.revision, after),
      },
    },
  ]
}

/** A single text is written the same, exploded or not. */
function formOf(model: Model, { mediaType, style, explode, schema }: Parameter): string {
  if (mediaType !== undefined) return mediaType
  const types = openSchema(model, [schema]).parts.flatMap(({ type }) => (type === undefined ? [] : [type].flat()))
  const isSingle = types.length > 0 && !types.some((type) => type === 'array' || type === 'object')
  return isSingle ? style : `${style}, ${explode ? 'exploded' : 'joined'}`
}

function requestMediaChanges({ base, revision }: OperationPair): Change[] {
  if (!base.requestBody || !revision.requestBody) return []
  const { gone, fresh } = mediaTypes(base.requestBody.content, revision.requestBody.content)
  const places = { base: `${base.pointer}/requestBody`, revision: `${revision.pointer}/requestBody` }
  const where = ['request body']
  return [
    ...gone.map((type) => ({
      ...about(revision, 'media-type-removed', 'breaking', `request body: ${type} no longer accepted`),
      ...{ where, places },
    })),
    ...fresh.map((type) => ({
      ...about(revision, 'media-type-added', 'safe', `request body: ${type} accepted too`),
      ...{ where, places },
    })),
  ]
}

function responseMediaChanges(
  { base, revision }: OperationPair,
  [before, after]: readonly [Response, Response],
): Change[] {
  const { gone, fresh } = mediaTypes(before.content, after.content)
  const where = [`response ${after.status}`]
  const places = {
    base: `${base.pointer}/responses/${before.status}`,
    revision: `${revision.pointer}/responses/${after.status}`,
  }
  // What answers nothing else than before has only got a body that nobody has to read.
  const isNewBody = before.content.length === 0
  return [
    ...gone.map((type) => ({
      ...about(revision, 'media-type-removed', 'breaking', `response ${after.status}: ${type} no longer sent`),
      ...{ where, places },
    })),
    ...fresh.map((type) => ({
      ...about(
        revision,
        'media-type-added',
        isNewBody || gone.length === 0 ? 'safe' : 'breaking',
        `response ${after.status}: ${type} may be sent now`,
      ),
      ...{ where, places },
    })),
  ]
}

function mediaTypes(before: readonly MediaType[], after: readonly MediaType[]) {
  const [old, young] = [before, after].map((list) => list.map(({ mediaType }) => mediaType.toLowerCase())) as [
    string[],
    string[],
  ]
  return { gone: old.filter((type) => !young.includes(type)), fresh: young.filter((type) => !old.includes(type)) }
}

function responseChanges({ base, revision }: OperationPair): Change[] {
  const [old, young] = [base, revision].map(({ responses }) => responses.map(({ status }) => status)) as [
    string[],
    string[],
  ]
  return [
    ...old
      .filter((status) => !young.includes(status))
      .map((status) => ({
        ...about(revision, 'response-removed', 'breaking', `response ${status}: no longer described`),
        where: [`response ${status}`],
        places: { base: `${base.pointer}/responses/${status}` },
      })),
    ...young
      .filter((status) => !old.includes(status))
      .map((status) => ({
        ...about(revision, 'response-added', 'safe', `response ${status}: new`),
        where: [`response ${status}`],
        places: { revision: `${revision.pointer}/responses/${status}` },
      })),
  ]
}

function deprecation({ base, revision }: OperationPair): Change[] {
  if (base.deprecated || !revision.deprecated) return []
  const message = `${nameOf(revision)} is deprecated; it still works`
  return [{ ...about(revision, 'operation-deprecated', 'safe', message), places: { revision: revision.pointer } }]
}
