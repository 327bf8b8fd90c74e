import { becomes, gateways, gone, having, lacking, oneGateway, plus, updatedAfter } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const gatewayId = '#/components/parameters/GatewayId'
const label = { name: 'label', in: 'query', description: 'A label.', schema: { type: 'string' } }
const tenant = { name: 'X-Tenant', in: 'header', description: 'A tenant.', schema: { type: 'string' } }

const breaking = mutantsOf('operation', 'breaking', [
  ['updated-after-required', updatedAfter, having({ required: true }), 'A list without it was accepted.'],
  ['updated-after-gone', `${gateways}/get/parameters`, gone, 'The filter that an old client sends is lost.'],
  ['updated-after-renamed', `${updatedAfter}/name`, becomes('since'), 'The filter that an old client sends is lost.'],
  ['updated-after-in-header', `${updatedAfter}/in`, becomes('header'), 'The filter was sent in the query.'],
  [
    'label-required-in-query',
    `${gateways}/get/parameters`,
    plus({ ...label, required: true }),
    'A list without it was accepted.',
  ],
  [
    'tenant-required-in-header',
    `${gateways}/get/parameters`,
    plus({ ...tenant, required: true }),
    'A list without it was accepted.',
  ],
  [
    'tenant-required-on-path-item',
    `${oneGateway}/parameters`,
    plus({ ...tenant, required: true }),
    'Three operations were called without it.',
  ],
  ['gateway-id-with-dot', gatewayId, having({ style: 'label' }), 'The id is now preceded by a dot.'],
  [
    'updated-after-as-json',
    updatedAfter,
    (before) => ({
      ...lacking('schema', 'example')(before),
      content: { 'application/json': { schema: { type: 'string' } } },
    }),
    'The text is now sent as JSON, in quotes.',
  ],
])

const safe = mutantsOf('operation', 'safe', [
  ['label-optional-in-query', `${gateways}/get/parameters`, plus(label), 'Nobody has to send it.'],
  ['tenant-optional-on-path-item', `${oneGateway}/parameters`, plus(tenant), 'Nobody has to send it.'],
])

const requestBreaking = mutantsOf('request', 'breaking', [
  [
    'updated-after-with-zone-alone',
    `${updatedAfter}/schema`,
    having({ pattern: 'Z$' }),
    'A moment with an offset was accepted.',
  ],
  ['updated-after-a-number', `${updatedAfter}/schema`, becomes({ type: 'integer' }), 'The moment was a text.'],
  ['gateway-id-longer', `${gatewayId}/schema`, having({ minLength: 40 }), 'A UUID of 36 characters was accepted.'],
])

const requestSafe = mutantsOf('request', 'safe', [
  ['updated-after-any-text', `${updatedAfter}/schema/format`, gone, 'Texts that are no moment are accepted too.'],
  ['gateway-id-any-text', `${gatewayId}/schema/format`, gone, 'Texts that are no UUID are accepted too.'],
])

/** What becomes of parameters. */
export const parameters: readonly Mutant[] = [...breaking, ...safe, ...requestBreaking, ...requestSafe]
