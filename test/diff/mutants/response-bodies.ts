import { becomes, gone, having, json, lacking, minus, parametersPath, plus, renaming, schemas } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const spec = `${schemas}/GatewaySpec/properties`
const status = `${schemas}/GatewayStatus/properties`
const state = `${schemas}/GatewayState`
const condition = `${schemas}/Condition`
const error = `${schemas}/Error/properties`
const stored = `${schemas}/StoredEndpointConfiguration/properties`

const unread = 'Clients read a documented member that no longer comes.'

const breaking = mutantsOf('response', 'breaking', [
  ['state-may-be-null', `${state}/type`, becomes(['string', 'integer', 'null']), 'Null could not come.'],
  ['state-may-be-empty', `${state}/minLength`, becomes(0), 'The empty name could not come.'],
  ['state-of-any-size', state, lacking('format', 'minimum', 'maximum'), 'Numbers beyond 32 bits could not come.'],
  ['spec-without-organization', `${spec}/organizationId`, gone, unread],
  ['spec-name-longer', `${spec}/name/maxLength`, becomes(64), 'Names of more than 38 characters could not come.'],
  ['spec-name-of-any-length', `${spec}/name/maxLength`, gone, 'Names of more than 38 characters could not come.'],
  ['spec-id-of-any-form', `${spec}/id/format`, gone, 'An id that is no UUID could not come.'],
  ['spec-zones-with-null', `${spec}/zones/items/type`, becomes(['string', 'null']), 'Null could not come.'],
  ['spec-zones-a-text', `${spec}/zones`, becomes({ type: 'string' }), 'The zones were a list.'],
  [
    'parameters-zones-optional',
    `${schemas}/GatewayParametersResponse/required`,
    gone,
    'An answer without zones could not come.',
  ],
  [
    'parameters-zones-objects',
    `${schemas}/GatewayParametersResponse/properties/zones/items`,
    becomes({ type: 'object' }),
    'The zones were texts.',
  ],
  [
    'gateway-may-be-null',
    `${schemas}/GatewayResponse/properties/gateway`,
    (before) => ({ oneOf: [before, { type: 'null' }] }),
    'Null could not come.',
  ],
  ['list-called-otherwise', `${schemas}/ListGatewaysResponse/properties`, renaming('items', 'gateways'), unread],
  [
    'list-of-names',
    `${schemas}/ListGatewaysResponse/properties/items/items`,
    becomes({ type: 'string' }),
    'The items were objects.',
  ],
  [
    'list-bare',
    `${schemas}/ListGatewaysResponse`,
    (before) => Object(before).properties.items,
    'The list was the member of an object.',
  ],
  [
    'reason-may-be-a-number',
    `${condition}/properties/reason/type`,
    becomes(['string', 'integer']),
    'A number could not come.',
  ],
  ['condition-without-zone', `${condition}/properties/zone`, gone, unread],
  ['conditions-by-name', `${status}/conditions`, becomes({ type: 'object' }), 'The conditions were a list.'],
  ['created-at-any-text', `${status}/createdAt/format`, gone, 'A text that is no moment could not come.'],
  ['created-at-a-date', `${status}/createdAt/format`, becomes('date'), 'A date without a time could not come.'],
  ['endpoints-any-text', `${status}/endpoints/items/format`, gone, 'A text that is no reference could not come.'],
  [
    'stored-ip-ranges-more',
    `${stored}/allowedSourceIpRanges/maxItems`,
    becomes(100),
    'Lists of more than 50 could not come.',
  ],
  ['stored-dns-names-gone', `${stored}/additionalDns`, gone, unread],
  ['error-code-may-be-boolean', `${error}/code/type`, plus('boolean'), 'A boolean could not come.'],
  ['error-without-message', `${error}/message`, gone, unread],
  ['error-details-one-object', `${error}/details`, (before) => Object(before).items, 'The details were a list.'],
  ['violation-without-field', `${schemas}/FieldViolation/properties/field`, gone, unread],
  [
    'path-routing-may-be-null',
    `${schemas}/PathBasedRouting/type`,
    becomes(['object', 'null']),
    'Null could not come; in requests more is accepted.',
  ],
  [
    'parameters-answer-anything',
    `${parametersPath}/get/responses/200/${json}/schema`,
    becomes({}),
    'Any value may come.',
  ],
])

const safe = mutantsOf('response', 'safe', [
  [
    'state-name-added',
    `${state}/x-extensible-enum`,
    plus('STATUS_NEW'),
    'The list is open: clients were told to expect others.',
  ],
  [
    'state-name-removed',
    `${state}/x-extensible-enum`,
    minus(5),
    'The list is open: a name fewer promises nothing less.',
  ],
  ['state-list-closed', state, having({ enum: ['STATUS_READY', 'STATUS_FAILED'] }), 'Fewer values can come.'],
  ['state-by-name-alone', `${state}/type`, becomes('string'), 'Numbers no longer come.'],
  ['condition-status-by-name-alone', `${schemas}/ConditionStatus/type`, becomes('string'), 'Numbers no longer come.'],
  ['stored-api-type-number-positive', `${schemas}/StoredApiType/minimum`, becomes(0), 'Fewer numbers can come.'],
  [
    'spec-with-region',
    spec,
    having({ region: { type: 'string' } }),
    'A name that was not documented; readers pass over it.',
  ],
  ['spec-name-shorter', `${spec}/name/maxLength`, becomes(20), 'Fewer names can come.'],
  ['spec-name-never-empty', `${spec}/name`, having({ minLength: 1 }), 'The empty name no longer comes.'],
  [
    'gateway-always-there',
    `${schemas}/GatewayResponse`,
    having({ required: ['gateway'] }),
    'An answer without it no longer comes.',
  ],
  [
    'gateway-with-spec-or-status',
    `${schemas}/Gateway`,
    having({ anyOf: [{ required: ['spec'] }, { required: ['status'] }] }),
    'The empty gateway no longer comes.',
  ],
  ['condition-with-type', condition, having({ required: ['type'] }), 'A condition without it no longer comes.'],
  ['condition-closed', condition, having({ additionalProperties: false }), 'Openness that nobody wrote is no promise.'],
  ['endpoints-absolute', `${status}/endpoints/items/format`, becomes('uri'), 'Relative references no longer come.'],
  ['endpoints-unique', `${status}/endpoints`, having({ uniqueItems: true }), 'Repeated URLs no longer come.'],
  ['endpoints-never-empty', `${status}/endpoints`, having({ minItems: 1 }), 'The empty list no longer comes.'],
  ['error-code-by-number', `${error}/code/type`, becomes('integer'), 'Names no longer come.'],
  ['error-message-short', `${error}/message`, having({ maxLength: 500 }), 'Longer messages no longer come.'],
  ['error-names-fewer', `${error}/code/x-extensible-enum`, minus(0), 'The list is open.'],
  ['created-at-in-this-century', `${status}/createdAt`, having({ pattern: '^20' }), 'Fewer moments can come.'],
])

/** What becomes of the bodies of responses. */
export const responseBodies: readonly Mutant[] = [...breaking, ...safe]
