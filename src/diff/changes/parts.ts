import type { Header, MediaType, Operation, Parameter, Response } from '../../document/model.ts'
import type { ReadRevision } from '../compared.ts'
import { withNamedMember, withNamedMembers } from '../search/named-members.ts'
import type { Side } from '../search/side.ts'
import { type OperationPair, parameterName } from './paired-operations.ts'

/** A value that both revisions describe in the same place of the wire. */
export interface Part {
  readonly operationId: string
  /** Where the operation is in the bundle of the revision. */
  readonly operation: string
  /** `request body`, `query updatedAfter`, `response 200`, `header ETag of 200`. */
  readonly where: string
  /** Who makes the value: the caller, or the service. */
  readonly direction: 'request' | 'response'
  readonly base: Side
  readonly revision: Side
  /** Where the part is described in each bundle. */
  readonly places: { readonly base: string; readonly revision: string }
}

/** A part, and the revisions that it is in. */
export interface RevisedPart {
  readonly part: Part
  readonly base: ReadRevision
  readonly revision: ReadRevision
}

interface Described {
  readonly schema: Side['schema']
  readonly examples?: readonly { readonly value: unknown }[]
}

/** Every part that two revisions of an operation have in common. */
export function partsOf(revisions: readonly [ReadRevision, ReadRevision], pair: OperationPair): Part[] {
  const part = (direction: Part['direction'], where: string, both: readonly [Described, Described], isText = false) => {
    const [base, revision] = both.map((one, index) => side(revisions[index] as ReadRevision, one, direction, isText))
    return {
      operationId: pair.revision.operationId,
      operation: pair.revision.pointer,
      where,
      direction,
      base: base as Side,
      revision: revision as Side,
      places: { base: placeOf(both[0], pair.base), revision: placeOf(both[1], pair.revision) },
    }
  }
  const bodies = commonMedia(pair.base.requestBody?.content, pair.revision.requestBody?.content)
  return [
    ...commonParameters(pair).map((both) => part('request', parameterWords(both[1]), both, !both[1].mediaType)),
    ...bodies.map((both) => part('request', 'request body', both)),
    ...commonResponses(pair).flatMap(([before, after]) => [
      ...commonMedia(before.content, after.content).map((both) => part('response', `response ${after.status}`, both)),
      ...commonHeaders(before, after).map((both) =>
        part('response', `header ${both[1].name} of ${after.status}`, both, true),
      ),
    ]),
  ]
}

function side(
  { model, rules }: ReadRevision,
  { schema, examples = [] }: Described,
  direction: Part['direction'],
  isText: boolean,
): Side {
  const absent = direction === 'request' ? 'readOnly' : 'writeOnly'
  const values = examples.map(({ value }) => value)
  return { model: withNamedMembers(model), rules, schema: withNamedMember(schema), examples: values, absent, isText }
}

function placeOf(described: Described, { pointer }: Operation): string {
  return 'pointer' in described ? String(described.pointer) : pointer
}

/** A parameter as people call it: `query updatedAfter`. */
export function parameterWords({ in: place, name }: Parameter): string {
  return `${place} ${name}`
}

/** The parameters of a pair, each beside its counterpart. */
export function commonParameters({ base, revision }: OperationPair): (readonly [Parameter, Parameter])[] {
  const before = new Map(base.parameters.map((one) => [parameterName(base, one), one]))
  return revision.parameters.flatMap((one) => {
    const own = before.get(parameterName(revision, one))
    return own ? [[own, one] as const] : []
  })
}

/** Bodies of the same media type; what is no JSON is compared as if it were, which is stricter for forms. */
function commonMedia(before: readonly MediaType[] = [], after: readonly MediaType[] = []) {
  const known = new Map(before.map((media) => [media.mediaType.toLowerCase(), media]))
  return after.flatMap((media) => {
    const own = known.get(media.mediaType.toLowerCase())
    return own ? [[own, media] as const] : []
  })
}

/**
 * The responses of a pair, each beside what was said of its status before: by itself, its range or `default`, which
 * stands for errors.
 */
export function commonResponses({ base, revision }: OperationPair): (readonly [Response, Response])[] {
  const said = (status: string) => base.responses.find((one) => one.status.toUpperCase() === status.toUpperCase())
  return revision.responses.flatMap((one) => {
    const before =
      said(one.status) ??
      said(`${one.status.slice(0, 1)}XX`) ??
      (/^[45]/.test(one.status) ? said('default') : undefined)
    return before ? [[before, one] as const] : []
  })
}

function commonHeaders(before: Response, after: Response): (readonly [Header, Header])[] {
  const known = new Map(before.headers.map((header) => [header.name.toLowerCase(), header]))
  return after.headers.flatMap((header) => {
    const own = known.get(header.name.toLowerCase())
    return own ? [[own, header] as const] : []
  })
}
