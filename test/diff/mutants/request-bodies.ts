import { becomes, gateways, gone, having, lacking, minus, oneGateway, plus, schemas } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const create = `${schemas}/CreateGatewayRequest`
const name = `${schemas}/GatewayName`
const endpoint = `${schemas}/EndpointConfiguration/properties`
const ranges = `${endpoint}/allowedSourceIpRanges`
const apiType = `${schemas}/ApiType/oneOf`
const key = `${schemas}/WeightsAndBiasesAuth`

const dropped = 'A documented member is no longer understood: the value that an old client sends is lost.'

const breaking = mutantsOf('request', 'breaking', [
  ['create-name-shorter', `${name}/maxLength`, becomes(37), 'A name of 38 characters was accepted.'],
  ['create-name-never-one-letter', `${name}/minLength`, becomes(2), 'A name of one character was accepted.'],
  ['create-name-with-pattern', name, having({ pattern: '^[a-z-]+$' }), 'A name with a capital was accepted.'],
  ['create-name-a-number', `${name}/type`, becomes('integer'), 'A name was a text.'],
  ['create-name-not-default', name, having({ not: { const: 'default' } }), 'The name default was accepted.'],
  ['create-name-always-one', name, having({ const: 'only' }), 'Any name was accepted.'],
  ['create-id-required', `${create}/required`, plus('id'), 'A create without id was accepted.'],
  ['create-id-a-date', `${create}/properties/id/format`, becomes('date'), 'The id was a UUID.'],
  [
    'create-with-required-owner',
    create,
    (before) => ({
      ...Object(before),
      properties: { ...Object(before).properties, owner: { type: 'string' } },
      required: [...Object(before).required, 'owner'],
    }),
    'A create without owner was accepted.',
  ],
  ['create-without-endpoint-configuration', `${create}/properties/endpointConfiguration`, gone, dropped],
  ['create-without-ip-ranges', ranges, gone, dropped],
  [
    'create-needs-endpoint-configuration',
    `${create}/allOf`,
    plus({ required: ['endpointConfiguration'] }),
    'A create without it was accepted.',
  ],
  ['create-zones-at-most-one', `${schemas}/Zones`, having({ maxItems: 1 }), 'Two zones were valid by the document.'],
  [
    'create-zones-listed',
    `${schemas}/Zones/items`,
    having({ enum: ['US-EAST-04A'] }),
    'Any zone was valid by the document.',
  ],
  ['create-zones-a-text', `${schemas}/Zones`, becomes({ type: 'string' }), 'The zones were a list.'],
  ['dns-names-of-hosts-only', `${endpoint}/additionalDns/items`, having({ format: 'hostname' }), 'Any text was valid.'],
  ['ip-ranges-fewer', `${ranges}/maxItems`, becomes(10), 'Fifty ranges were accepted.'],
  ['ip-ranges-unique', ranges, having({ uniqueItems: true }), 'A range could be repeated.'],
  ['ip-ranges-never-empty', ranges, having({ minItems: 1 }), 'An empty list was accepted.'],
  [
    'endpoint-configuration-never-empty',
    `${schemas}/EndpointConfiguration`,
    having({ minProperties: 1 }),
    'An empty object was accepted.',
  ],
  ['api-type-name-removed', `${apiType}/0/enum`, minus(1), 'API_TYPE_OPENAI was accepted, and the list is closed.'],
  ['api-type-names-only', apiType, minus(1), 'A number was accepted.'],
  ['api-type-never-negative', `${apiType}/1/minimum`, becomes(0), 'A number below 0 was accepted.'],
  ['api-type-above-a-bound', `${apiType}/1`, having({ exclusiveMaximum: 100 }), 'A number of 100 was accepted.'],
  ['api-type-even', `${apiType}/1`, having({ multipleOf: 2 }), 'An odd number was accepted.'],
  [
    'api-type-branches-overlap',
    apiType,
    plus({ type: 'string' }),
    'A known name now fits two branches of which one must fit.',
  ],
  [
    'body-routing-needs-api-type',
    `${schemas}/BodyBasedRouting`,
    having({ required: ['apiType'] }),
    'A routing without it was accepted.',
  ],
  [
    'header-name-shorter',
    `${schemas}/HeaderBasedRouting/properties/headerName/maxLength`,
    becomes(50),
    'A name of 100 characters was accepted.',
  ],
  ['authentication-of-one-kind', `${schemas}/OneAuthentication/oneOf`, minus(1), 'weightsAndBiasesAuth was accepted.'],
  ['routing-by-path-gone', `${schemas}/OneRouting/oneOf`, minus(2), 'pathBasedRouting was accepted.'],
  [
    'key-fits-two-branches',
    `${key}/oneOf/1/properties/apiKey`,
    gone,
    'A key with its server now fits both branches of which one must fit.',
  ],
  [
    'usage-reports-need-server',
    key,
    having({ dependentRequired: { enableUsageReports: ['serverUrl'] } }),
    'The setting was accepted alone.',
  ],
  ['server-url-never-long', `${key}/properties/serverUrl`, having({ maxLength: 30 }), 'A longer URL was accepted.'],
  [
    'update-needs-endpoint-configuration',
    `${schemas}/UpdateGatewayRequest/required`,
    plus('endpointConfiguration'),
    'An update without it was accepted.',
  ],
  [
    'core-weave-auth-needs-realm',
    `${schemas}/CoreWeaveAuth`,
    having({ required: ['realm'], properties: { realm: { type: 'string' } } }),
    'The empty object was accepted in requests; in responses fewer values come.',
  ],
])

