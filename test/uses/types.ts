// What callers write today. The compiler holds `generated/types.ts` to it, and `npm run diff` a changed document.
import type {
  CreateGatewayRequestBody,
  GatewayState,
  GetGatewayResponse200,
  UpdateGatewayRequestBody,
} from '../../generated/types.ts'

const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
const base = { name: 'demo', zones: ['US-EAST-04A'] }

export const creates: readonly CreateGatewayRequestBody[] = [
  { ...base, coreWeaveAuth: {}, pathBasedRouting: {} },
  { ...base, coreWeaveAuth: {}, headerBasedRouting: { headerName: 'X-Model' } },
  { ...base, weightsAndBiasesAuth: {}, bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' } },
  { ...base, weightsAndBiasesAuth: { serverUrl: 'https://api.wandb.ai' }, bodyBasedRouting: { apiType: 1 } },
  {
    ...base,
    id,
    weightsAndBiasesAuth: { apiKey: 'k', serverUrl: 'https://api.wandb.ai' },
    pathBasedRouting: {},
  },
  { ...base, coreWeaveAuth: {}, pathBasedRouting: {}, endpointConfiguration: { allowedSourceIpRanges: [] } },
]

const body = { ...base, coreWeaveAuth: {}, pathBasedRouting: {} }
/** A variable is held to the same rules as a literal. */
export const createOfVariable: CreateGatewayRequestBody = body

export const update: UpdateGatewayRequestBody = { ...base, id, coreWeaveAuth: {}, pathBasedRouting: {} }

/** A state may be a name that is known, one that is not, or a number. */
export const states: readonly GatewayState[] = ['STATUS_READY', 'STATUS_NEW', 5]

export function stateText(state: GatewayState): string {
  return typeof state === 'string' ? state : ''
}

export function read(gateway: NonNullable<GetGatewayResponse200['gateway']>) {
  const serverUrl: string | undefined = gateway.spec?.weightsAndBiasesAuth?.serverUrl
  const state: string | number | undefined = gateway.status?.status
  const observed: string | number | undefined = gateway.status?.conditions?.[0]?.status
  const isReady: boolean = gateway.status?.status === 'STATUS_READY'
  return { serverUrl, state, observed, isReady }
}
