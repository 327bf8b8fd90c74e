import * as z from 'zod'

const text = z.string()
const moment = z.iso.datetime({ offset: true })
const state = z.union([text.min(1), z.int32()])
const gateway = z.looseObject({
  spec: z
    .looseObject({
      id: z.guid(),
      name: text.max(38),
      organizationId: text,
      zones: z.array(text),
      coreWeaveAuth: z.looseObject({}),
      weightsAndBiasesAuth: z
        .looseObject({
          apiKey: text,
          enableRateLimiting: z.boolean(),
          enableUsageReports: z.boolean(),
          serverUrl: text,
        })
        .partial(),
      pathBasedRouting: z.looseObject({}),
      headerBasedRouting: z.looseObject({ headerName: text.max(100) }).partial(),
      bodyBasedRouting: z.looseObject({ apiType: state }).partial(),
      endpointConfiguration: z
        .looseObject({ additionalDns: z.array(text), allowedSourceIpRanges: z.array(text).max(50) })
        .partial(),
    })
    .partial()
    .optional(),
  status: z
    .looseObject({
      createdAt: moment,
      updatedAt: moment,
      status: state,
      endpoints: z.array(text),
      conditions: z.array(
        z
          .looseObject({ type: text, status: state, lastUpdateTime: moment, reason: text, message: text, zone: text })
          .partial(),
      ),
    })
    .partial()
    .optional(),
})

export const verdict = (value) => gateway.safeParse(value).success
export const errors = (value) => gateway.safeParse(value).error?.issues ?? []
