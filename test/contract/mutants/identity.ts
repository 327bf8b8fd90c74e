import { actionOf, answers, ask, bodyOf, gateways, idOf, type Loose, type Mutant, requests, withBody } from './plant.ts'

/** Answers about another gateway than the one that was asked for, and contents that were lost or changed. */
export const identity: readonly Mutant[] = [
  {
    id: 'get-answers-another',
    caughtBy: 'wrong-resource',
    plant: (handler) => async (request) => {
      const response = await handler(request)
      if (actionOf(request) !== 'get' || response.status !== 200) return response
      const all = bodyOf(await ask(handler, request, 'GET'))?.items ?? []
      const other = all.find(({ spec }: Loose) => spec.id !== idOf(request))
      return other ? withBody(response, { gateway: other }) : response
    },
  },
  {
    id: 'delete-answers-another',
    caughtBy: 'wrong-resource',
    plant: gateways(
      (one) => ({ ...one, spec: { ...one.spec, id: '00000000-0000-4000-a000-000000000000' } }),
      ['delete'],
    ),
  },
  {
    id: 'create-chooses-its-own-identifier',
    caughtBy: 'wrong-resource',
    plant: requests(['create'], ({ id: _, ...body }) => body),
  },
  {
    id: 'no-identifier-in-answers',
    caughtBy: 'wrong-resource',
    plant: gateways(({ spec: { id: _, ...spec }, ...one }) => ({ ...one, spec })),
  },
  {
    id: 'names-are-put-in-capitals',
    caughtBy: 'wrong-resource',
    plant: gateways((one) => ({ ...one, spec: { ...one.spec, name: one.spec.name.toUpperCase() } })),
  },
  {
    id: 'update-loses-the-name',
    caughtBy: 'wrong-resource',
    plant: gateways(({ spec: { name: _, ...spec }, ...one }) => ({ ...one, spec }), ['update']),
  },
  { id: 'get-answers-nothing', caughtBy: 'wrong-resource', plant: answers(['get'], () => ({})) },
  {
    id: 'organization-differs-from-answer-to-answer',
    caughtBy: 'changed-by-itself',
    plant: (handler) => {
      let count = 0
      const other = gateways((one) => ({ ...one, spec: { ...one.spec, organizationId: `org-${++count}` } }))
      return other(handler)
    },
  },
  {
    id: 'create-forgets-the-routing',
    caughtBy: 'specification-not-kept',
    plant: gateways(
      ({ spec: { pathBasedRouting: _, headerBasedRouting: __, bodyBasedRouting: ___, ...spec }, ...one }) => ({
        ...one,
        spec,
      }),
    ),
  },
  {
    id: 'header-name-is-lost',
    caughtBy: 'specification-not-kept',
    plant: gateways((one) =>
      one.spec.headerBasedRouting ? { ...one, spec: { ...one.spec, headerBasedRouting: {} } } : one,
    ),
  },
  {
    id: 'switches-are-always-off',
    caughtBy: 'specification-not-kept',
    plant: gateways(({ spec: { weightsAndBiasesAuth: auth, ...spec }, ...one }) => {
      const { enableUsageReports: _, enableRateLimiting: __, ...rest } = auth ?? {}
      return { ...one, spec: { ...spec, ...(auth && { weightsAndBiasesAuth: rest }) } }
    }),
  },
  {
    id: 'only-one-address-range-is-kept',
    caughtBy: 'specification-not-kept',
    plant: gateways((one) => {
      const { allowedSourceIpRanges, ...rest } = one.spec.endpointConfiguration ?? {}
      if (!allowedSourceIpRanges) return one
      return {
        ...one,
        spec: {
          ...one.spec,
          endpointConfiguration: { ...rest, allowedSourceIpRanges: allowedSourceIpRanges.slice(0, 1) },
        },
      }
    }),
  },
]
