import type { JsonObject } from '../../../src/document/json.ts'
import { gateway, id, known, otherId, type Row, sent } from '../exchange.ts'
import { operationNamed } from '../our-model.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const listGateways = operationNamed('listGateways')
const lost = (pointer: string, expected: string, got: string) => ({
  message: 'The answer does not hold what was sent',
  pointer,
  expected,
  got,
})
const read = (what: string, was: JsonObject, is: JsonObject, ...verdicts: Row['verdicts']): Row => ({
  what,
  body: { gateway: { spec: { id, name: 'demo', ...is } } },
  known: known('read', { sent: { id, name: 'demo', ...was } }),
  verdicts,
})
const dns = (additionalDns: readonly string[]) => ({ endpointConfiguration: { additionalDns } })
const limited = (allowedSourceIpRanges: readonly string[]) => ({ endpointConfiguration: { allowedSourceIpRanges } })
const keyed = { weightsAndBiasesAuth: { apiKey: 'key', serverUrl: 'https://wandb.example', enableUsageReports: true } }
const stored = { weightsAndBiasesAuth: { serverUrl: 'https://wandb.example/', enableUsageReports: true } }
const contents = new Map<string, JsonObject>([[id, sent]])
const updated = (
  what: string,
  was: JsonObject,
  now: JsonObject,
  is: JsonObject,
  ...verdicts: Row['verdicts']
): Row => ({
  what,
  body: { gateway: { spec: { id, name: 'demo', ...is } } },
  known: known('update', { sent: { id, name: 'demo', ...now }, replaced: { id, name: 'demo', ...was } }),
  verdicts,
})
const pet = { resource: pets, step: 'update' as const, id, sent: { petId: id, name: 'Rex', labels: { a: 'b' } } }

