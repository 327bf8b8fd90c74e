import type { Shared } from '../client/on-demand.ts'

/** Runs a call that rejects with errors of ours alone, although what it is given may throw when it is looked at. */
export async function guarded<Result>(
  { ClientError, safeCause }: Shared,
  operationId: string,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ClientError) throw error
    throw new ClientError(`${operationId} failed`, { operationId, cause: safeCause(error) })
  }
}
