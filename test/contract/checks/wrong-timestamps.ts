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

const before999 = gateway({}, { updatedAt: '2026-05-06T09:34:10.999Z' })
const wentBack = (got: string, at = updatedAt) => ({
  message: 'The moment of the last update went back',
  pointer: at,
  expected: `not before: ${updated}`,
  got,
})
const disordered = (at: string, from: string, got: string) => ({
  message: 'It was updated before it was created',
  pointer: at,
  expected: `not before its creation: ${from}`,
  got,
})
const inFuture = (at: string, now: string, got: string) => ({
  message: `${at.split('/').at(-1)} lies in the future`,
  pointer: at,
  expected: `not after the answer: ${now}`,
  got,
})
/** A new one, in an answer with such a `Date`. */
const answered = (what: string, date: string, ...verdicts: Row['verdicts']): Row => ({
  what,
  headers: { date },
  body: { gateway: gateway() },
  known: known('create'),
  verdicts,
})
const made = (what: string, status: JsonObject, ...verdicts: Row['verdicts']): Row => ({
  what,
  body: { gateway: gateway({}, status) },
  known: known('create'),
  verdicts,
})
const inList = '#/items/1/status/updatedAt'

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
  {
    ...listed('the moment of the last update in whole seconds', {}),
    known: known('list', { shown: new Map([[id, before999]]) }),
  },
  listed('a moment of the last update that is rounded', { updatedAt: '2026-05-06T09:34:09.999Z' }),
  listed('a later update', later),
  listed(
    'an earlier moment of the last update',
    { updatedAt: '2026-05-06T09:34:09.998Z' },
    wentBack('2026-05-06T09:34:09.998Z', inList),
  ),
  listed(
    'an earlier second of the last update',
    { updatedAt: '2026-05-06T09:34:09Z' },
    wentBack('2026-05-06T09:34:09.000Z', inList),
  ),
  listed('the creation as the last update', { updatedAt: moments.createdAt }, wentBack(created, inList)),
  {
    ...listed(
      'one that was updated before it was created',
      {},
      disordered(inList, '2026-05-06T09:40:00.000Z', updated),
    ),
    body: { items: [{}, gateway({}, { createdAt: later.updatedAt })] },
    known: known('list', { shown: new Map([[id, gateway({}, { createdAt: later.updatedAt })]]) }),
  },
  {
    ...listed('a moment in the future', {}, inFuture(inList, '2026-05-06T09:30:10.000Z', updated)),
    headers: { date: 'Wed, 06 May 2026 09:30:10 GMT' },
  },
  answered('moments before the answer', 'Wed, 06 May 2026 09:34:10 GMT'),
  answered('a moment by a clock that is a minute fast', 'Wed, 06 May 2026 09:33:10 GMT'),
  answered('moments in an answer without a date that can be read', 'today'),
  answered(
    'a moment of the last update in the future',
    'Wed, 06 May 2026 09:33:09 GMT',
    inFuture(updatedAt, '2026-05-06T09:33:09.000Z', updated),
  ),
  answered(
    'both moments in the future',
    'Wed, 06 May 2026 08:34:10 GMT',
    inFuture(createdAt, '2026-05-06T08:34:10.000Z', created),
    inFuture(updatedAt, '2026-05-06T08:34:10.000Z', updated),
  ),
  made('a last update that is cut to the second of the creation', { createdAt: '2026-05-06T09:34:10.999Z' }),
  made(
    'a last update before the creation',
    { createdAt: '2026-05-06T09:34:11Z' },
    disordered(updatedAt, '2026-05-06T09:34:11.000Z', updated),
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
  then('a moment of the last update that went back', 'read', { updatedAt: moments.createdAt }, wentBack(created)),
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
