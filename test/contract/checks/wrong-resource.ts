import { gateway, id, known, otherId, type Row, sent } from '../exchange.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const pointer = '#/gateway/spec/id'
const message = 'The answer is not about the gateway of the request'
const absent = { message: 'The answer does not show the gateway: it has no identifier', pointer, got: 'no identifier' }
const { id: _, ...unnamed } = gateway().spec
const without = { gateway: { ...gateway(), spec: unnamed } }
const given = { resource: known('read').resource, step: 'create' as const, sent }

export const rows: readonly Row[] = [
  { what: 'the gateway that was asked for', body: { gateway: gateway() }, known: known('read'), verdicts: [] },
  {
    what: 'its identifier in upper case',
    body: { gateway: gateway({ id: id.toUpperCase() }) },
    known: known('read'),
    verdicts: [],
  },
  {
    what: 'the identifier in lower case where upper case was sent',
    body: { gateway: gateway() },
    known: known('create', { id: id.toUpperCase() }),
    verdicts: [],
  },
  { what: 'an identifier that the service chose', body: { gateway: gateway() }, known: given, verdicts: [] },
  { what: 'another gateway that nobody asked about', body: { gateway: gateway({ id: otherId }) }, verdicts: [] },
  {
    what: 'another gateway where one is created twice, which another check reports',
    body: { gateway: gateway({ id: otherId }) },
    known: known('duplicate'),
    verdicts: [],
  },
  { what: 'a refusal', status: 404, body: {}, known: known('read'), verdicts: [] },
  {
    what: 'a deleted gateway that no name is known of',
    body: { gateway: gateway({ name: 'other' }) },
    known: { resource: given.resource, step: 'delete', id },
    verdicts: [],
  },
  {
    what: 'no body where the document has none',
    status: 204,
    operation: petOperation('deletePet'),
    by: petMeasure,
    known: { resource: pets, step: 'delete', id, sent: { name: 'Rex' } },
    verdicts: [],
  },
  {
    what: 'a pet without an envelope',
    body: { petId: id, name: 'Rex' },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { resource: pets, step: 'read', id, sent: { name: 'Rex' } },
    verdicts: [],
  },
  ...(['create', 'read', 'update', 'delete', 'touch'] as const).map((step) => ({
    what: `another identifier (${step})`,
    body: { gateway: gateway({ id: otherId }) },
    known: known(step),
    verdicts: [{ message, pointer, expected: id, got: otherId }],
  })),
  {
    what: 'no identifier',
    body: without,
    known: known('read'),
    verdicts: [{ ...absent, expected: id }],
  },
  {
    what: 'no identifier where the service chooses it',
    body: without,
    known: given,
    verdicts: [{ ...absent, expected: 'an identifier' }],
  },
  {
    what: 'an empty identifier where the service chooses it',
    body: { gateway: gateway({ id: '' }) },
    known: given,
    verdicts: [{ message, pointer, expected: 'an identifier', got: '' }],
  },
  {
    what: 'another pet',
    body: { petId: otherId, name: 'Rex' },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { resource: pets, step: 'read', id },
    verdicts: [
      { message: 'The answer is not about the pet of the request', pointer: '#/petId', expected: id, got: otherId },
    ],
  },
  {
    what: 'another name',
    body: { gateway: gateway({ name: 'Demo' }) },
    known: known('read'),
    verdicts: [
      {
        message: 'The answer does not carry the name that was sent',
        pointer: '#/gateway/spec/name',
        expected: '"demo"',
        got: '"Demo"',
      },
    ],
  },
  {
    what: 'an empty gateway',
    body: {},
    known: known('read'),
    verdicts: [
      { ...absent, expected: id },
      {
        message: 'The answer does not carry the name that was sent',
        pointer: '#/gateway/spec/name',
        expected: '"demo"',
        got: 'no name',
      },
    ],
  },
]
