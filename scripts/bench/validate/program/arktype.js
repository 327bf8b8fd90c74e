import { type } from 'arktype'

const state = 'string >= 1 | -2147483648 <= number.integer <= 2147483647'
const gateway = type({
  'spec?': {
    'id?': 'string.uuid',
    'name?': 'string <= 38',
    'organizationId?': 'string',
    'zones?': 'string[]',
    'coreWeaveAuth?': 'object',
    'weightsAndBiasesAuth?': {
      'apiKey?': 'string',
      'enableRateLimiting?': 'boolean',
      'enableUsageReports?': 'boolean',
      'serverUrl?': 'string',
    },
    'pathBasedRouting?': 'object',
    'headerBasedRouting?': { 'headerName?': 'string <= 100' },
    'bodyBasedRouting?': { 'apiType?': state },
    'endpointConfiguration?': { 'additionalDns?': 'string[]', 'allowedSourceIpRanges?': 'string[] <= 50' },
  },
  'status?': {
    'createdAt?': 'string.date.iso',
    'updatedAt?': 'string.date.iso',
    'status?': state,
    'endpoints?': 'string[]',
    'conditions?': type({
      'type?': 'string',
      'status?': state,
      'lastUpdateTime?': 'string.date.iso',
      'reason?': 'string',
      'message?': 'string',
      'zone?': 'string',
    }).array(),
  },
})

export const verdict = (value) => gateway.allows(value)
export const errors = (value) => {
  const outcome = gateway(value)
  return outcome instanceof type.errors ? [...outcome] : []
}