export const rows: readonly Row[] = [
  { what: 'what was sent', body: { gateway: gateway() }, known: known('create'), verdicts: [] },
  { what: 'an answer about nothing known', body: { gateway: gateway({ zones: [] }) }, verdicts: [] },
  {
    what: 'an answer to a request whose contents are not known',
    body: { gateway: gateway({ zones: [] }) },
    known: { resource: known('read').resource, step: 'read', id },
    verdicts: [],
  },
  { what: 'an answer to a delete', body: { gateway: gateway({ zones: [] }) }, known: known('delete'), verdicts: [] },
  { what: 'a refusal', status: 409, body: {}, known: known('create'), verdicts: [] },
  {
    what: 'another name or identifier, which another check reports',
    body: { gateway: gateway({ id: otherId, name: 'x' }) },
    known: known('read'),
    verdicts: [],
  },
  {
    what: 'no body where the document has none',
    status: 204,
    operation: petOperation('replacePet'),
    by: petMeasure,
    known: pet,
    verdicts: [],
  },
  read('the other spelling of a zone', sent, { ...sent, zones: ['us-east-04a'] }),
  read('zones in another order', { ...sent, zones: ['a', 'b'] }, { ...sent, zones: ['b', 'a'] }),
  read('a zone that was sent in two spellings, in one', { ...sent, zones: ['a', 'A'] }, { ...sent, zones: ['a'] }),
  read('an empty list that is left out', { ...sent, zones: [] }, { coreWeaveAuth: {}, pathBasedRouting: {} }),
  read(
    'a key that is never returned, and a URL in its other spelling',
    { ...sent, ...keyed, coreWeaveAuth: undefined },
    { ...sent, ...stored },
  ),
  read(
    'an enum by its number',
    { ...sent, bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' }, pathBasedRouting: undefined },
    { ...sent, bodyBasedRouting: { apiType: 1 } },
  ),
  read(
    'an unspecified name that is left out',
    { zones: [], bodyBasedRouting: { apiType: 'API_TYPE_UNSPECIFIED' } },
    { bodyBasedRouting: {} },
  ),
  read(
    'an unspecified number that is left out',
    { zones: [], bodyBasedRouting: { apiType: 0 } },
    { bodyBasedRouting: {} },
  ),
  read('values that the service added', sent, {
    ...sent,
    organizationId: 'org',
    endpointConfiguration: { allowedSourceIpRanges: ['10.0.0.0/8'] },
  }),
  updated('merged DNS names', dns(['a.example']), dns(['b.example']), dns(['a.example', 'b.example'])),
  updated('merged DNS names that an update does not name', dns(['a.example']), {}, dns(['a.example'])),
  updated('a list that an update does not name, and its default', limited(['10.0.0.0/8']), {}, limited(['0.0.0.0/0'])),
  updated('an empty list that an update does not name', limited([]), {}, limited([])),
  updated(
    'what belongs to a secret that may be kept, and a switch',
    keyed,
    { weightsAndBiasesAuth: {} },
    { weightsAndBiasesAuth: { serverUrl: 'https://wandb.example', enableUsageReports: true } },
  ),
  updated(
    'a name that an update does not name, and that may be the default',
    { bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' } },
    { bodyBasedRouting: {} },
    { bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' } },
  ),
  updated('another routing', { bodyBasedRouting: {} }, { pathBasedRouting: {} }, { pathBasedRouting: {} }),
  updated(
    'a replaced routing as null',
    { bodyBasedRouting: {} },
    { pathBasedRouting: {} },
    { pathBasedRouting: {}, bodyBasedRouting: null },
  ),
  {
    what: 'a list that holds what was sent, and others',
    body: { items: [gateway({ id: otherId, zones: [] }), gateway({ id: id.toUpperCase() })] },
    operation: listGateways,
    known: known('list', { contents }),
    verdicts: [],
  },
  {
    what: 'a list whose contents are not known',
    body: { items: [gateway({ zones: [] })] },
    operation: listGateways,
    known: known('list'),
    verdicts: [],
  },
  ...(['create', 'read', 'update'] as const).map((step) => ({
    what: `another zone (${step})`,
    body: { gateway: gateway({ zones: ['US-WEST-01A'] }) },
    known: known(step),
    verdicts: [lost('#/gateway/spec/zones', '["US-EAST-04A"]', '["US-WEST-01A"]')],
  })),
  read(
    'a zone more',
    sent,
    { ...sent, zones: ['US-EAST-04A', 'x'] },
    lost('#/gateway/spec/zones', '["US-EAST-04A"]', '["US-EAST-04A","x"]'),
  ),
  read(
    'a zone twice',
    sent,
    { ...sent, zones: ['US-EAST-04A', 'us-east-04a'] },
    lost('#/gateway/spec/zones', '["US-EAST-04A"]', '["US-EAST-04A","us-east-04a"]'),
  ),
  read(
    'a list that is lost',
    sent,
    { ...sent, zones: undefined },
    lost('#/gateway/spec/zones', '["US-EAST-04A"]', 'nothing'),
  ),
  read(
    'a choice that is lost',
    sent,
    { ...sent, coreWeaveAuth: undefined },
    lost('#/gateway/spec/coreWeaveAuth', 'the member that was chosen', 'nothing'),
  ),
  read(
    'a member of a choice that is lost',
    { ...sent, ...keyed },
    { ...sent, weightsAndBiasesAuth: { serverUrl: 'https://wandb.example' } },
    lost('#/gateway/spec/weightsAndBiasesAuth/enableUsageReports', 'true', 'nothing'),
  ),
  read(
    'another URL',
    { ...sent, ...keyed },
    { ...sent, weightsAndBiasesAuth: { serverUrl: 'https://other.example', enableUsageReports: true } },
    lost('#/gateway/spec/weightsAndBiasesAuth/serverUrl', '"https://wandb.example"', '"https://other.example"'),
  ),
  read(
    'another enum',
    { ...sent, bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' } },
    { ...sent, bodyBasedRouting: { apiType: 'API_TYPE_UNSPECIFIED' } },
    lost('#/gateway/spec/bodyBasedRouting/apiType', '"API_TYPE_OPENAI"', '"API_TYPE_UNSPECIFIED"'),
  ),
  read(
    'an object that is lost whole',
    { ...sent, endpointConfiguration: { allowedSourceIpRanges: ['10.0.0.0/8'] } },
    sent,
    lost('#/gateway/spec/endpointConfiguration/allowedSourceIpRanges', '["10.0.0.0/8"]', 'nothing'),
  ),
  updated(
    'a left-over of a replaced choice',
    { bodyBasedRouting: {} },
    { pathBasedRouting: {} },
    { pathBasedRouting: {}, bodyBasedRouting: {} },
    lost('#/gateway/spec/bodyBasedRouting', 'nothing: the update replaced it', '{}'),
  ),
  updated(
    'a list that an update does not name, and that is still there',
    limited(['10.0.0.0/8']),
    {},
    limited(['10.0.0.0/8']),
    lost(
      '#/gateway/spec/endpointConfiguration/allowedSourceIpRanges',
      'nothing: the update replaced it',
      '["10.0.0.0/8"]',
    ),
  ),
  updated(
    'a list beside others that an update does not name, and that is still there',
    limited(['10.0.0.0/8']),
    dns(['a.example']),
    { endpointConfiguration: { additionalDns: ['a.example'], allowedSourceIpRanges: ['10.0.0.0/8'] } },
    lost(
      '#/gateway/spec/endpointConfiguration/allowedSourceIpRanges',
      'nothing: the update replaced it',
      '["10.0.0.0/8"]',
    ),
  ),
  updated(
    'a merged list that lost an old entry',
    dns(['a.example']),
    dns(['b.example']),
    dns(['b.example']),
    lost('#/gateway/spec/endpointConfiguration/additionalDns', 'a list with ["a.example"] too', '["b.example"]'),
  ),
  updated(
    'a merged list that did not take a new entry',
    dns(['a.example']),
    dns(['b.example']),
    dns(['a.example']),
    lost('#/gateway/spec/endpointConfiguration/additionalDns', 'a list with ["b.example"] too', '["a.example"]'),
  ),
  { what: 'no gateway, which another check reports', body: {}, known: known('read'), verdicts: [] },
  {
    what: 'an empty gateway',
    body: { gateway: {} },
    known: known('read'),
    verdicts: [
      lost('#/gateway/spec/coreWeaveAuth', 'the member that was chosen', 'nothing'),
      lost('#/gateway/spec/pathBasedRouting', 'the member that was chosen', 'nothing'),
      lost('#/gateway/spec/zones', '["US-EAST-04A"]', 'nothing'),
    ],
  },
  {
    what: 'an item of a list that does not hold what was sent',
    body: { items: [gateway({ id: otherId }), gateway({ zones: [] })] },
    operation: listGateways,
    known: known('list', { contents }),
    verdicts: [lost('#/items/1/spec/zones', '["US-EAST-04A"]', '[]')],
  },
  {
    what: 'an entry of a map that is lost',
    body: { petId: id, name: 'Rex', labels: {} },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { ...pet, step: 'read' },
    verdicts: [lost('#/labels/a', '"b"', 'nothing')],
  },
]
