import { and, having, lacking, type Mutant, other, schema, without } from '../mutant.ts'

/** An answer comes that could not come before, or what could come does no longer. */
export const responseBodies: readonly Mutant[] = [
  ...breaking({
    'the-zones-on-offer-may-be-left-out': schema('GatewayParametersResponse', lacking('required')),
    'the-zones-on-offer-are-objects': schema(
      'GatewayParametersResponse/properties/zones/items',
      other({ type: 'object' }),
    ),
    'the-zones-on-offer-may-be-null': schema(
      'GatewayParametersResponse/properties/zones/type',
      other(['array', 'null']),
    ),
    'a-stored-name-may-be-longer': schema('GatewaySpec/properties/name/maxLength', other(63)),
    'a-stored-name-has-any-length': schema('GatewaySpec/properties/name', lacking('maxLength')),
    'a-stored-id-is-any-text': schema('GatewaySpec/properties/id', lacking('format')),
    'a-moment-is-a-number': schema('GatewayStatus/properties/createdAt', other({ type: 'integer' })),
    'a-moment-is-a-day': schema('GatewayStatus/properties/updatedAt/format', other('date')),
    'the-urls-are-one-text': schema('GatewayStatus/properties/endpoints/type', other('string')),
    'the-urls-are-no-longer-described': schema('GatewayStatus/properties', lacking('endpoints')),
    'the-status-is-no-longer-described': schema('Gateway/properties', lacking('status')),
    'a-state-may-be-true': schema('GatewayState/type', other(['string', 'integer', 'boolean'])),
    'a-state-may-be-empty': schema('GatewayState', lacking('minLength')),
    'a-reason-is-a-list': schema('Condition/properties/reason', other({ type: 'array', items: { type: 'string' } })),
    'an-error-code-may-be-null': schema('Error/properties/code/type', other(['integer', 'string', 'null'])),
    'the-message-of-an-error-is-an-object': schema('Error/properties/message/type', other('object')),
    'a-flag-is-a-text': schema('StoredWeightsAndBiasesAuth/properties/enableUsageReports/type', other('string')),
    'more-address-ranges-are-stored': schema(
      'StoredEndpointConfiguration/properties/allowedSourceIpRanges/maxItems',
      other(51),
    ),
  }),
  ...safe({
    'a-gateway-is-always-there': schema('GatewayResponse', having({ required: ['gateway'] })),
    'an-answer-has-a-new-member': schema('GatewayResponse/properties', having({ etag: { type: 'string' } })),
    'a-status-has-a-new-member': schema('GatewayStatus/properties', having({ region: { type: 'string' } })),
    'a-stored-name-is-shorter': schema('GatewaySpec/properties/name/maxLength', other(30)),
    'a-state-is-new': schema('GatewayState/x-extensible-enum', and('STATUS_PAUSED')),
    'a-state-is-no-longer-listed': schema('GatewayState/x-extensible-enum', without('STATUS_UPDATING')),
    'a-state-is-a-name-only': schema('GatewayState/type', other('string')),
    'a-kind-of-condition-is-one-of-two': schema(
      'Condition/properties/type',
      having({ enum: ['Ready', 'Progressing'] }),
    ),
    'an-error-always-has-a-code': schema('Error', having({ required: ['code'] })),
    'a-url-is-absolute': schema('GatewayStatus/properties/endpoints/items/format', other('uri')),
    'the-zones-on-offer-are-at-least-one': schema(
      'GatewayParametersResponse/properties/zones',
      having({ minItems: 1 }),
    ),
  }),
]

function breaking(edits: Readonly<Record<string, Mutant['edit']>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side: 'response', wire: 'breaking', edit }))
}

function safe(edits: Readonly<Record<string, Mutant['edit']>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side: 'response', wire: 'safe', edit }))
}
