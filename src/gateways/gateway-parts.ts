import type { Client } from '../../generated/client.ts'
import type { Clock } from '../client/clock.ts'
import type { Hooks } from '../client/hooks.ts'
import type { Shared } from '../client/on-demand.ts'
import type { Limits } from '../client/settings.ts'

/** What the methods of one client are made with. */
export interface GatewayParts {
  readonly client: Client
  readonly clock: Clock
  readonly hooks: Hooks
  /** Of the client. */
  readonly limits: Limits
  readonly shared: Shared
}
