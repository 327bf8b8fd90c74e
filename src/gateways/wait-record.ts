import type { Gateway } from '../../generated/types.ts'
import { ClientError, type WaitRecord } from '../client/errors.ts'

/** What the wait has seen that an error ended; undefined for any other error. */
export function waitRecord(error: unknown): WaitRecord<Gateway> | undefined {
  return error instanceof ClientError ? (error.wait as WaitRecord<Gateway> | undefined) : undefined
}
