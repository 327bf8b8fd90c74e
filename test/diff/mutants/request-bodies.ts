import { and, having, lacking, type Mutant, other, schema, without } from '../mutant.ts'

/** A request that was valid is refused now, or one that was refused is taken. */
export const requestBodies: readonly Mutant[] = [
  ...breaking({
    'a-name-may-be-shorter-only': schema('GatewayName/maxLength', other(37)),
    'a-name-has-to-be-longer': schema('GatewayName/minLength', other(3)),
    'a-name-has-a-pattern': schema('GatewayName', having({ pattern: '^[a-z][a-z0-9-]*$' })),
    'a-name-is-a-uuid': schema('GatewayName', having({ format: 'uuid' })),
    'a-name-is-a-number': schema('GatewayName/type', other('integer')),
    'a-name-is-one-of-two': schema('GatewayName', having({ enum: ['support-chat', 'batch'] })),
    'a-create-needs-an-id': schema('CreateGatewayRequest/required', and('id')),
    'a-create-needs-a-new-member': schema('CreateGatewayRequest', (was: never) => ({
      ...Object(was),
      required: [...Object(was).required, 'region'],
      properties: { ...Object(was).properties, region: { type: 'string' } },
    })),
    'zones-are-one-at-most': schema('Zones', having({ maxItems: 1 })),
    'zones-are-one-at-least': schema('Zones', having({ minItems: 1 })),
    'zones-differ-from-each-other': schema('Zones', having({ uniqueItems: true })),
    'zones-are-numbers': schema('Zones/items/type', other('integer')),
    'fewer-address-ranges-fit': schema('EndpointConfiguration/properties/allowedSourceIpRanges/maxItems', other(49)),
    'an-api-type-is-gone': schema('ApiType/oneOf/0/enum', without('API_TYPE_UNSPECIFIED')),
    'an-api-type-is-a-name-only': schema('ApiType/oneOf', (was: never) => [was[0]]),
    'an-api-type-number-is-not-negative': schema('ApiType/oneOf/1/minimum', other(0)),
    'a-header-name-is-shorter': schema('HeaderBasedRouting/properties/headerName/maxLength', other(64)),
    'routing-by-header-needs-its-name': schema('HeaderBasedRouting', having({ required: ['headerName'] })),
    'routing-by-path-is-gone': schema('OneRouting/oneOf', (was: never) => [was[0], was[1]]),
    'a-server-url-needs-a-key': schema('WeightsAndBiasesAuth/oneOf/1/properties', having({ serverUrl: false })),
    'usage-reports-are-a-text': schema('WeightsAndBiasesAuth/properties/enableUsageReports/type', other('string')),
    'rate-limiting-is-always-on': schema('WeightsAndBiasesAuth/properties/enableRateLimiting', having({ const: true })),
    'an-id-has-no-format-but-a-length': schema('CreateGatewayRequest/properties/id', having({ maxLength: 35 })),
    'dns-names-are-no-longer-described': schema('EndpointConfiguration/properties', lacking('additionalDns')),
    'the-endpoint-is-no-longer-configured': schema('CreateGatewayRequest/properties', lacking('endpointConfiguration')),
  }),
  ...safe({
    'a-name-may-be-longer': schema('GatewayName/maxLength', other(63)),
    'a-name-may-be-empty': schema('GatewayName', lacking('minLength')),
    'a-create-needs-no-zones': schema('CreateGatewayRequest/required', without('zones')),
    'an-id-may-be-any-text': schema('CreateGatewayRequest/properties/id', lacking('format')),
    'more-address-ranges-fit': schema('EndpointConfiguration/properties/allowedSourceIpRanges/maxItems', other(100)),
    'an-api-type-is-new': schema('ApiType/oneOf/0/enum', and('API_TYPE_ANTHROPIC')),
    'a-create-may-have-a-new-member': schema('CreateGatewayRequest/properties', having({ region: { type: 'string' } })),
    'no-authentication-is-a-way': schema('CreateGatewayRequest/allOf', (was: never) => [was[1]]),
    'both-authentications-are-a-way': schema('OneAuthentication/oneOf/0/properties', lacking('weightsAndBiasesAuth')),
    'a-key-needs-no-server-url': schema('WeightsAndBiasesAuth', lacking('oneOf')),
    'a-name-may-be-null': schema('GatewayName/type', other(['string', 'null'])),
    'a-server-url-may-be-relative': schema('WeightsAndBiasesAuth/properties/serverUrl/format', other('uri-reference')),
  }),
]

function breaking(edits: Readonly<Record<string, Mutant['edit']>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side: 'request', wire: 'breaking', edit }))
}

function safe(edits: Readonly<Record<string, Mutant['edit']>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side: 'request', wire: 'safe', edit }))
}
