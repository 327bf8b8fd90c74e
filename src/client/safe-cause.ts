import { ClientError } from './errors.ts'
import { orUndefined } from './or-undefined.ts'
import { createSecrets, type Secrets } from './secrets.ts'

/** What was thrown, without secrets and without what hangs on the errors of engines, such as the request. */
class Cause extends Error {
  override readonly name: string
  override readonly stack: string
  /** The engine's own, `ECONNRESET` for example. */
  declare readonly code?: string

  constructor(thrown: Error, secrets: Secrets, depth: number) {
    const { name, message, stack, cause, code } = thrown as Error & { readonly code?: unknown }
    const inner = cause !== undefined && depth < 5 ? { cause: copied(cause, secrets, depth + 1) } : {}
    super(secrets.text(String(message)), inner)
    this.name = secrets.text(String(name))
    this.stack = secrets.text(String(stack))
    if (typeof code === 'string') this.code = secrets.text(code)
  }
}

/** A copy of what was thrown that can be shown. What cannot even be read is told to be so. */
export function safeCause(thrown: unknown, secrets: Secrets = createSecrets()): Error {
  return orUndefined(() => copied(thrown, secrets, 0)) ?? new Error('What was thrown cannot be read')
}

function copied(thrown: unknown, secrets: Secrets, depth: number): Error {
  // What is no error has no place that it comes from.
  return new Cause(
    thrown instanceof Error ? thrown : { name: 'Error', message: String(thrown), stack: '' },
    secrets,
    depth,
  )
}

/** The ClientError that something is which nobody foresaw: a getter of a body may throw what it likes. */
export function unforeseen(error: unknown, operationId: string, secrets?: Secrets): ClientError {
  if (error instanceof ClientError) return error
  return new ClientError(`${operationId} failed`, { cause: safeCause(error, secrets) })
}
