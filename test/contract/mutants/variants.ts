import { gzipSync } from 'node:zlib'
import type { SandboxResponse } from '../../../src/sandbox/handler.ts'
import {
  type Action,
  actionOf,
  answers,
  ask,
  bodyOf,
  errors,
  gateways,
  idOf,
  json,
  type Loose,
  type Plant,
  repeatedCreate,
  requests,
  responses,
  shown,
  type Variant,
  withBody,
} from './plant.ts'

const everything: readonly Action[] = [...shown, 'parameters', 'other']
const raw = ({ body }: SandboxResponse) => (typeof body === 'string' ? body : new TextDecoder().decode(body))
const status = (edit: (status: Loose) => Loose): Plant => gateways((one) => ({ ...one, status: edit(one.status) }))

/** Every moment in an answer, written another way. */
const moments = (edit: (moment: string) => string): Plant =>
  responses(everything, (response) =>
    withBody(
      response,
      raw(response).replaceAll(/"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g, (_, moment) => `"${edit(moment)}"`),
    ),
  )

/** Every enum's name in an answer as a number of the service's own. */
const numbers = new Map<unknown, number>()
const numbered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(numbered)
  if (typeof value !== 'object' || value === null) {
    if (!/^(STATUS_|API_TYPE_|True$|False$)/.test(String(value)) || typeof value !== 'string') return value
    if (!numbers.has(value)) numbers.set(value, numbers.size + 1)
    return value.endsWith('_UNSPECIFIED') ? 0 : numbers.get(value)
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, numbered(member)]))
}

/** What proto3 JSON leaves out: false, zero, empty texts and lists. Messages stay. */
const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(compact)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, compact(member)] as const)
  return Object.fromEntries(
    members.filter(
      ([, member]) =>
        !(member === '' || member === false || member === 0 || (Array.isArray(member) && member.length === 0)),
    ),
  )
}

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

