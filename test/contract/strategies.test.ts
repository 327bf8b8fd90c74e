import { describe, expect, test } from 'vitest'
import { coverageFindings } from '../../src/contract/coverage.ts'
import { casesFor } from '../../src/contract/plan.ts'
import { jsonBody } from '../../src/contract/request.ts'
import { strategies } from '../../src/contract/strategies.ts'
import { contextOf } from '../../src/contract/strategy.ts'
import { context, mockCases, model, rules, serviceCases } from './our-model.ts'

const cases = mockCases
const idsOf = (prefix: string) => cases.map(({ id }) => id).filter((id) => id.startsWith(prefix))

describe('the cases for our document', () => {
  test('are at least 400, each with an id of its own, and the same each time', () => {
    expect(cases.length).toBeGreaterThanOrEqual(400)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(casesFor(contextOf(model, rules, 1), { mock: true, token: false, offers: false })).toEqual(cases)
  })

  test('come from every strategy', () => {
    for (const { id, cases: produce } of strategies) expect(produce(context).length, id).toBeGreaterThan(0)
  })

  test('cover each authentication with each routing, for create and update', () => {
    for (const operationId of ['createGateway', 'updateGateway']) {
      const choices = idsOf(`choice/${operationId}/`).join(' ')
      for (const auth of ['coreWeaveAuth', 'weightsAndBiasesAuth'])
        for (const routing of ['bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting'])
          expect(
            choices.split(' ').filter((id) => id.includes(auth) && id.includes(routing)),
            `${auth} ${routing}`,
          ).toHaveLength(1)
    }
  })

  const auth = 'body-oneOf-coreWeaveAuth+weightsAndBiasesAuth'
  const routing = 'body-oneOf-bodyBasedRouting+headerBasedRouting+pathBasedRouting'
  test.each([
    `${auth}/none`,
    `${auth}/coreWeaveAuth+weightsAndBiasesAuth`,
    `${routing}/none`,
    `${routing}/bodyBasedRouting+headerBasedRouting`,
    `${routing}/bodyBasedRouting+pathBasedRouting`,
    `${routing}/headerBasedRouting+pathBasedRouting`,
    'weightsAndBiasesAuth-oneOf-apiKey+serverUrl/apiKey',
    'bodyBasedRouting.apiType-oneOf/beyond-32-bits',
    'body-missing',
    'name-maxLength',
    'name-minLength',
    'headerBasedRouting.headerName-minLength',
    'headerBasedRouting.headerName-maxLength',
    'id-format',
    'endpointConfiguration.allowedSourceIpRanges-maxItems',
    'body-required-name',
    'body-required-zones',
  ])('break %s, for create and update', (rule) => {
    expect(idsOf('broken-rule/').filter((id) => id.endsWith(`/${rule}`))).toEqual([
      `broken-rule/createGateway/${rule}`,
      `broken-rule/updateGateway/${rule}`,
    ])
  })

  test('break exactly what they say: accepted bodies are valid, refused ones are not', () => {
    for (const { id, operation, request, expectation } of cases) {
      const media = jsonBody(operation)
      if (!media || request.body === undefined || id.startsWith('malformed-json/') || id.includes('/path-')) continue
      const violations = rules.violations(media.schema, JSON.parse(request.body))
      if (expectation.kind === 'accepted') expect(violations, id).toEqual([])
      if (id.startsWith('broken-rule/')) expect(violations.length, id).toBeGreaterThan(0)
    }
  })

  test('leave out the token where the case is about it, and nowhere else', () => {
    const without = cases.filter(({ request }) => request.headers.authorization === undefined).map(({ id }) => id)
    expect(without).toEqual(idsOf('missing-token/'))
    expect(without).toHaveLength(6)
  })

  test('ask for nothing that only a mock can give when the target is none', () => {
    expect(serviceCases.some(({ request }) => request.headers.prefer !== undefined)).toBe(false)
  })
})

describe('coverage', () => {
  test('of all cases leaves nothing out', () => {
    expect(coverageFindings(context, cases, true)).toEqual([])
  })

  test('names a documented status without a case', () => {
    const fewer = cases.filter(({ id }) => !id.startsWith('response/getGateway/404'))
    expect(coverageFindings(context, fewer, true)).toMatchObject([
      {
        id: 'status-without-case',
        severity: 'error',
        message: 'No case provokes the documented getGateway status 404',
      },
    ])
    expect(coverageFindings(context, fewer, false)).toEqual([])
  })

  test('names a rule without a case', () => {
    const fewer = cases.filter(({ id }) => id !== 'broken-rule/createGateway/name-maxLength')
    expect(coverageFindings(context, fewer, true)).toMatchObject([
      {
        id: 'rule-without-case',
        operationId: 'createGateway',
        message: expect.stringContaining('createGateway rule body name maxLength'),
      },
    ])
  })

  test.each([
    ['both authentications', /coreWeaveAuth\+weightsAndBiasesAuth$/],
    ['two routings', /bodyBasedRouting\+pathBasedRouting$/],
    ['missing tokens', /^missing-token\//],
    ['malformed JSON', /^malformed-json\//],
    ['missing bodies', /\/body-missing$/],
    ['undocumented methods', /^undocumented-method\//],
    ['examples of requests', /^example\/createGateway\//],
  ])('notices that all cases of %s are gone', (_, pattern) => {
    const fewer = cases.filter(({ id }) => !pattern.test(id))
    expect(fewer.length).toBeLessThan(cases.length)
    expect(coverageFindings(context, fewer, true)).toContainEqual(expect.objectContaining({ id: 'rule-without-case' }))
  })

  test('names an operation without a case, and a run without any', () => {
    const fewer = cases.filter(({ operation }) => operation.operationId !== 'getGatewayParameters')
    expect(coverageFindings(context, fewer, false)).toMatchObject([
      { id: 'operation-without-case', message: expect.stringContaining('getGatewayParameters has no case') },
      { id: 'rule-without-case', message: expect.stringContaining('getGatewayParameters missing token') },
      { id: 'rule-without-case', message: expect.stringContaining('getGatewayParameters undocumented method') },
    ])
    expect(coverageFindings({ ...context, model: { ...model, operations: [] } }, [], true)).toMatchObject([
      { id: 'no-case' },
    ])
    expect(new Set(coverageFindings(context, [], false).map(({ id }) => id))).toEqual(
      new Set(['operation-without-case', 'rule-without-case']),
    )
  })

  test('of a validator that accepts everything is an error: no rule can be broken', () => {
    const lenient = { ...rules, violations: () => [] }
    const blindly = contextOf(model, lenient, 1)
    const blind = casesFor(blindly, { mock: true, token: false, offers: false })
    const gaps = coverageFindings(blindly, blind, true).filter(({ id }) => id === 'rule-without-case')
    expect(gaps.length).toBeGreaterThan(50)
  })
})
