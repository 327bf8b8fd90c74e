import type { Target } from '../../src/contract/target.ts'
import { gatewaysHandler, type Handler } from '../../src/sandbox/handler.ts'
import { sandboxPort, startSandbox } from '../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'

/** Long enough for every state to be seen, and no longer. */
const readyAfterMs = 40

/** The sandbox as a target: a token that it knows, an empty store. `round` may put something round it. */
export async function sandboxTarget(round: (handler: Handler) => Handler = (handler) => handler): Promise<Target> {
  const store = sqliteStore()
  const handler = round(gatewaysHandler({ store, token: sandboxToken, readyAfterMs }))
  const { baseUrl, stop } = await startSandbox({ handler })
  return {
    name: 'the sandbox',
    baseUrl,
    curlBaseUrl: `http://127.0.0.1:${sandboxPort}`,
    state: 'disposable',
    token: sandboxToken,
    deviations: [],
    meaning: 'The sandbox is ours: a clean run shows that it keeps the contract, and nothing about a service.',
    repeating: `To repeat a request: npm run sandbox -- --token ${sandboxToken}, export TOKEN=${sandboxToken}, then the curl line.`,
    stop: async () => {
      await stop()
      store.close()
    },
  }
}

/** Known to the suite, so that it can try wrong ones. */
export const sandboxToken = 'sandbox-token'
