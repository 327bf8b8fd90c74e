import * as validators from '../../generated/validators.js'
import { jsonResponse, type SandboxRequest, type SandboxResponse } from './exchange.ts'
import { alreadyExists, beingDeleted, invalid, nameIsFixed, notFound } from './failures.ts'
import { jsonBody } from './json-body.ts'
import { type Clock, isGone, nextChange, updatedAt, view } from './lifecycle.ts'
import { moment, queryOf } from './query.ts'
import { type RequestBody, specification, updatedSpecification } from './specification.ts'
import type { Store, StoredGateway } from './store.ts'
import { violation } from './validation.ts'
import { chosenZones, offeredZones } from './zones.ts'

export interface Context extends Clock {
  readonly store: Store
  readonly newId: () => string
}

/** `id` is what the path holds, decoded; empty for operations without one. */
export type Operation = (context: Context, request: SandboxRequest, id: string) => SandboxResponse

export const createGateway: Operation = (context, request) => {
  const body = jsonBody(request)
  if (body.refusal) return body.refusal
  const { value } = body
  if (!validators.createGatewayRequestBody(value)) return refused(validators.createGatewayRequestBody, value)
  const chosen = chosenZones(value.zones)
  if (chosen.violation) return invalid(chosen.violation)
  const createdAt = context.now()
  const gateway = (id: string): StoredGateway => ({
    id,
    spec: specification(value, id, chosen.zones),
    apiKey: keyOf(value),
    change: 'CREATING',
    createdAt,
    changedAt: createdAt,
  })
  return inserted(context, gateway, value.id)
}

export const listGateways: Operation = (context, { url }) => {
  const query = queryOf(url)
  if (query.violation) return invalid(query.violation)
  const wrong = violation(validators.listGatewaysParameters, { query: query.parameters })
  if (wrong) return invalid(wrong)
  const after = moment(query.parameters.updatedAfter)
  const gateways = context.store.list().filter((gateway) => isPresent(context, gateway))
  const items = gateways.filter((gateway) => after === undefined || updatedAt(gateway, context) > after)
  return jsonResponse(200, { items: items.map((gateway) => view(gateway, context)) })
}

export const getGatewayParameters: Operation = () => jsonResponse(200, { zones: offeredZones })

export const getGateway: Operation = (context, _request, pathId) => {
  const wrong = violation(validators.getGatewayParameters, { path: { id: pathId } })
  if (wrong) return invalid(wrong)
  const id = canonicalId(pathId)
  const gateway = present(context, id)
  return gateway ? shown(context, gateway) : notFound(id)
}

export const updateGateway: Operation = (context, request, pathId) => {
  const wrong = violation(validators.updateGatewayParameters, { path: { id: pathId } })
  if (wrong) return invalid(wrong)
  const body = jsonBody(request)
  if (body.refusal) return body.refusal
  const { value } = body
  if (!validators.updateGatewayRequestBody(value)) return refused(validators.updateGatewayRequestBody, value)
  const id = canonicalId(pathId)
  if (canonicalId(value.id) !== id) return invalid({ field: 'id', description: 'must be the id of the path' })
  const chosen = chosenZones(value.zones)
  if (chosen.violation) return invalid(chosen.violation)
  return changed(context, id, (previous) => {
    if (previous.change === 'DELETING') return beingDeleted(id)
    if (previous.spec.name !== value.name) return nameIsFixed(id)
    const spec = updatedSpecification(previous.spec, specification(value, id, chosen.zones))
    return { ...previous, spec, apiKey: keyOf(value), change: 'UPDATING', changedAt: nextChange(previous, context) }
  })
}

export const deleteGateway: Operation = (context, _request, pathId) => {
  const wrong = violation(validators.deleteGatewayParameters, { path: { id: pathId } })
  if (wrong) return invalid(wrong)
  return changed(context, canonicalId(pathId), (previous) => {
    if (previous.change === 'DELETING') return shown(context, previous)
    return { ...previous, change: 'DELETING', changedAt: nextChange(previous, context) }
  })
}

/** More than any other process on the same file, or any seed on a file that it filled before, makes necessary. */
const mostAttempts = 10_000

/** Tries until the id is free: once for one that the caller chose, with others for the sandbox's own. */
function inserted(context: Context, gateway: (id: string) => StoredGateway, asked?: string): SandboxResponse {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const next = gateway(asked === undefined ? context.newId() : canonicalId(asked))
    // Looking first removes one that is gone, so that its id is free again.
    if (!present(context, next.id) && context.store.insert(next)) return shown(context, next)
    if (asked !== undefined) return alreadyExists(next.id)
  }
  throw new Error('The store takes no gateway.')
}

/** Reads, decides and writes; starts again when another process on the same file wrote in between. */
function changed(
  context: Context,
  id: string,
  decide: (previous: StoredGateway) => StoredGateway | SandboxResponse,
): SandboxResponse {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const previous = present(context, id)
    if (!previous) return notFound(id)
    const next = decide(previous)
    if ('body' in next) return next
    if (context.store.replace(previous, next)) return shown(context, next)
  }
  throw new Error('The store takes no change.')
}

function present(context: Context, id: string): StoredGateway | undefined {
  const gateway = context.store.find(id)
  return gateway && isPresent(context, gateway) ? gateway : undefined
}

/** Whoever comes upon a gateway that is gone takes it away. */
function isPresent(context: Context, gateway: StoredGateway): boolean {
  if (!isGone(gateway, context)) return true
  context.store.remove(gateway)
  return false
}

function shown(context: Context, gateway: StoredGateway): SandboxResponse {
  return jsonResponse(200, { gateway: view(gateway, context) })
}

function refused(validator: Parameters<typeof violation>[0], value: unknown): SandboxResponse {
  return invalid(violation(validator, value) ?? { field: '', description: 'is not valid' })
}

/** The format admits `urn:uuid:` before it. */
function canonicalId(id: string): string {
  return id.toLowerCase().replace('urn:uuid:', '')
}

function keyOf({ weightsAndBiasesAuth }: RequestBody): string | undefined {
  return weightsAndBiasesAuth?.apiKey
}
