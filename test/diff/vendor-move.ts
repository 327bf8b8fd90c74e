/** One thing that moved between two published documents. */
export interface Move {
  readonly what: string
  /** The operationId; without it the whole document moved. */
  readonly operation?: string
  readonly side: 'request' | 'response' | 'document'
  readonly wire: 'breaking' | 'safe'
  readonly why: string
}

const answering = ['CreateGateway', 'ListGateways', 'GetGateway', 'UpdateGateway', 'DeleteGateway']
const asking = ['CreateGateway', 'UpdateGateway']

function inEach(operations: readonly string[], move: Omit<Move, 'operation'>): readonly Move[] {
  return operations.map((name) => ({ ...move, operation: `GatewayService_${name}` }))
}

/** What moved from `test/fixtures/vendor-move/may.yaml` to `june.yaml`. */
export const vendorMove: readonly Move[] = [
  { what: 'servers', side: 'document', wire: 'breaking', why: 'The placeholder host gave way to the real one.' },
  {
    what: 'security',
    side: 'document',
    wire: 'breaking',
    why: 'A bearer token is needed; before, none was asked for.',
  },
  ...inEach(asking, {
    what: 'bodyBasedRouting.apiType',
    side: 'request',
    wire: 'breaking',
    why: 'A number was accepted; now it is a name.',
  }),
  ...inEach(asking, {
    what: 'endpointConfiguration.allowedSourceIpRanges',
    side: 'request',
    wire: 'safe',
    why: 'Nobody has to send the new property.',
  }),
  ...inEach(['CreateGateway'], {
    what: 'zones',
    side: 'request',
    wire: 'safe',
    why: 'A create without zones is accepted too.',
  }),
  ...inEach(answering, {
    what: 'spec.bodyBasedRouting.apiType',
    side: 'response',
    wire: 'breaking',
    why: 'A number came; now it is a name.',
  }),
  ...inEach(answering, {
    what: 'status.status',
    side: 'response',
    wire: 'breaking',
    why: 'A number came; now it is a name.',
  }),
  ...inEach(answering, {
    what: 'status.conditions.status',
    side: 'response',
    wire: 'breaking',
    why: 'A number came; now it is a name.',
  }),
  ...inEach(answering, {
    what: 'spec.endpointConfiguration.allowedSourceIpRanges',
    side: 'response',
    wire: 'safe',
    why: 'Readers pass over a new property.',
  }),
  ...inEach(['GetGatewayParameters'], {
    what: 'zones',
    side: 'response',
    wire: 'safe',
    why: 'An answer without zones no longer comes.',
  }),
]
