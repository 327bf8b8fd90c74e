import { acceptedCase } from '../accepted-case.ts'
import type { Case } from '../case.ts'
import { jsonBody } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Valid requests that name their encoding as many clients do; for JSON the parameter means nothing (RFC 8259, section 11). */
export function charsetParameter(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const one = jsonBody(operation) && acceptedCase(context, operation, `charset/${operation.operationId}`)
    const mediaType = one?.request.headers['content-type']
    if (!one || mediaType === undefined) return []
    const headers = { ...one.request.headers, 'content-type': `${mediaType}; charset=utf-8` }
    return [{ ...one, request: { ...one.request, headers } }]
  })
}
