import type { JsonObject } from '../../../src/document/json.ts'
import { gateway, known, type Row } from '../exchange.ts'

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
