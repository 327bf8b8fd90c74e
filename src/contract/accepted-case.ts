import type { Operation } from '../document/model.ts'
import type { Case } from './case.ts'
import { type RequestParts, requestText } from './request.ts'
import type { Context } from './strategy.ts'

/**
 * A valid request that is due to work; `changed` takes the place of what it is otherwise made of. Undefined when the document
 * gives too little to make one.
 */
export function acceptedCase(
  { requests }: Pick<Context, 'requests'>,
  operation: Operation,
  id: string,
  changed: Partial<RequestParts> = {},
): Case | undefined {
  const parts = requests(operation)?.parts
  if (!parts) return undefined
  const request = requestText(operation, { ...parts, ...changed })
  return { id, operation, request, expectation: { kind: 'accepted' }, covers: [] }
}
