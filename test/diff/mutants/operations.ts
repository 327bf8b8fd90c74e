import {
  becomes,
  gateways,
  gone,
  having,
  json,
  lacking,
  oneGateway,
  parametersPath,
  plus,
  renaming,
  schemas,
} from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const created = `${gateways}/post/responses/200`
const requestId = `${created}/headers/X-Request-Id`
const answer = { description: 'An answer.', content: { 'application/json': { schema: { type: 'object' } } } }
const body = {
  content: { 'application/json': { schema: { type: 'object', properties: { force: { type: 'boolean' } } } } },
}
const ping = { operationId: 'ping', responses: { 204: { description: 'It is there.' } } }

function withHeader(header: object) {
  return { base: { at: `${created}/headers`, to: becomes({ 'X-Request-Id': header }) } }
}

const promised = withHeader({ required: true, schema: { type: 'string', maxLength: 64 } })
const offered = withHeader({ schema: { type: 'string', maxLength: 64 } })
const optionalBody = { base: { at: `${gateways}/post/requestBody/required`, to: becomes(false) } }

const breaking = mutantsOf('operation', 'breaking', [
  ['delete-gone', `${oneGateway}/delete`, gone, 'The operation was there.'],
  ['parameters-path-gone', parametersPath, gone, 'The operation was there.'],
  ['update-by-put', oneGateway, renaming('patch', 'put'), 'The operation was a PATCH.'],
  [
    'parameters-elsewhere',
    '#/paths',
    renaming('/v1alpha1/inference/gateways/parameters', '/v1/parameters'),
    'The operation had another path.',
  ],
  ['create-answers-201', `${gateways}/post/responses`, renaming('200', '201'), 'Clients wait for 200.'],
  [
    'create-without-conflict',
    `${gateways}/post/responses/409`,
    gone,
    'The status was documented, and clients act on it.',
  ],
  [
    'get-without-not-found',
    `${oneGateway}/get/responses/404`,
    gone,
    'The status was documented, and clients wait for it.',
  ],
  ['create-answers-nothing', `${created}/content`, gone, 'Clients read the gateway from the answer.'],
  [
    'create-answers-as-text',
    `${created}/content`,
    becomes({ 'text/plain': { schema: { type: 'string' } } }),
    'The answer was JSON.',
  ],
  [
    'create-takes-xml',
    `${gateways}/post/requestBody/content`,
    renaming('application/json', 'application/xml'),
    'JSON was accepted.',
  ],
  ['create-takes-nothing', `${gateways}/post/requestBody`, gone, 'The body that an old client sends is lost.'],
  [
    'delete-needs-body',
    `${oneGateway}/delete`,
    having({ requestBody: { ...body, required: true } }),
    'A delete without a body was accepted.',
  ],
  [
    'create-body-required',
    `${gateways}/post/requestBody/required`,
    becomes(true),
    'A create without a body was accepted.',
    optionalBody,
  ],
  ['request-id-gone', `${created}/headers`, gone, 'The header was promised.', promised],
  ['request-id-optional', `${requestId}/required`, becomes(false), 'The header was promised.', promised],
  [
    'request-id-perhaps',
    requestId,
    lacking('required'),
    'A header is optional unless it is said to be required.',
    promised,
  ],
])

const headers = [
  ...mutantsOf('response', 'breaking', [
    ['request-id-longer', `${requestId}/schema/maxLength`, becomes(128), 'Longer values could not come.', promised],
  ]),
  ...mutantsOf('response', 'safe', [
    ['request-id-shorter', `${requestId}/schema/maxLength`, becomes(36), 'Fewer values can come.', promised],
  ]),
]

const safe = mutantsOf('operation', 'safe', [
  [
    'parameters-by-post-too',
    parametersPath,
    having({ post: { operationId: 'readParameters', responses: { 200: answer } } }),
    'An operation more.',
  ],
  ['ping-added', '#/paths', having({ '/ping': { get: ping } }), 'An operation more.'],
  [
    'delete-answers-202-too',
    `${oneGateway}/delete/responses`,
    having({ 202: answer }),
    'Beside default, a status more says what was possible.',
  ],
  [
    'create-answers-413-too',
    `${gateways}/post/responses`,
    having({ 413: { $ref: '#/components/responses/OtherError' } }),
    'Beside default, a status more says what was possible.',
  ],
  ['delete-takes-body', `${oneGateway}/delete`, having({ requestBody: body }), 'Nobody has to send it.'],
  [
    'request-id-promised',
    `${requestId}/required`,
    becomes(true),
    'An answer without the header no longer comes.',
    offered,
  ],
  [
    'request-id-added',
    created,
    having({ headers: { 'X-Request-Id': { schema: { type: 'string' } } } }),
    'Clients pass over headers that they do not know.',
  ],
])

const equivalent = mutantsOf('operation', 'equivalent', [
  ['create-summary', `${gateways}/post/summary`, becomes('Make a gateway'), 'Words for people.'],
  ['create-untagged', `${gateways}/post/tags`, gone, 'Tags group, nothing else.'],
  [
    'create-with-docs',
    `${gateways}/post`,
    having({ externalDocs: { url: 'https://example.com/' } }),
    'Words for people.',
  ],
  [
    'create-links-to-get',
    created,
    having({ links: { self: { operationId: 'getGateway' } } }),
    'A link says how operations belong together.',
  ],
  ['path-item-summary', oneGateway, having({ summary: 'One gateway' }), 'Words for people.'],
  [
    'operations-in-another-order',
    oneGateway,
    (before) => Object.fromEntries(Object.entries(Object(before)).toReversed()),
    'Order means nothing among methods.',
  ],
  ['create-examples-gone', `${gateways}/post/requestBody/${json}/examples`, gone, 'Examples bind nobody.'],
  ['tag-added', '#/tags', plus({ name: 'Other', description: 'Another group.' }), 'Tags group, nothing else.'],
  ['schema-of-nobody-added', schemas, having({ Spare: { type: 'string' } }), 'Nothing refers to it.'],
])

/** What becomes of operations, their statuses, media types and headers. */
export const operations: readonly Mutant[] = [...breaking, ...headers, ...safe, ...equivalent]
