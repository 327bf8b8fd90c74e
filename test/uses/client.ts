// What callers write today. The compiler holds `src/index.ts` to it, and `npm run diff` a changed document.
import { ApiError, createGatewaysClient, gatewayStatus, isReady } from '../../src/index.ts'

export async function lifeOfAGateway(signal: AbortSignal): Promise<readonly string[]> {
  const gateways = createGatewaysClient({ token: async () => 'a token', timeoutMs: 5000, retry: { attempts: 2 } })
  const { zones } = await gateways.getGatewayParameters()
  const { gateway } = await gateways.createGateway(
    { name: 'demo', zones: zones.slice(0, 1), coreWeaveAuth: {}, bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' } },
    { signal },
  )
  const ready = await gateways.waitUntilReady(gateway, { onProgress: ({ status }) => void status })
  const { items } = await gateways.listGateways({ query: { updatedAfter: '2026-05-06T09:30:00Z' } })
  const names = items?.filter((one) => isReady(one)).map(({ spec }) => spec?.name ?? String(spec?.zones?.length))
  await gateways.waitUntilDeleted(ready)
  return [...(ready.status?.endpoints ?? []), ...(names ?? [])]
}

export function words(error: unknown): string {
  if (!(error instanceof ApiError)) return 'no answer'
  return `${error.status} ${error.operationId} ${error.fieldViolations.map(({ field }) => field).join()}`
}

export const state = gatewayStatus
