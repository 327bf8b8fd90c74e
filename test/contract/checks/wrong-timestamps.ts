import type { Step } from '../../../src/contract/known.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { gateway, id, known, moments, otherId, type Row } from '../exchange.ts'
import { operationNamed } from '../our-model.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const created = '2026-05-06T09:30:00.000Z'
const updated = '2026-05-06T09:34:10.000Z'
const later = { updatedAt: '2026-05-06T09:40:00Z' }
const before = gateway()
const createdAt = '#/gateway/status/createdAt'
const updatedAt = '#/gateway/status/updatedAt'
const missing = (name: string) => ({
  message: `There is no ${name}`,
  pointer: `#/gateway/status/${name}`,
  expected: 'a moment',
  got: 'nothing',
})

function then(what: string, step: Step, status: JsonObject, ...verdicts: Row['verdicts']): Row {
  return { what, body: { gateway: gateway({}, status) }, known: known(step, { before }), verdicts }
}

const unset = (name: string, got: string) => ({
  message: `${name} was never set`,
  pointer: `#/gateway/status/${name}`,
  expected: 'a moment of late',
  got,
})

const listed = (what: string, status: JsonObject, ...verdicts: Row['verdicts']): Row => ({
  what: `a list with ${what}`,
  body: { items: [gateway({ id: otherId }, { createdAt: undefined }), gateway({}, status)] },
  operation: operationNamed('listGateways'),
  known: known('list', { shown: new Map([[id, before]]) }),
  verdicts,
})

export const rows: readonly Row[] = [
  listed('the same moments', {}),
  listed('a moment of creation in whole seconds', { createdAt: '2026-05-06T09:30:00.999Z' }),
  listed(
    'no moment of creation',
    { createdAt: undefined },
    { ...missing('createdAt'), pointer: '#/items/1/status/createdAt' },
  ),
  listed(
    'another moment of creation',
    { createdAt: '2026-05-06T09:30:01Z' },
    {
      message: 'The moment of creation has changed',
      pointer: '#/items/1/status/createdAt',
      expected: `the same as before: ${created}`,
      got: '2026-05-06T09:30:01.000Z',
    },
  ),
  { ...listed('no moments, refused', { createdAt: undefined }), status: 403 },
  { ...listed('no moments, of ones that were not seen', { createdAt: undefined }), known: known('list') },
  {
    ...listed('no moments, asked for with a filter', { createdAt: undefined }),
    known: known('filter', { shown: new Map([[id, before]]) }),
  },
  {
    what: 'a creation in the year 1',
    body: { gateway: gateway({}, { createdAt: '0001-01-01T00:00:00Z' }) },
    known: known('create'),
    verdicts: [unset('createdAt', '0001-01-01T00:00:00.000Z')],
  },
  {
    what: 'a last update in 1970',
    body: { gateway: gateway({}, { updatedAt: '1970-01-01T00:00:00Z' }) },
    known: known('create'),
    verdicts: [unset('updatedAt', '1970-01-01T00:00:00.000Z')],
  },
  { what: 'both moments of a new one', body: { gateway: gateway() }, known: known('create'), verdicts: [] },
  { what: 'no moments of what is not known', body: {}, verdicts: [] },
  { what: 'no moments of what is deleted', body: {}, known: known('delete'), verdicts: [] },
  { what: 'a refusal', status: 404, body: {}, known: known('read'), verdicts: [] },
  then('the same moments', 'read', {}),
  then('the same moments in other zones and with a fraction', 'read', {
    createdAt: '2026-05-06T09:30:00+00:00',
    updatedAt: '2026-05-06T11:34:10.000000+02:00',
  }),
  then('a last update that the service made', 'read', later),
  then('a later moment after an update', 'update', later),
  then('a moment after an update that is later by a fraction', 'update', { updatedAt: '2026-05-06T09:34:10.001Z' }),
  then('moments that cannot be read, which another check reports', 'update', { createdAt: 'x', updatedAt: 'x' }),
  {
    what: 'no body where the document has none',
    status: 204,
    operation: petOperation('replacePet'),
    by: petMeasure,
    known: { resource: pets, step: 'update', before: { createdAt: created, lastModified: updated } },
    verdicts: [],
  },
  { what: 'no gateway, which another check reports', body: {}, known: known('create'), verdicts: [] },
  {
    what: 'a new one without moments',
    body: { gateway: {} },
    known: known('create'),
    verdicts: [missing('createdAt'), missing('updatedAt')],
  },
  then('an update without its moment', 'update', { updatedAt: undefined }, missing('updatedAt')),
  then('an empty moment of creation', 'read', { createdAt: '' }, missing('createdAt')),
  then(
    'a moment of creation that went on',
    'update',
    { ...later, createdAt: later.updatedAt },
    {
      message: 'The moment of creation has changed',
      pointer: createdAt,
      expected: `the same as before: ${created}`,
      got: '2026-05-06T09:40:00.000Z',
    },
  ),
  then(
    'a moment of creation that went back',
    'read',
    { createdAt: '2026-05-06T09:29:59Z' },
    {
      message: 'The moment of creation has changed',
      pointer: createdAt,
      expected: `the same as before: ${created}`,
      got: '2026-05-06T09:29:59.000Z',
    },
  ),
  then(
    'an update that did not advance the moment',
    'update',
    {},
    {
      message: 'The update did not advance the moment of the last update',
      pointer: updatedAt,
      expected: `later than before: ${updated}`,
      got: updated,
    },
  ),
  then(
    'a moment of the last update that went back',
    'read',
    { updatedAt: moments.createdAt },
    {
      message: 'The moment of the last update went back',
      pointer: updatedAt,
      expected: `not before: ${updated}`,
      got: created,
    },
  ),
  {
    what: 'a pet whose moment did not advance',
    body: { createdAt: created, lastModified: updated },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { resource: pets, step: 'update', before: { createdAt: created, lastModified: updated } },
    verdicts: [
      {
        message: 'The update did not advance the moment of the last update',
        pointer: '#/lastModified',
        expected: `later than before: ${updated}`,
        got: updated,
      },
    ],
  },
]
