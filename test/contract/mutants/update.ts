import {
  actionOf,
  answers,
  ask,
  bodyOf,
  gateways,
  idOf,
  type Loose,
  type Mutant,
  type Plant,
  requests,
  withBody,
} from './plant.ts'

/** Edits what an update answers and every later read of the gateway, by what it was before. */
function updated(edit: (now: Loose, before: Loose) => unknown): Plant {
  return (handler) => {
    const before = new Map<string, Loose>()
    const since = new Set<string>()
    return async (request) => {
      const action = actionOf(request)
      if (action === 'update')
        before.set(idOf(request), bodyOf(await ask(handler, request, 'GET', `/${idOf(request)}`))?.gateway)
      const response = await handler(request)
      if (action === 'update' && response.status === 200) since.add(idOf(request))
      const isMeant = (action === 'update' || action === 'get') && response.status === 200 && since.has(idOf(request))
      const old = before.get(idOf(request))
      return isMeant && old ? withBody(response, { gateway: edit(bodyOf(response).gateway, old) }) : response
    }
  }
}

const hourMs = 3_600_000
const shifted = (moment: string, byMs: number) => new Date(Date.parse(moment) + byMs).toISOString()

function onlyTrue(switches: Loose): Loose {
  return Object.fromEntries(Object.entries(switches).filter(([, value]) => value === true))
}

