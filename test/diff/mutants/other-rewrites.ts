import {
  becomes,
  having,
  inComponent,
  inlinedFrom,
  json,
  lacking,
  oneGateway,
  parametersPath,
  reversed,
  schemas,
  updatedAfter,
} from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const state = `${schemas}/GatewayState`
const status = `${schemas}/GatewayStatus/properties`

const responses = mutantsOf('response', 'equivalent', [
  [
    'gateway-wrapped',
    `${schemas}/GatewayResponse/properties/gateway`,
    (before) => ({ allOf: [before] }),
    'All of one is the one.',
  ],
  ['gateway-inlined', '#', inlinedFrom('#/components/schemas/Gateway'), 'The schema stands where its name stood.'],
  [
    'gateway-response-inlined',
    `${oneGateway}/get/responses/200/${json}/schema`,
    becomes({ type: 'object', properties: { gateway: { $ref: '#/components/schemas/Gateway' } } }),
    'The schema stands where its name stood.',
  ],
  [
    'conditions-in-component',
    '#',
    inComponent(['GatewayStatus', 'properties', 'conditions'], 'Conditions'),
    'The schema has a name now.',
  ],
  ['state-type-list-reversed', `${state}/type`, reversed, 'Order means nothing.'],
  [
    'state-split-by-type',
    state,
    (before) => ({
      ...lacking('type', 'format', 'minimum', 'maximum', 'minLength')(before),
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'integer', format: 'int32' },
      ],
    }),
    'One branch for each type, and the format has the bounds.',
  ],
  ['state-bounds-by-format', state, lacking('minimum', 'maximum'), 'The format has the bounds.'],
  ['state-format-wider-than-bounds', `${state}/format`, becomes('int64'), 'The bounds are narrower than the format.'],
  ['state-names-reversed', `${state}/x-extensible-enum`, reversed, 'Order means nothing.'],
  ['state-with-example', state, having({ examples: ['STATUS_READY'] }), 'Examples bind nobody.'],
  [
    'parameters-zones-type-list',
    `${schemas}/GatewayParametersResponse/properties/zones/type`,
    becomes(['array']),
    'A list of one type is the type.',
  ],
  [
    'parameters-required-twice',
    `${schemas}/GatewayParametersResponse`,
    having({ allOf: [{ required: ['zones'] }] }),
    'It is required already.',
  ],
  [
    'parameters-schema-inlined',
    `${parametersPath}/get/responses/200/${json}/schema`,
    becomes({
      type: 'object',
      required: ['zones'],
      properties: { zones: { type: 'array', items: { type: 'string' } } },
    }),
    'The schema stands where its name stood.',
  ],
  [
    'endpoints-without-title',
    `${status}/endpoints`,
    having({ title: 'URLs', minItems: 0, uniqueItems: false }),
    'None of the three binds.',
  ],
  [
    'detail-open-by-empty-schema',
    `${schemas}/ErrorDetail/additionalProperties`,
    becomes({}),
    'An empty schema admits everything.',
  ],
  [
    'detail-open-unsaid',
    `${schemas}/ErrorDetail`,
    lacking('additionalProperties'),
    'An object is open unless it says otherwise.',
  ],
  [
    'error-details-any-items',
    `${schemas}/Error/properties/details/items`,
    (before) => ({ anyOf: [before, before] }),
    'A branch twice is the branch.',
  ],
  [
    'error-code-as-choice',
    `${schemas}/Error/properties/code`,
    (before) => ({ ...lacking('type')(before), oneOf: [{ type: 'integer' }, { type: 'string' }] }),
    'No value fits both branches.',
  ],
  [
    'error-response-inlined',
    `${oneGateway}/get/responses/404`,
    becomes({
      description: 'No such gateway.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }),
    'The response stands where its name stood.',
  ],
  [
    'every-error-response-inlined',
    '#',
    inlinedFrom('#/components/responses/OtherError'),
    'The response stands where its name stood.',
  ],
  [
    'spec-with-definition',
    `${schemas}/GatewaySpec`,
    having({ $defs: { Unused: { type: 'string' } } }),
    'Nothing refers to it.',
  ],
  [
    'spec-name-impossible-branch',
    `${schemas}/GatewaySpec/properties/name`,
    (before) => ({ anyOf: [before, false] }),
    'Nothing fits the second branch.',
  ],
  [
    'spec-name-else-without-if',
    `${schemas}/GatewaySpec/properties/name`,
    having({ else: { maxLength: 1 } }),
    'Without a condition it holds for nothing.',
  ],
])

const operations = mutantsOf('operation', 'equivalent', [
  ['gateway-id-on-operations', oneGateway, parametersOnOperations, 'Each operation has the parameter still.'],
  [
    'gateway-id-inlined',
    '#',
    inlinedFrom('#/components/parameters/GatewayId'),
    'The parameter stands where its name stood.',
  ],
  [
    'gateway-id-of-operation-again',
    `${oneGateway}/get`,
    having({ parameters: [{ $ref: '#/components/parameters/GatewayId' }] }),
    'The operation’s parameter stands in for that of its path.',
  ],
  [
    'updated-after-style-said',
    updatedAfter,
    having({ style: 'form', explode: true, required: false, allowReserved: false }),
    'These are the defaults.',
  ],
  ['updated-after-not-exploded', updatedAfter, having({ explode: false }), 'A text is written the same way.'],
  [
    'updated-after-with-other-example',
    `${updatedAfter}/example`,
    becomes('2026-06-01T00:00:00Z'),
    'Examples bind nobody.',
  ],
  ['updated-after-deprecated', updatedAfter, having({ deprecated: true }), 'A hint for people.'],
  [
    'gateway-id-style-said',
    '#/components/parameters/GatewayId',
    having({ style: 'simple', explode: false }),
    'These are the defaults.',
  ],
])

function parametersOnOperations(before: unknown) {
  const { parameters, ...operations } = Object(before)
  return Object.fromEntries(Object.entries(operations).map(([method, one]) => [method, having({ parameters })(one)]))
}

/** What is said in another way and means the same. */

/** The same said in other words of what the service answers, and of operations. */
export const otherRewrites: readonly Mutant[] = [...responses, ...operations]