/** Equal under the contract. */
export const harmless: readonly Variant[] = [
  {
    id: 'header-names-in-capitals-and-a-charset',
    plant: responses(everything, (response) => ({
      ...response,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, text]) => [
          name.toUpperCase(),
          name === 'content-type' ? 'Application/JSON; charset=UTF-8' : text,
        ]),
      ),
    })),
  },
  {
    id: 'members-in-another-order',
    plant: responses(everything, (response) => withBody(response, reversed(bodyOf(response)))),
  },
  {
    id: 'white-space',
    plant: responses(everything, (response) =>
      withBody(response, `\n${JSON.stringify(bodyOf(response), null, '\t')}\r\n`),
    ),
  },
  { id: 'moments-with-an-offset', plant: moments((moment) => moment.replace('Z', '+00:00')) },
  {
    id: 'moments-in-another-zone',
    plant: moments((moment) => new Date(Date.parse(moment) + 19_800_000).toISOString().replace('Z', '+05:30')),
  },
  {
    id: 'moments-in-nanoseconds',
    plant: moments((moment) => moment.replace(/(\.\d+)?Z/, (_, fraction = '.000') => `${fraction}000000Z`)),
  },
  { id: 'moments-in-seconds', plant: moments((moment) => moment.replace(/\.\d+Z/, 'Z')) },
  {
    id: 'empty-values-left-out',
    plant: responses(everything, (response) => withBody(response, compact(bodyOf(response)))),
  },
  {
    id: 'empty-values-written-out',
    plant: gateways((one) => ({
      ...one,
      spec: {
        organizationId: '',
        zones: [],
        endpointConfiguration: { additionalDns: [], allowedSourceIpRanges: [] },
        ...one.spec,
      },
    })),
  },
  { id: 'enums-as-numbers', plant: answers(shown, numbered) },
  {
    id: 'compressed',
    plant: responses(everything, (response) => ({
      ...response,
      headers: { ...withBody(response, '').headers, 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(raw(response))),
    })),
  },
  {
    id: 'more-headers',
    plant: responses(everything, (response) => ({
      ...response,
      headers: { ...response.headers, 'x-request-id': 'a', 'cache-control': 'no-store', vary: 'accept' },
    })),
  },
  {
    id: 'identifiers-in-capitals',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, id: one.spec.id.toUpperCase() } })),
  },
  {
    id: 'ready-at-once',
    plant: status((own) =>
      own.status === 'STATUS_DELETING' ? own : { ...own, status: 'STATUS_READY', endpoints: ['https://ready.example'] },
    ),
  },
  {
    id: 'more-states-on-the-way',
    plant: (handler) => {
      const seen = new Map<string, number>()
      return gateways(
        (one) => {
          if (one.status.status !== 'STATUS_CREATING') return one
          const times = (seen.get(one.spec.id) ?? 0) + 1
          seen.set(one.spec.id, times)
          return { ...one, status: { ...one.status, status: times > 1 ? 'STATUS_UPDATING' : 'STATUS_CREATING' } }
        },
        ['create', 'get'],
      )(handler)
    },
  },
  { id: 'list-in-another-order', plant: answers(['list'], ({ items }) => ({ items: [...items].reverse() })) },
  {
    id: 'refusals-as-422',
    plant: errors((response) => (response.status === 400 ? { ...response, status: 422 } : response)),
  },
  {
    id: 'refusals-as-403',
    plant: errors((response) => (response.status === 401 ? json(403, { code: 7, message: 'Not allowed' }) : response)),
  },
  {
    id: 'codes-of-connect',
    plant: errors((response) => withBody(response, { ...bodyOf(response), code: 'invalid_argument' })),
  },
  {
    id: 'errors-with-a-message-alone',
    plant: errors((response) => withBody(response, { message: bodyOf(response)?.message ?? 'No' })),
  },
  {
    id: 'undocumented-methods-are-not-found',
    plant: errors((response) => (response.status === 405 ? json(404, { code: 5, message: 'Not found' }) : response)),
  },
  {
    id: 'repeated-create-answers-what-exists',
    plant: repeatedCreate((handler, request) => ask(handler, request, 'GET', `/${bodyOf(request).id}`)),
  },
  {
    id: 'updates-go-by-the-path-alone',
    plant: requests(['update'], (body, request) =>
      /^[\da-f-]{36}$/.test(body.id) ? { ...body, id: idOf(request) } : body,
    ),
  },
  {
    id: 'gone-at-once',
    plant: (handler) => {
      const gone = new Set<string>()
      return async (request) => {
        const action = actionOf(request)
        const isAbout = action === 'get' || action === 'update' || action === 'delete'
        if (
          isAbout &&
          gone.has(idOf(request)) &&
          request.headers.authorization?.toLowerCase() === 'bearer sandbox-token'
        )
          return json(404, { code: 5, message: 'Not found' })
        const response = await handler(request)
        if (action === 'delete' && response.status === 200) gone.add(idOf(request))
        return action === 'list' && response.status === 200
          ? withBody(response, { items: bodyOf(response).items.filter(({ spec }: Loose) => !gone.has(spec.id)) })
          : response
      }
    },
  },
  {
    id: 'delete-answers-the-last-state',
    plant: gateways(
      (one) => ({ ...one, status: { ...one.status, status: 'STATUS_READY', endpoints: ['https://last.example'] } }),
      ['delete'],
    ),
  },
  {
    id: 'zones-in-lower-case',
    plant: gateways((one) => ({
      ...one,
      spec: { ...one.spec, zones: (one.spec.zones ?? []).map((zone: string) => zone.toLowerCase()) },
    })),
  },
  {
    id: 'a-new-state-on-the-way',
    plant: status((own) => (own.status === 'STATUS_CREATING' ? { ...own, status: 'STATUS_PROVISIONING' } : own)),
  },
  {
    id: 'delete-waits-its-turn',
    plant: (handler) => async (request) => {
      if (actionOf(request) !== 'delete') return handler(request)
      const state = bodyOf(await ask(handler, request, 'GET', `/${idOf(request)}`))?.gateway?.status.status
      const isBusy = state === 'STATUS_CREATING' || state === 'STATUS_UPDATING'
      return isBusy ? json(409, { code: 10, message: 'It is still changing' }) : handler(request)
    },
  },
  {
    id: 'list-lags-behind',
    plant: (handler) => {
      let seen: readonly [number, SandboxResponse][] = []
      return async (request) => {
        const response = await handler(request)
        if (actionOf(request) !== 'list' || response.status !== 200 || request.url.includes('?')) return response
        seen = [...seen, [performance.now(), response]]
        return seen.findLast(([at]) => at < performance.now() - 60)?.[1] ?? response
      }
    },
  },
  {
    id: 'an-empty-list-is-filled-in',
    plant: gateways((one) => ({
      ...one,
      spec: { ...one.spec, zones: one.spec.zones?.length ? one.spec.zones : ['US-EAST-04A', 'US-WEST-01A'] },
    })),
  },
  {
    id: 'switches-are-on-by-default',
    plant: gateways((one) => {
      const { weightsAndBiasesAuth: own } = one.spec
      const weightsAndBiasesAuth = { enableUsageReports: true, enableRateLimiting: true, ...own }
      return own ? { ...one, spec: { ...one.spec, weightsAndBiasesAuth } } : one
    }),
  },
  {
    id: 'not-found-just-after-the-create',
    plant: (handler) => {
      const asked = new Set<string>()
      return async (request) => {
        const response = await handler(request)
        const id = idOf(request)
        if (actionOf(request) !== 'get' || response.status !== 200 || asked.has(id)) return response
        asked.add(id)
        return bodyOf(response).gateway.status.status === 'STATUS_CREATING'
          ? json(404, { code: 5, message: 'Not found' })
          : response
      }
    },
  },
  {
    id: 'busy-now-and-then',
    plant: (handler) => {
      let count = 0
      return (request) =>
        ++count % 50 === 0 ? json(429, { code: 8, message: 'Later' }, { 'retry-after': '0' }) : handler(request)
    },
  },
]

/** Not documented, and tolerable: a warning and nothing else. */
export const tolerable: readonly Variant[] = [
  {
    id: 'a-new-member',
    warning: 'unknown-property',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, tags: ['new'] } })),
  },
  {
    id: 'a-new-name-in-a-condition',
    warning: 'unknown-enum-name',
    plant: status((own) => ({ ...own, conditions: [{ type: 'Ready', status: 'Perhaps' }] })),
  },
]
