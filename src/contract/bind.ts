import { isObject, type JsonObject, pointerOf, replaced } from '../document/json.ts'
import { parameterText } from '../document/parameter-text.ts'
import { type Case, type CaseRequest, isDueToWork } from './case.ts'
import { places } from './open-schema.ts'
import { jsonBody, parameterKey } from './request.ts'
import { hintsOf } from './resource/hints.ts'
import type { Resource } from './resource/resource.ts'
import type { Context, Offers } from './strategy.ts'

/** Who a request is about. */
export interface Identity {
  readonly id: string
  readonly name: string
}

const bodies = new WeakMap<CaseRequest, JsonObject | undefined>()

/** The JSON object that a case sends, or undefined. */
export function sentBody({ request }: Pick<Case, 'request'>): JsonObject | undefined {
  if (!bodies.has(request)) bodies.set(request, objectIn(request.body))
  return bodies.get(request)
}

function objectIn(text = ''): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : undefined
  } catch {
    return undefined
  }
}

/**
 * A create with an identifier and a name of its own, so that it collides with none and can be found again. What the case
 * is about stays as it is, as far as it would not be the same in every run.
 */
export function boundCreate(context: Context, resource: Resource, one: Case, { id, name }: Identity): Case {
  const body = sentBody(one)
  const { idIsChosen, nameMember } = resource
  const key = resource.idMember
  const isAboutId = isAboutMember(one, key)
  if (!body) return one
  // What a refused create leaves behind, and what has another name, has to be recognised by its identifier.
  const needsId = one.expectation.kind === 'refused' || isAboutMember(one, nameMember)
  const isOwn = typeof body[key] === 'string' || (needsId && body[key] === undefined)
  // Another identifier could be somebody's.
  const { [key]: _, ...others } = body
  const own = {
    ...(idIsChosen || isAboutId ? body : others),
    ...(idIsChosen && isOwn && (!isAboutId || isDueToWork(one)) && { [key]: inCaseOf(body[key], id) }),
    ...named(one, nameMember, name, body),
  }
  return withBody(context, one, own)
}

/** A request about one resource, with its identifier in the path and in the body. */
export function boundItem(context: Context, resource: Resource, one: Case, { id, name }: Identity): Case {
  const key = resource.idMember
  const sample = context.requests(one.operation)?.values.get(parameterKey(resource.idParameter))
  const sampleText = parameterText(resource.idParameter, sample)
  const path = one.request.path.replace(`/${sampleText}`, () => `/${parameterText(resource.idParameter, id)}`)
  const body = sentBody(one)
  const moved = { ...one, request: { ...one.request, path } }
  if (!body) return moved
  const typed = typeof sample === 'number' ? Number(id) : id
  const own = { ...body, ...(body[key] === sample && { [key]: typed }), ...named(one, resource.nameMember, name, body) }
  return withBody(context, moved, own)
}

/** Whether a case is about a member of the body itself, and not of what is in it. */
export function isAboutMember({ about }: Case, member: string | undefined): boolean {
  return member !== undefined && about === pointerOf([member])
}

function inCaseOf(sample: unknown, id: string): string {
  return String(sample) === String(sample).toLowerCase() ? id : id.toUpperCase()
}

function named(one: Case, member: string | undefined, name: string, body: JsonObject): JsonObject {
  const sample = member === undefined ? undefined : body[member]
  if (member === undefined || typeof sample !== 'string') return {}
  if (!isAboutMember(one, member)) return { [member]: name }
  return isDueToWork(one) ? { [member]: ofItsLength(sample, name) } : {}
}

/** The name, made as long as another; that other one where it is shorter. */
export function ofItsLength(sample: string, name: string): string {
  return sample.length < name.length ? sample : name.padEnd(sample.length, 'x')
}

/** The new body, unless the schema refuses it where it had accepted the old one. */
function withBody({ rules }: Context, one: Case, body: JsonObject): Case {
  const schema = jsonBody(one.operation)?.schema ?? true
  const before = rules.violations(schema, sentBody(one)).length
  if (rules.violations(schema, body).length > before) return one
  return { ...one, request: { ...one.request, body: JSON.stringify(body) } }
}

/** The request with values that the service offers, where the document says that others mean nothing to it. */
export function withOffers({ model }: Context, one: Case, offers: Offers): Case {
  const body = sentBody(one)
  const schema = jsonBody(one.operation)?.schema
  if (!body || schema === undefined || offers.size === 0) return one
  let own: unknown = body
  for (const { tokens, value, flat } of places(model, [schema], body).reverse()) {
    const offer = hintsOf(flat).valuesFrom
    const offered = offer && offers.get(offerKey(offer))
    if (!offered || isAbout(one, tokens) || offered.some((known) => isAlike(known, value))) continue
    own = replaced(own, tokens, offered[0])
  }
  const request: CaseRequest = { ...one.request, body: JSON.stringify(own) }
  return own === body ? one : { ...one, request }
}

export function offerKey({
  operationId,
  tokens,
}: {
  readonly operationId: string
  readonly tokens: readonly string[]
}): string {
  return operationId + pointerOf(tokens)
}

function isAbout({ about }: Case, tokens: readonly string[]): boolean {
  return about !== undefined && about !== '#' && `${pointerOf(tokens)}/`.startsWith(`${about}/`)
}

function isAlike(offered: unknown, value: unknown): boolean {
  return String(offered).toLowerCase() === String(value).toLowerCase()
}
