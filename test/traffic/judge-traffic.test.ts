import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { judgeTraffic } from '../../src/traffic/judge-traffic.ts'
import { harFrom } from '../../src/traffic/read-har.ts'
import { bundle, model } from '../contract/our-model.ts'
import { type Call, collection, entry, harText, id, token, valid } from './har.ts'

/** Judges entries by our document. */
async function judged(calls: readonly Call[], server?: string) {
  const report = await judgeTraffic(harFrom(harText(calls.map(entry)), 'a.har').entries, { bundle, model, server })
  const found = report.remarks.map(({ id: check, severity, entry: { index }, pointer = '' }) =>
    [index, severity, check, pointer].join(' ').trim(),
  )
  return { ...report, found }
}

const shown = { gateway: { spec: valid, status: { status: 'STATUS_READY' } } }
const broken = { ...valid, name: 'x'.repeat(39) }

/** What one entry is, and all that is to be said of it: first by whom, then against what. */
const rows: [what: string, call: Call, found: string[]][] = [
  ['a read that keeps the document', {}, []],
  ['a create that keeps the document', { method: 'POST', body: valid, answer: shown }, []],
  ['a refusal that the document describes', { url: `/${id}`, status: 404, answer: { code: 5, message: 'none' } }, []],
  ['a token that has run out', { status: 401, answer: { code: 16, message: 'expired' } }, []],
  ['HEAD where the document has GET', { method: 'HEAD', response: { content: { size: 0 } } }, []],
  ['a body of which the recorder kept nothing', { response: { content: { size: 4000 } } }, []],
  ['a path that is percent-encoded', { url: '/%70arameters', answer: { zones: [] } }, []],
  [
    'a request that the service refused, as it ought to',
    { method: 'POST', body: broken, status: 400, answer: { code: 3, message: 'too long' } },
    ['warning invalid-request-sent #/name'],
  ],
  [
    'the same, refused for its token first',
    { method: 'POST', body: broken, status: 401, answer: { code: 16, message: 'expired' } },
    ['warning invalid-request-sent #/name'],
  ],
  [
    'a request that the service ought to have refused',
    { method: 'POST', body: broken, answer: shown },
    ['error invalid-request-sent #/name', 'error invalid-request-accepted #/name'],
  ],
  [
    'both authentications, which breaks a choice',
    { method: 'POST', body: { ...valid, weightsAndBiasesAuth: {} }, status: 400, answer: { code: 3 } },
    ['warning invalid-request-sent #'],
  ],
  ['a body that is missing', { method: 'POST', status: 400, answer: { code: 3 } }, ['warning invalid-request-sent #']],
  [
    'a body of another media type',
    {
      method: 'POST',
      status: 400,
      answer: { code: 3 },
      request: { postData: { mimeType: 'text/plain', text: 'name' } },
    },
    ['warning invalid-request-sent #'],
  ],
  [
    'a body that is not JSON',
    {
      method: 'POST',
      body: '',
      status: 400,
      answer: { code: 3 },
      request: { postData: { mimeType: 'application/json', text: '{' } },
    },
    ['warning invalid-request-sent #'],
  ],
  [
    'a query parameter of the wrong form',
    { url: '?updatedAfter=yesterday' },
    ['error invalid-request-sent #/query/updatedAfter', 'error invalid-request-accepted #/query/updatedAfter'],
  ],
  [
    'a path parameter of the wrong form',
    { url: '/no-uuid', status: 404, answer: { code: 5 } },
    ['warning invalid-request-sent #/path/id'],
  ],
  [
    'a query parameter that no one knows, which drift alone says',
    { url: '?limit=3' },
    ['warning drift/schema-consistency'],
  ],
  [
    'a path that the document lacks, refused',
    { url: '/a/b/c', status: 404, answer: { code: 5 } },
    ['warning undocumented-request-sent'],
  ],
  [
    'a method that the document lacks, accepted',
    { method: 'PUT', body: valid },
    ['error undocumented-request-sent', 'error undocumented-operation'],
  ],
  [
    'an answer that breaks its schema, said once',
    { url: '/parameters', answer: { zones: 'all' } },
    ['error invalid-body #/zones'],
  ],
  [
    'members and names that the document lacks',
    { url: `/${id}`, answer: { gateway: { spec: { color: 1, bodyBasedRouting: { apiType: 'API_TYPE_NEW' } } } } },
    [
      'warning unknown-property #/gateway/spec/color',
      'warning unknown-enum-name #/gateway/spec/bodyBasedRouting/apiType',
    ],
  ],
  ['a service that failed', { status: 503, answer: { code: 14 } }, ['error server-error']],
  ['a success that only default describes', { status: 202, answer: { code: 1 } }, ['error valid-request-refused']],
  [
    'an answer in HTML',
    { answerHeaders: { 'content-type': 'text/html' }, response: { content: { mimeType: 'text/html', text: '<p>' } } },
    ['error undocumented-media-type'],
  ],
  [
    'a name twice in one object',
    { response: { content: { text: '{"items":[],"items":[]}' } } },
    ['error unsound-json #/items'],
  ],
  [
    'a stack trace',
    { status: 400, answer: { code: 3, message: 'panic: nil pointer' } },
    ['error stack-trace-returned'],
  ],
  ['the token in an answer', { status: 400, answer: { code: 3, message: token } }, ['error secret-returned']],
]

