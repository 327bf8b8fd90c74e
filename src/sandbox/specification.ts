import type { CreateGatewayRequestBody, GatewaySpec, UpdateGatewayRequestBody } from '../../generated/types.ts'

const organizationId = 'org-sandbox'

interface Shape {
  readonly [member: string]: true | Shape
}

/** What is kept of a body; the rest is accepted and forgotten, as proto3 JSON does. The key is kept elsewhere. */
const kept: Shape = {
  name: true,
  coreWeaveAuth: {},
  weightsAndBiasesAuth: { serverUrl: true, enableUsageReports: true, enableRateLimiting: true },
  bodyBasedRouting: { apiType: true },
  headerBasedRouting: { headerName: true },
  pathBasedRouting: {},
  endpointConfiguration: { additionalDns: true, allowedSourceIpRanges: true },
}

export type RequestBody = CreateGatewayRequestBody | UpdateGatewayRequestBody

/** The specification that a valid body asks for. */
export function specification(body: RequestBody, id: string, zones: string[]): GatewaySpec {
  return { id, organizationId, zones, ...members(body, kept) }
}

/** An update replaces everything but the DNS names, which are added to those that are stored. */
export function updatedSpecification(previous: GatewaySpec, asked: GatewaySpec): GatewaySpec {
  const names = [
    ...(previous.endpointConfiguration?.additionalDns ?? []),
    ...(asked.endpointConfiguration?.additionalDns ?? []),
  ]
  if (names.length === 0) return asked
  return { ...asked, endpointConfiguration: { ...asked.endpointConfiguration, additionalDns: [...new Set(names)] } }
}

function members(value: object, shape: Shape): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    const inner = Object.hasOwn(shape, name) ? shape[name] : undefined
    if (inner) result[name] = inner === true ? member : members(member, inner)
  }
  return result
}
