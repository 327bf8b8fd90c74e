import type { Error as ErrorBody } from '../../generated/types.ts'
import { jsonResponse, type SandboxResponse } from './exchange.ts'

/** The numbers of google.rpc.Code. */
export const code = {
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const

export interface FieldViolation {
  /** The path of the field, in snake_case. */
  readonly field: string
  readonly description: string
}

/**
 * An answer in the documented shape of an error. No message carries anything that the caller sent, apart from a
 * gateway's identifier: a token or a key must not come back.
 */
export function failure(
  status: number,
  body: ErrorBody,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return jsonResponse(status, body, headers)
}

export function invalid(...fieldViolations: readonly FieldViolation[]): SandboxResponse {
  const detail = { '@type': typeUrl('BadRequest'), fieldViolations: [...fieldViolations] }
  return failure(400, { code: code.invalidArgument, message: 'The request is not valid.', details: [detail] })
}

export function unauthenticated(): SandboxResponse {
  const body = { code: code.unauthenticated, message: 'A valid API access token is required.' }
  return failure(401, body, { 'www-authenticate': 'Bearer' })
}

export function notFound(id: string): SandboxResponse {
  return failure(404, { code: code.notFound, message: 'The gateway does not exist.', details: [resource(id)] })
}

export function alreadyExists(id: string): SandboxResponse {
  const message = 'A gateway with this identifier exists.'
  return failure(409, { code: code.alreadyExists, message, details: [resource(id)] })
}

/** Aborted and not FailedPrecondition: it is the code that google.rpc maps to 409. */
export function beingDeleted(id: string): SandboxResponse {
  const message = 'The gateway is being deleted.'
  return failure(409, { code: code.aborted, message, details: [precondition('STATE', id, message)] })
}

export function nameIsFixed(id: string): SandboxResponse {
  const message = 'The name of a gateway cannot be changed.'
  return failure(400, { code: code.failedPrecondition, message, details: [precondition('NAME', id, message)] })
}

function resource(id: string) {
  return { '@type': typeUrl('ResourceInfo'), resourceType: 'gateway', resourceName: id }
}

function precondition(type: string, subject: string, description: string) {
  return { '@type': typeUrl('PreconditionFailure'), violations: [{ type, subject, description }] }
}

function typeUrl(name: string): string {
  return `type.googleapis.com/google.rpc.${name}`
}
