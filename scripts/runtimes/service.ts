import { gatewaysHandler } from '../../src/sandbox/handler.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { withCors } from './cors.ts'
import { withFaults } from './faults.ts'

/** Long enough to be waited for, and no longer. */
const readyAfterMs = 60

/** The sandbox, with answers that it never gives by itself, for pages of any origin. */
export async function startService(): Promise<Sandbox> {
  const store = sqliteStore()
  const handler = withCors(withFaults(gatewaysHandler({ store, readyAfterMs })))
  const { baseUrl, stop } = await startSandbox({ handler })
  const stopAll = async () => {
    await stop()
    store.close()
  }
  return { baseUrl, stop: stopAll }
}
