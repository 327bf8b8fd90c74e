import { CannotRunError } from '../report/cannot-run-error.ts'
import { acceptedCase } from './accepted-case.ts'
import type { Session } from './session.ts'
import type { Context } from './strategy.ts'

/**
 * Reads what can be read without knowing anything: where all of it is refused for its token, every case would be.
 *
 * @throws {CannotRunError} when the target refuses the token everywhere
 */
export async function requireAcceptedToken(context: Context, session: Session): Promise<void> {
  const readable = context.model.operations.filter(({ method, path }) => method === 'get' && !path.includes('{'))
  const statuses: number[] = []
  for (const operation of readable) {
    const one = acceptedCase(context, operation, `setup/${operation.operationId}`)
    if (one) statuses.push((await session.aside(one))?.status ?? 0)
  }
  const [first] = statuses
  if (first === undefined || !statuses.every((status) => status === 401 || status === 403)) return
  const reason =
    session.target.token === undefined ? 'needs a token; name its variable with --token-env' : 'refuses the token'
  throw new CannotRunError(`${session.target.name} ${reason} (status ${first}).`)
}