const safe = mutantsOf('request', 'safe', [
  ['create-name-longer', `${name}/maxLength`, becomes(64), 'More names are accepted.'],
  ['create-name-of-any-length', `${name}/maxLength`, gone, 'More names are accepted.'],
  ['create-name-may-be-empty', `${name}/minLength`, becomes(0), 'The empty name is accepted too.'],
  ['create-name-or-number', `${name}/type`, becomes(['string', 'integer']), 'Numbers are accepted too.'],
  ['create-name-or-null', `${name}/type`, becomes(['string', 'null']), 'Null is accepted too.'],
  ['create-zones-optional', `${create}/required`, becomes(['name']), 'A create without zones is accepted too.'],
  ['update-id-optional', `${schemas}/UpdateGatewayRequest/required`, minus(0), 'An update without id is accepted too.'],
  [
    'create-with-optional-label',
    `${create}/properties`,
    having({ label: { type: 'string' } }),
    'A name that was not documented is understood.',
  ],
  ['create-id-of-any-form', `${create}/properties/id/format`, gone, 'Texts that are no UUID are accepted too.'],
  ['create-with-any-routing', `${create}/allOf`, minus(1), 'The rule about routings is gone.'],
  ['ip-ranges-more', `${ranges}/maxItems`, becomes(100), 'Longer lists are accepted.'],
  ['api-type-name-added', `${apiType}/0/enum`, plus('API_TYPE_NEW'), 'One more name is accepted.'],
  ['api-type-any-name', `${apiType}/0/enum`, gone, 'Any name is accepted.'],
  ['api-type-or-boolean', apiType, plus({ type: 'boolean' }), 'A third kind of value is accepted.'],
  ['api-type-any-integer', `${apiType}/1`, becomes({ type: 'integer' }), 'Larger numbers are accepted.'],
  [
    'third-authentication',
    `${schemas}/OneAuthentication/oneOf`,
    plus({
      type: 'object',
      required: ['thirdAuth'],
      properties: { coreWeaveAuth: false, weightsAndBiasesAuth: false },
    }),
    'A third choice is accepted, and it overlaps with none.',
  ],
  [
    'both-authentications-by-one-branch',
    `${schemas}/OneAuthentication/oneOf/0/properties/weightsAndBiasesAuth`,
    gone,
    'Both together fit the first branch alone, so that they are accepted.',
  ],
  ['key-without-server', `${key}/oneOf/0/required`, becomes(['apiKey']), 'A key alone is accepted too.'],
  ['key-rule-gone', `${key}/oneOf`, gone, 'A key alone is accepted too.'],
  [
    'server-url-may-be-relative',
    `${key}/properties/serverUrl/format`,
    becomes('uri-reference'),
    'Every URI is a URI reference.',
  ],
  [
    'header-routing-closed',
    `${schemas}/HeaderBasedRouting`,
    having({ additionalProperties: false }),
    'Openness that nobody wrote is no promise.',
  ],
  [
    'header-routing-with-optional-prefix',
    `${schemas}/HeaderBasedRouting/properties`,
    having({ prefix: { type: 'string' } }),
    'A name that was not documented is understood.',
  ],
  [
    'create-body-optional',
    `${gateways}/post/requestBody/required`,
    becomes(false),
    'A request without a body is accepted too.',
  ],
  [
    'update-body-optional',
    `${oneGateway}/patch/requestBody`,
    lacking('required'),
    'A body is optional unless it is said to be required.',
  ],
  [
    'create-also-as-form',
    `${gateways}/post/requestBody/content`,
    having({ 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }),
    'One more media type is accepted.',
  ],
])

/** What becomes of the bodies of requests. */
export const requestBodies: readonly Mutant[] = [...breaking, ...safe]