/** All rows in one recording; the first entry shows that the recorder keeps credentials. */
const all = await judged([{}, ...rows.map(([, call]) => call)])

test.each(rows.map(([what, , found], index) => ({ what, found, place: `${index + 1} ` })))(
  '$what',
  ({ found, place }) => {
    expect(all.found.filter((one) => one.startsWith(place))).toEqual(found.map((one) => place + one))
  },
)

test('bodies in base64 are decoded and unpacked before they are judged', async () => {
  const text = JSON.stringify({ items: 'none' })
  const encoded = [Buffer.from(text), gzipSync(text), Buffer.from([0x22, 0xff, 0x22])].map((bytes) => ({
    response: {
      content: { size: 9, mimeType: 'application/json', encoding: 'base64', text: bytes.toString('base64') },
    },
  }))
  const { found } = await judged(encoded)
  expect(found).toEqual([
    '0 error invalid-body #/items',
    '1 error invalid-body #/items',
    '2 error unsound-json',
    '2 error invalid-body #',
  ])
})

test('what nobody could judge is counted and passed over', async () => {
  const { counts, found } = await judged([
    {},
    { url: 'https://cdn.example.com/logo.png', status: 500 },
    { url: 'data:text/plain,x' },
    { status: 0 },
    { entry: { response: undefined } },
    { method: 'OPTIONS', status: 500 },
    { status: 304, answerHeaders: { 'content-type': '' } },
  ])
  expect(counts).toEqual({ entries: 7, judged: 1, elsewhere: 2, unanswered: 2, ofBrowser: 2 })
  expect(found).toEqual([])
})

test('a call without credentials is told where others have some', async () => {
  const bare = { headers: { Authorization: '' } }
  const refused = { ...bare, status: 401, answer: { code: 16 } }
  const { found, notes } = await judged([{}, refused, bare, { headers: { Authorization: 'Basic YTpi' } }])
  expect(found).toEqual([
    '1 warning credentials-not-sent',
    '2 error credentials-not-sent',
    '2 error authentication-not-enforced',
    '3 error credentials-not-sent',
    '3 error authentication-not-enforced',
  ])
  expect(notes).toEqual([])
})

test('a recorder that left out all credentials is believed, and a note says so', async () => {
  const { found, notes } = await judged([{ headers: { Authorization: '' } }, { headers: { Authorization: '' } }])
  expect(found).toEqual([])
  expect(notes).toEqual([expect.stringContaining('No request of the recording has the credentials')])
})

test('a secret that comes back counts from the request on that sent it', async () => {
  const key = 'wandb-key-0123456789'
  const body = {
    ...valid,
    coreWeaveAuth: undefined,
    weightsAndBiasesAuth: { apiKey: key, serverUrl: 'https://a.example' },
  }
  const echo = { status: 400, answer: { code: 3, message: `no ${key}` } }
  const { found } = await judged([echo, { method: 'POST', body, answer: shown }, echo])
  expect(found).toEqual(['2 error secret-returned'])
})

test('another base URL is given with its path, and nothing else is then ours', async () => {
  const local = 'http://127.0.0.1:4020/proxy'
  const there = { url: `${local}/v1alpha1/inference/gateways/parameters`, answer: { zones: 1 } }
  const { counts, found } = await judged([{}, there, { url: `${local}s/v1alpha1/inference/gateways` }], local)
  expect(counts).toMatchObject({ judged: 1, elsewhere: 2 })
  expect(found).toEqual(['1 error invalid-body #/zones'])
})

test('traffic that goes to no server of the document is refused with the way out', async () => {
  const elsewhere = judged([{ url: collection.replace('api', 'other') }])
  await expect(elsewhere).rejects.toThrow(
    'No request of the recording goes to a server of the document (https://api.coreweave.com); give the base URL of the traffic with --server URL.',
  )
})

test('drift hears of no value that is hidden from it', async () => {
  const { remarks } = await judged([
    { url: `?updatedAfter=${token}`, status: 400, answer: { code: 3 } },
    { url: `?key=${token}` },
  ])
  expect(remarks.map(({ id: check }) => check)).toEqual(['invalid-request-sent', 'drift/schema-consistency'])
  expect(JSON.stringify(remarks)).not.toContain('9f8e7d6c')
})
