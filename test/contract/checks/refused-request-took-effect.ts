import { gateway, gateways, id, json, known, otherId, type Row } from '../exchange.ts'
import { operationNamed } from '../our-model.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const operation = operationNamed('listGateways')
const refused = new Map([[id, 'broken/createGateway/name-too-long']])
const spared = known('aftermath', { sparedBy: 'missing-token/deleteGateway' })
const removed = (got: string) => ({
  message: 'A delete was refused and was done all the same: missing-token/deleteGateway',
  expected: 'what is there as before',
  got,
})
const items = (...ids: readonly string[]) => ({ items: ids.map((one) => gateway({ id: one })) })
const list = known('aftermath', { refused })
const item = known('aftermath', { before: gateway() })
const changed = (pointer: string, expected: string, got: string) => ({
  message: 'Requests about it were refused, and it has changed all the same',
  pointer,
  expected,
  got,
})
const dns = (...additionalDns: readonly string[]) => gateway({ endpointConfiguration: { additionalDns } })
const pet = { petId: id, name: 'Rex', lastModified: '2026-05-06T09:30:00Z' }

export const rows: readonly Row[] = [
  { what: 'a list without what was refused', body: items(otherId), operation, known: list, verdicts: [] },
  { what: 'an empty list that is left out', body: {}, operation, known: list, verdicts: [] },
  { what: 'a list after nothing was refused', body: items(id), operation, known: known('aftermath'), verdicts: [] },
  { what: 'a list at another time', body: items(id), operation, known: { ...list, step: 'list' }, verdicts: [] },
  { what: 'one that is as before', body: { gateway: gateway() }, known: item, verdicts: [] },
  {
    what: 'one whose state has changed',
    body: { gateway: gateway({}, { status: 'STATUS_ERROR' }) },
    known: item,
    verdicts: [],
  },
  {
    what: 'one whose members are in another order',
    body: { gateway: { spec: Object.fromEntries(Object.entries(gateway().spec).reverse()) } },
    known: item,
    verdicts: [],
  },
  {
    what: 'one whose list is in another order',
    body: { gateway: dns('b', 'a') },
    known: known('aftermath', { before: dns('a', 'b') }),
    verdicts: [],
  },
  {
    what: 'one with an empty list that was left out',
    body: { gateway: gateway({ endpointConfiguration: {} }) },
    known: item,
    verdicts: [],
  },
  {
    what: 'a flat one that the service has touched',
    body: { ...pet, lastModified: '2026-05-06T09:31:00Z' },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { resource: pets, step: 'aftermath', before: pet },
    verdicts: [],
  },
  ...[401, 429, 503].map((status) => ({
    what: `an error that says nothing of it (${status})`,
    status,
    body: {},
    known: item,
    verdicts: [],
  })),
  {
    what: 'one at another time',
    body: { gateway: gateway({ name: 'x' }) },
    known: { ...item, step: 'touch' },
    verdicts: [],
  },
  {
    what: 'a list with what was refused',
    body: items(otherId, id.toUpperCase()),
    operation,
    known: list,
    verdicts: [
      {
        message: 'A create was refused and is there all the same: broken/createGateway/name-too-long',
        pointer: '#/items',
        expected: `no ${id}`,
        got: id,
      },
    ],
  },
  {
    what: 'a list with what was refused under another identifier',
    body: { items: [gateway({ id: otherId, name: 'contract-1' }), gateway({ id: 'x', name: undefined })] },
    operation,
    known: known('aftermath', { refused: new Map([...refused, ['contract-1', 'broken/createGateway/no-routing']]) }),
    verdicts: [
      {
        message: 'A create was refused and is there all the same: broken/createGateway/no-routing',
        pointer: '#/items',
        expected: 'no contract-1',
        got: `${otherId}, contract-1`,
      },
    ],
  },
  {
    what: 'one that got another name',
    body: { gateway: gateway({ name: 'x' }) },
    known: item,
    verdicts: [changed('#/gateway/spec/name', '"demo"', '"x"')],
  },
  {
    what: 'one that lost its zone',
    body: { gateway: gateway({ zones: undefined }) },
    known: item,
    verdicts: [changed('#/gateway/spec/zones', '["US-EAST-04A"]', 'nothing')],
  },
  { what: 'one whose delete was refused', body: { gateway: gateway() }, known: spared, verdicts: [] },
  {
    what: 'one without a state whose delete was refused',
    body: { gateway: gateway({}, { status: undefined }) },
    known: { ...spared, resource: { ...gateways, lifecycle: undefined } },
    verdicts: [],
  },
  {
    what: 'one that cannot be read, after a refused delete',
    headers: json,
    text: '{',
    known: spared,
    verdicts: [],
  },
  ...[401, 429, 500].map((status) => ({
    what: `an error that says nothing of a refused delete (${status})`,
    status,
    body: { gateway: gateway({}, { status: 'STATUS_DELETING' }) },
    known: spared,
    verdicts: [],
  })),
  ...[404, 410].map((status) => ({
    what: `one whose delete was refused, and that is gone (${status})`,
    status,
    body: {},
    known: spared,
    verdicts: [removed(`status ${status}`)],
  })),
  {
    what: 'one whose delete was refused, and that is being deleted',
    body: { gateway: gateway({}, { status: 'STATUS_DELETING' }) },
    known: spared,
    verdicts: [removed('status 200, STATUS_DELETING')],
  },
  {
    what: 'a part of a list with what was refused',
    body: items(id),
    operation,
    known: known('aftermath', { refused, resource: { ...gateways, isPaged: true } }),
    verdicts: [
      {
        message: 'A create was refused and is there all the same: broken/createGateway/name-too-long',
        pointer: '#/items',
        expected: `no ${id}`,
        got: id,
      },
    ],
  },
  {
    what: 'one that got a DNS name',
    body: { gateway: dns('a', 'b') },
    known: known('aftermath', { before: dns('a') }),
    verdicts: [changed('#/gateway/spec/endpointConfiguration/additionalDns', '["a"]', '["a","b"]')],
  },
  {
    what: 'one that got another routing',
    body: { gateway: gateway({ pathBasedRouting: undefined, bodyBasedRouting: {} }) },
    known: item,
    verdicts: [
      changed('#/gateway/spec/bodyBasedRouting', 'nothing', '{}'),
      changed('#/gateway/spec/pathBasedRouting', '{}', 'nothing'),
    ],
  },
  {
    what: 'one that is gone',
    status: 404,
    headers: json,
    text: '{"message":"gone"}',
    known: item,
    verdicts: [
      changed('#/gateway/spec/coreWeaveAuth', '{}', 'nothing'),
      changed('#/gateway/spec/id', `"${id}"`, 'nothing'),
      changed('#/gateway/spec/name', '"demo"', 'nothing'),
      changed('#/gateway/spec/pathBasedRouting', '{}', 'nothing'),
      changed('#/gateway/spec/zones', '["US-EAST-04A"]', 'nothing'),
    ],
  },
]
