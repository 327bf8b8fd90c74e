import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listAt, objectAt } from '../../src/document/json.ts'
import { redocly } from '../../src/document/redocly.ts'
import { bundle, model, operationNamed, rules } from '../contract/our-model.ts'
import { root, runScript } from '../workspace.ts'

const pageRequest = JSON.parse(readFileSync(join(root, 'test/fixtures/reference-page/request.json'), 'utf8'))
const pageResponse = JSON.parse(readFileSync(join(root, 'test/fixtures/reference-page/response.json'), 'utf8'))
const gateway = model.schemas.GatewayResponse ?? false
const create = model.schemas.CreateGatewayRequest ?? false
const errors = (schema: typeof create, value: unknown) =>
  rules.violations(schema, value).map(({ pointer, message }) => `${pointer} ${message}`)

describe('the document', () => {
  test('has the six operations', () => {
    expect(model.operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort()).toEqual([
      'createGateway post /v1alpha1/inference/gateways',
      'deleteGateway delete /v1alpha1/inference/gateways/{id}',
      'getGateway get /v1alpha1/inference/gateways/{id}',
      'getGatewayParameters get /v1alpha1/inference/gateways/parameters',
      'listGateways get /v1alpha1/inference/gateways',
      'updateGateway patch /v1alpha1/inference/gateways/{id}',
    ])
  })

  test('keeps every rule of its ruleset, without a warning', async () => {
    const { code, stdout } = await runScript('lint', [])
    expect(stdout).toContain('Your API description is valid')
    expect(stdout).not.toMatch(/warning/i)
    expect(code).toBe(0)
  })

  test('scores at least 87', async () => {
    const { output } = await redocly(['score', '--format', 'json'], root)
    expect(
      JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)).agentReadiness,
    ).toBeGreaterThanOrEqual(87)
  })

  test('uses every example file, and names each as its file', () => {
    const files = readdirSync(join(root, 'spec/examples')).map((name) => name.replace('.json', ''))
    expect(Object.keys(objectAt(bundle.components, 'examples')).sort()).toEqual(files.sort())
  })

  test('has a request example for each authentication with each routing, and a response example for each state', () => {
    for (const operationId of ['createGateway', 'updateGateway']) {
      const names = operationNamed(operationId).requestBody?.content[0]?.examples.map(({ name }) => name)
      const verb = operationId === 'createGateway' ? 'create' : 'update'
      const wanted = ['core-weave-auth', 'weights-and-biases-auth'].flatMap((auth) =>
        ['body', 'header', 'path'].map((routing) => `${verb}-${auth}-${routing}-based-routing`),
      )
      expect(names).toEqual(wanted.sort())
    }
    const states = operationNamed('getGateway').responses[0]?.content[0]?.examples.map(
      ({ value }) => objectAt(objectAt(value, 'gateway'), 'status').status,
    )
    expect(states).toEqual(
      expect.arrayContaining([
        'STATUS_CREATING',
        'STATUS_READY',
        'STATUS_UPDATING',
        'STATUS_DELETING',
        'STATUS_ERROR',
        'STATUS_FAILED',
      ]),
    )
  })

  test('describes an error and a default on every operation', () => {
    for (const { operationId, responses } of model.operations) {
      const statuses = responses.map(({ status }) => status)
      expect(statuses, operationId).toEqual(expect.arrayContaining(['200', '401', '403', '429', 'default']))
    }
  })

  test('requires nothing in a response but the zones of getGatewayParameters', () => {
    const read = [
      'GatewayResponse',
      'Gateway',
      'GatewaySpec',
      'GatewayStatus',
      'Condition',
      'ListGatewaysResponse',
      'Error',
      'ErrorDetail',
      'FieldViolation',
    ]
    const stored = Object.keys(model.schemas).filter((name) => name.startsWith('Stored'))
    for (const name of [...read, ...stored]) expect(listAt(model.schemas[name], 'required'), name).toEqual([])
    expect(listAt(model.schemas.GatewayParametersResponse, 'required')).toEqual(['zones'])
  })

  test('marks the key as write-only', () => {
    for (const name of ['WeightsAndBiasesAuth', 'StoredWeightsAndBiasesAuth']) {
      expect(objectAt(objectAt(model.schemas[name], 'properties'), 'apiKey')).toMatchObject({ writeOnly: true })
    }
  })
})

