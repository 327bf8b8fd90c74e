import * as v from 'valibot'

const text = v.string()
const moment = v.pipe(text, v.isoTimestamp())
const state = v.union([
  v.pipe(text, v.minLength(1)),
  v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1)),
])
const gateway = v.looseObject({
  spec: v.optional(
    v.partial(
      v.looseObject({
        id: v.pipe(text, v.uuid()),
        name: v.pipe(text, v.maxLength(38)),
        organizationId: text,
        zones: v.array(text),
        coreWeaveAuth: v.looseObject({}),
        weightsAndBiasesAuth: v.partial(
          v.looseObject({
            apiKey: text,
            enableRateLimiting: v.boolean(),
            enableUsageReports: v.boolean(),
            serverUrl: text,
          }),
        ),
        pathBasedRouting: v.looseObject({}),
        headerBasedRouting: v.partial(v.looseObject({ headerName: v.pipe(text, v.maxLength(100)) })),
        bodyBasedRouting: v.partial(v.looseObject({ apiType: state })),
        endpointConfiguration: v.partial(
          v.looseObject({
            additionalDns: v.array(text),
            allowedSourceIpRanges: v.pipe(v.array(text), v.maxLength(50)),
          }),
        ),
      }),
    ),
  ),
  status: v.optional(
    v.partial(
      v.looseObject({
        createdAt: moment,
        updatedAt: moment,
        status: state,
        endpoints: v.array(text),
        conditions: v.array(
          v.partial(
            v.looseObject({
              type: text,
              status: state,
              lastUpdateTime: moment,
              reason: text,
              message: text,
              zone: text,
            }),
          ),
        ),
      }),
    ),
  ),
})

export const verdict = (value) => v.is(gateway, value)
export const errors = (value) => v.safeParse(gateway, value).issues ?? []
