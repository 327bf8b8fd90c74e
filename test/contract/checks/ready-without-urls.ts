import type { JsonObject } from '../../../src/document/json.ts'
import { gateway, id, known, otherId, type Row } from '../exchange.ts'
import { operationNamed } from '../our-model.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const at = (status: JsonObject) => ({ gateway: gateway({}, status) })
const { resource } = known('read')
const { urls: _, ...noUrls } = resource.lifecycle ?? { state: '', failed: [], at: [] }
const { ready: __, ...noReady } = resource.lifecycle ?? { state: '', failed: [], at: [] }
const without = (got: string) => [
  {
    message: 'It is STATUS_READY without URLs to call',
    pointer: '#/gateway/status/endpoints',
    expected: 'at least one http or https URL',
    got,
  },
]
const seen = new Map([[id, []]])
/** A list of one that nobody knows, ready without URLs, and of another. */
const listed = (what: string, status: JsonObject, ...verdicts: Row['verdicts']): Row => ({
  what: `a list with ${what}`,
  body: { items: [gateway({ id: otherId }), gateway({}, status)] },
  operation: operationNamed('listGateways'),
  known: known('list', { seen }),
  verdicts,
})
const inList = (got: string) => without(got).map((one) => ({ ...one, pointer: '#/items/1/status/endpoints' }))

export const rows: readonly Row[] = [
  {
    what: 'one that is ready at URLs',
    body: at({ endpoints: ['https://a.example', 'http://b.example:80/x'] }),
    known: known('read'),
    verdicts: [],
  },
  { what: 'one that is not ready', body: at({ status: 'STATUS_CREATING' }), known: known('create'), verdicts: [] },
  { what: 'a number as state', body: at({ status: 2 }), known: known('read'), verdicts: [] },
  { what: 'no state', body: at({ status: undefined }), known: known('read'), verdicts: [] },
  { what: 'one that is ready, in the answer to a delete', body: at({}), known: known('delete'), verdicts: [] },
  { what: 'one that is ready and nobody asked for', body: at({}), verdicts: [] },
  {
    what: 'a lifecycle without URLs',
    body: at({}),
    known: known('read', { resource: { ...resource, lifecycle: noUrls } }),
    verdicts: [],
  },
  {
    what: 'a lifecycle without a name for ready',
    body: at({ status: undefined }),
    known: known('read', { resource: { ...resource, lifecycle: noReady } }),
    verdicts: [],
  },
  listed('one that is ready at a URL', { endpoints: ['https://a.example'] }),
  listed('one that is not ready', { status: 'STATUS_UPDATING' }),
  { ...listed('ones that nobody knows', {}), known: known('list') },
  { ...listed('one that is ready without URLs, refused', {}), status: 403 },
  { ...listed('one that is ready without URLs, asked for with a filter', {}), known: known('filter', { seen }) },
  {
    what: 'a list that is not described to hold URLs',
    body: [{ petId: id, state: 'ready' }],
    operation: petOperation('listPets'),
    by: petMeasure,
    known: {
      resource: { ...pets, lifecycle: { at: [], state: 'state', ready: 'ready', failed: [], urls: 'urls' } },
      step: 'list',
      seen,
    },
    verdicts: [],
  },
  listed('one that is ready without URLs', {}, ...inList('[]')),
  listed('one that is ready with an empty text for a URL', { endpoints: [''] }, ...inList('[""]')),
  ...(['create', 'read', 'update'] as const).map((step) => ({
    what: `one that is ready without URLs (${step})`,
    body: at({}),
    known: known(step),
    verdicts: without('[]'),
  })),
  {
    what: 'one that is ready with an empty list',
    body: at({ endpoints: [] }),
    known: known('read'),
    verdicts: without('[]'),
  },
  {
    what: 'one with an empty text among its URLs',
    body: at({ endpoints: ['https://a.example', ''] }),
    known: known('read'),
    verdicts: without('["https://a.example",""]'),
  },
  {
    what: 'one with a path for a URL',
    body: at({ endpoints: ['/v1'] }),
    known: known('read'),
    verdicts: without('["/v1"]'),
  },
  {
    what: 'one with a URL that nobody can call',
    body: at({ endpoints: ['mailto:a@b.example'] }),
    known: known('read'),
    verdicts: without('["mailto:a@b.example"]'),
  },
  { what: 'one with a number for a URL', body: at({ endpoints: [7] }), known: known('read'), verdicts: without('[7]') },
]