describe('the samples of the reference page', () => {
  test('the response is valid, with both authentications, all routings and a key', () => {
    expect(Object.keys(pageResponse.gateway.spec)).toEqual(
      expect.arrayContaining([
        'coreWeaveAuth',
        'weightsAndBiasesAuth',
        'bodyBasedRouting',
        'headerBasedRouting',
        'pathBasedRouting',
      ]),
    )
    expect(pageResponse.gateway.spec.weightsAndBiasesAuth.apiKey).toBeDefined()
    expect(errors(gateway, pageResponse)).toEqual([])
  })

  test('every member of the response and of the request is documented', () => {
    expect(undocumented(pageResponse, 'GatewayResponse')).toEqual([])
    expect(undocumented(pageRequest, 'CreateGatewayRequest')).toEqual([])
  })

  test('the request is refused for its two authentications and nothing else', () => {
    expect(errors(create, pageRequest)).toEqual([
      ' must have exactly one of the allowed combinations of coreWeaveAuth, weightsAndBiasesAuth',
    ])
  })
})

const responses: [string, unknown][] = [
  ['no members at all', {}],
  [
    'members that are not documented',
    { new: 1, gateway: { new: 1, spec: { new: 1 }, status: { new: 1, conditions: [{ new: 1 }] } } },
  ],
  [
    'enums as names, known and unknown',
    {
      gateway: {
        spec: { bodyBasedRouting: { apiType: 'API_TYPE_NEW' } },
        status: { status: 'STATUS_NEW', conditions: [{ status: 'STATUS_TRUE' }, { status: 'True' }] },
      },
    },
  ],
  [
    'enums as numbers',
    {
      gateway: {
        spec: { bodyBasedRouting: { apiType: 1 } },
        status: { status: -7, conditions: [{ status: 2147483647 }] },
      },
    },
  ],
  ['values that a request may not have', { gateway: { spec: { name: '', headerBasedRouting: { headerName: '' } } } }],
]

test.each(responses)('a response with %s is valid', (_, value) => {
  expect(errors(gateway, value)).toEqual([])
})

const base = { name: 'demo', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }
const requests: [string, object, string[]][] = [
  ['a member that is not documented', { ...base, new: 1 }, []],
  ['a name of 38 characters', { ...base, name: 'x'.repeat(38) }, []],
  [
    '50 address ranges',
    { ...base, endpointConfiguration: { allowedSourceIpRanges: Array(50).fill('203.0.113.0/24') } },
    [],
  ],
  ['an enum as a number', { ...base, pathBasedRouting: undefined, bodyBasedRouting: { apiType: 5 } }, []],
  [
    'an enum name that is not known',
    { ...base, pathBasedRouting: undefined, bodyBasedRouting: { apiType: 'API_TYPE_NEW' } },
    ['/bodyBasedRouting/apiType'],
  ],
  ['a name of 39 characters', { ...base, name: 'x'.repeat(39) }, ['/name']],
  [
    'a header name of 101 characters',
    { ...base, pathBasedRouting: undefined, headerBasedRouting: { headerName: 'x'.repeat(101) } },
    ['/headerBasedRouting/headerName'],
  ],
  ['an id that is no UUID', { ...base, id: 'demo' }, ['/id']],
  [
    '51 address ranges',
    { ...base, endpointConfiguration: { allowedSourceIpRanges: Array(51).fill('203.0.113.0/24') } },
    ['/endpointConfiguration/allowedSourceIpRanges'],
  ],
]

test.each(requests)('a request with %s', (_, value, places) => {
  const found = rules.violations(create, JSON.parse(JSON.stringify(value))).map(({ pointer }) => pointer)
  expect(found).toEqual(places)
})

/** The paths of members that no property of the schema describes. */
function undocumented(value: unknown, schema: string, path = ''): string[] {
  return membersWithout(value, { $ref: schema }, path)
}

function membersWithout(value: unknown, schema: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => membersWithout(item, objectAt(resolved(schema), 'items'), `${path}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  const properties = objectAt(resolved(schema), 'properties')
  return Object.entries(value).flatMap(([name, member]) =>
    name in properties ? membersWithout(member, properties[name], `${path}/${name}`) : [`${path}/${name}`],
  )
}

function resolved(schema: unknown): unknown {
  const ref: unknown = Reflect.get(Object(schema), '$ref')
  return typeof ref === 'string' ? resolved(model.schemas[ref]) : schema
}