/** Updates that do too little, too much or something else. */
export const update: readonly Mutant[] = [
  {
    id: 'update-is-not-stored',
    caughtBy: 'specification-not-kept',
    plant: (handler) => async (request) => {
      if (actionOf(request) !== 'update') return handler(request)
      const before = await ask(handler, request, 'GET', `/${idOf(request)}`)
      const response = await handler(request)
      if (response.status !== 200 || before.status !== 200) return response
      const { spec } = bodyOf(before).gateway
      await handler({ ...request, body: new TextEncoder().encode(JSON.stringify(spec)) })
      return response
    },
  },
  {
    id: 'update-answers-what-was',
    caughtBy: 'specification-not-kept',
    plant: updated((now, before) => ({ ...now, spec: before.spec })),
  },
  {
    id: 'update-merges-instead-of-replacing',
    caughtBy: 'specification-not-kept',
    plant: updated((now, before) => ({ ...now, spec: { ...before.spec, ...now.spec } })),
  },
  {
    id: 'update-keeps-the-address-ranges-that-it-does-not-name',
    caughtBy: 'specification-not-kept',
    plant: updated((now, before) => {
      const { allowedSourceIpRanges } = before.spec.endpointConfiguration ?? {}
      const endpointConfiguration = { allowedSourceIpRanges, ...now.spec.endpointConfiguration }
      return allowedSourceIpRanges ? { ...now, spec: { ...now.spec, endpointConfiguration } } : now
    }),
  },
  {
    id: 'update-drops-the-endpoint-configuration',
    caughtBy: 'specification-not-kept',
    plant: updated(({ spec: { endpointConfiguration: _, ...spec }, ...now }) => ({ ...now, spec })),
  },
  {
    id: 'update-replaces-the-dns-names',
    caughtBy: 'specification-not-kept',
    plant: (handler) => {
      const sent = new Map<string, Loose>()
      const remembering = requests(['update'], (body, request) => {
        sent.set(idOf(request), body.endpointConfiguration?.additionalDns ?? [])
        return body
      })(handler)
      return gateways(
        (one) =>
          sent.has(one.spec.id)
            ? {
                ...one,
                spec: {
                  ...one.spec,
                  endpointConfiguration: { ...one.spec.endpointConfiguration, additionalDns: sent.get(one.spec.id) },
                },
              }
            : one,
        ['get', 'update', 'list'],
      )(remembering)
    },
  },
  {
    id: 'update-doubles-the-dns-names',
    caughtBy: 'specification-not-kept',
    plant: updated((now) => {
      const { additionalDns } = now.spec.endpointConfiguration ?? {}
      const endpointConfiguration = {
        ...now.spec.endpointConfiguration,
        additionalDns: [additionalDns, additionalDns].flat(),
      }
      return additionalDns ? { ...now, spec: { ...now.spec, endpointConfiguration } } : now
    }),
  },
  {
    id: 'update-doubles-the-zones',
    caughtBy: 'specification-not-kept',
    plant: updated(({ spec, ...now }) => ({ ...now, spec: { ...spec, zones: [spec.zones, spec.zones].flat() } })),
  },
  {
    id: 'update-switches-nothing-off',
    caughtBy: 'specification-not-kept',
    plant: updated((now, before) => {
      const [is, was] = [now, before].map(({ spec }) => spec.weightsAndBiasesAuth)
      if (!is || !was) return now
      return { ...now, spec: { ...now.spec, weightsAndBiasesAuth: { ...is, ...onlyTrue(was) } } }
    }),
  },
  {
    id: 'update-keeps-the-switches-that-it-does-not-name',
    caughtBy: 'specification-not-kept',
    plant: updated((now, before) => {
      const [is, was] = [now, before].map(({ spec }) => spec.weightsAndBiasesAuth)
      return is && was ? { ...now, spec: { ...now.spec, weightsAndBiasesAuth: { ...was, ...is } } } : now
    }),
  },
  {
    id: 'created-in-the-year-one',
    caughtBy: 'wrong-timestamps',
    plant: gateways((one) => ({ ...one, status: { ...one.status, createdAt: '0001-01-01T00:00:00Z' } })),
  },
  {
    id: 'updated-before-it-was-created',
    caughtBy: 'wrong-timestamps',
    plant: gateways((one) => ({
      ...one,
      status: { ...one.status, updatedAt: shifted(one.status.updatedAt, -hourMs) },
    })),
  },
  {
    id: 'moments-are-an-hour-ahead',
    caughtBy: 'wrong-timestamps',
    plant: gateways((one) => ({
      ...one,
      status: {
        ...one.status,
        createdAt: shifted(one.status.createdAt, hourMs),
        updatedAt: shifted(one.status.updatedAt, hourMs),
      },
    })),
  },
  {
    id: 'update-keeps-the-moment-of-the-last-update',
    caughtBy: 'wrong-timestamps',
    plant: updated((now, before) => ({ ...now, status: { ...now.status, updatedAt: before.status.updatedAt } })),
  },
  {
    id: 'update-moves-the-creation',
    caughtBy: 'wrong-timestamps',
    plant: updated((now) => ({ ...now, status: { ...now.status, createdAt: now.status.updatedAt } })),
  },
  {
    id: 'no-moment-of-the-last-update',
    caughtBy: 'wrong-timestamps',
    plant: gateways(({ status: { updatedAt: _, ...status }, ...one }) => ({ ...one, status })),
  },
  {
    id: 'no-moment-of-the-creation',
    caughtBy: 'wrong-timestamps',
    plant: gateways(({ status: { createdAt: _, ...status }, ...one }) => ({ ...one, status })),
  },
  {
    id: 'read-shows-its-own-moment-as-the-creation',
    caughtBy: 'wrong-timestamps',
    plant: gateways((one) => ({ ...one, status: { ...one.status, createdAt: new Date().toISOString() } }), ['get']),
  },
  {
    id: 'update-reaches-all-gateways',
    caughtBy: 'specification-not-kept',
    plant: (handler) => {
      let last: Loose
      const remembering = answers(['update'], (body) => {
        last = body.gateway.spec
        return body
      })(handler)
      return gateways(
        (one) => (last ? { ...one, spec: { ...last, id: one.spec.id, name: one.spec.name } } : one),
        ['get'],
      )(remembering)
    },
  },
  {
    id: 'update-goes-by-the-identifier-in-the-body',
    caughtBy: 'wrong-resource',
    plant: (handler) => (request) => {
      const id = bodyOf(request)?.id
      if (actionOf(request) !== 'update' || typeof id !== 'string' || id.toLowerCase() === idOf(request))
        return handler(request)
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ gateway: { spec: bodyOf(request) } }),
      }
    },
  },
]
