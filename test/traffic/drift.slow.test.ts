import { expect, test } from 'vitest'
import { readModel } from '../../src/document/read-model.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { driftRemarks } from '../../src/traffic/drift.ts'
import { saidByDriftAlone } from '../../src/traffic/drift-alone.ts'
import type { Call as JudgedCall } from '../../src/traffic/judge-entry.ts'
import { judgeTraffic } from '../../src/traffic/judge-traffic.ts'
import { operationMatcher } from '../../src/traffic/match-operation.ts'
import { harFrom } from '../../src/traffic/read-har.ts'
import type { Recorded } from '../../src/traffic/recorded.ts'
import type { Remark } from '../../src/traffic/remark.ts'
import { type Call, entry, harText } from './har.ts'

const bundle = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://a.example/v1' }, { url: 'https://b.example' }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        security: [{ key: [] }],
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
          {
            ...{ name: 'where', in: 'query', style: 'deepObject' },
            schema: { type: 'object', properties: { size: { type: 'integer' } } },
          },
        ],
        responses: {
          200: {
            description: 'Things',
            headers: { 'x-count': { schema: { type: 'integer' } } },
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { items: {}, kind: { type: 'string', 'x-extensible-enum': ['a'] } },
                },
              },
            },
          },
        },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'k' } } },
}
const model = readModel(bundle)
const things = 'https://a.example/v1/things?k=1234567'

function recorded(calls: readonly Call[]): readonly Recorded[] {
  return harFrom(harText(calls.map(entry)), 'a.har').entries
}

/** Calls as drift gets them; there are no secrets to hide here. */
function driftCalls(calls: readonly Call[]): JudgedCall[] {
  const matcher = operationMatcher(model)
  return recorded(calls).flatMap((one) => {
    const match = matcher(one.method, one.url)
    return one.response && match && match.kind !== 'preflight'
      ? [{ entry: one, shown: one, answer: one.response, match }]
      : []
  })
}

/** What drift misses or takes for wrong, in the words of its own and of ours. */
const rows: [what: string, call: Call, drift: string[], all: string[]][] = [
  ['misses a status', { url: things, status: 418 }, [], ['undocumented-status']],
  [
    'misses a media type',
    { url: things, answerHeaders: { 'content-type': 'text/html' }, response: { content: { text: '<p>' } } },
    [],
    ['undocumented-media-type'],
  ],
  ['misses a header', { url: things, answerHeaders: { 'x-count': 'many' } }, [], ['invalid-header']],
  ['misses a name that is not listed', { url: things, answer: { kind: 'b' } }, [], ['unknown-enum-name #/kind']],
  [
    'is alone with the members of an object in a query',
    { url: `${things}&where[size]=big` },
    ['drift/schema-consistency #/query/where'],
    ['drift/schema-consistency #/query/where'],
  ],
  [
    'says what ours says too',
    { url: `${things}&limit=all`, status: 200, answer: { kind: 1 } },
    ['drift/schema-consistency #/query/limit', 'drift/schema-consistency #/kind'],
    ['invalid-request-sent #/query/limit', 'invalid-request-accepted #/query/limit', 'invalid-body #/kind'],
  ],
]

const idsOf = (remarks: readonly Remark[]) => remarks.map(({ id, pointer = '' }) => `${id} ${pointer}`.trim())

test.each(rows)('drift %s', async (_, call, drift, all) => {
  const own = await driftRemarks(driftCalls([call]), { bundle, server: undefined })
  expect(idsOf(own.filter(({ message }) => message !== aboutKey))).toEqual(drift)
  const { remarks } = await judgeTraffic(recorded([call]), { bundle, model, server: undefined })
  expect(idsOf(remarks)).toEqual(all)
})

const aboutKey = 'Undocumented query parameter in traffic: "k"'

test('drift takes a key in the query for a parameter that nobody knows, and is not believed', async () => {
  const own = await driftRemarks(driftCalls([{ url: things }]), { bundle, server: undefined })
  expect(own.map(({ message }) => message)).toEqual([aboutKey])
  expect((await judgeTraffic(recorded([{ url: things }]), { bundle, model, server: undefined })).remarks).toEqual([])
})

test('drift tells once what several entries have, and how many', async () => {
  const url = `${things}&odd=1`
  const { remarks } = await judgeTraffic(recorded([{ url }, { url }, { url: things }]), {
    bundle,
    model,
    server: undefined,
  })
  expect(remarks.map(({ message, entry: { index } }) => [index, message])).toEqual([
    [0, 'Undocumented query parameter in traffic: "odd" (in 2 entries, of which this is the first)'],
  ])
})

test('a document that drift cannot read ends the run with its reason', async () => {
  const broken = driftRemarks(driftCalls([{ url: things }]), { bundle: { openapi: 7 }, server: undefined })
  await expect(broken).rejects.toThrow(CannotRunError)
  await expect(broken).rejects.toThrow('redocly drift could not judge the traffic: ')
})

const [plain, unrecorded] = recorded([{ body: { name: 'a', key: '***1***' } }, { request: { bodySize: 40 } }]) as [
  Recorded,
  Recorded,
]

function remark(pointer: string | undefined, more: Partial<Remark> = {}): Remark {
  const place = pointer === undefined ? {} : { pointer }
  return {
    id: 'some',
    severity: 'error',
    message: 'wrong',
    side: 'request',
    entry: plain,
    operation: undefined,
    ...place,
    ...more,
  }
}

/** What ours and drift say, and whether what drift says is kept. */
const alone: [what: string, ours: Remark[], drift: Remark, isKept: boolean][] = [
  ['nothing of ours', [], remark('#/name'), true],
  ['the same place', [remark('#/name')], remark('#/name'), false],
  ['a branch of a choice that ours told at its root', [remark('#')], remark('#/name'), false],
  ['a member that is missing, which ours told of its object', [remark('#/a')], remark('#/a/b'), false],
  ['the object of a member that ours told', [remark('#/a/b')], remark('#/a'), false],
  ['a name that begins alike', [remark('#/name')], remark('#/names'), true],
  ['the other side', [remark('#/name', { side: 'response' })], remark('#/name'), true],
  ['another entry', [remark('#/name', { entry: unrecorded })], remark('#/name'), true],
  ['no place, as ours', [remark(undefined)], remark(undefined), false],
  ['no place of ours', [remark(undefined)], remark('#/name'), true],
  ['the mark of a secret', [], remark('#/key', { got: '"***1***"' }), false],
  ['the mark of a secret in a parameter', [], remark('#/query/key', { got: '"***1***"' }), false],
  ['an operation', [], remark(undefined, { message: 'Undocumented endpoint: PUT /' }), false],
  [
    'a body that was not recorded',
    [],
    remark(undefined, { message: 'Missing required request body', entry: unrecorded }),
    false,
  ],
  ['a body that was not sent', [], remark(undefined, { message: 'Missing required request body' }), true],
]

test.each(alone)('drift on %s', (_, ours, drift, isKept) => {
  expect(saidByDriftAlone([drift], ours, new Set())).toEqual(isKept ? [drift] : [])
})
