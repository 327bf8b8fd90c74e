import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { casesFor, runContract } from '../../src/contract/run.ts'
import type { Target } from '../../src/contract/target.ts'
import { runScript } from '../workspace.ts'
import { model, rules } from './our-model.ts'

/** A server that answers every request alike, as a target without state. */
async function serverTarget(listener: RequestListener): Promise<Target> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(stop)
  const { port } = server.address() as AddressInfo
  return {
    name: 'a test server',
    baseUrl: `http://127.0.0.1:${port}`,
    isMock: false,
    deviations: [],
    meaning: '',
    stop,
  }
}

describe('npm run contract', () => {
  test('is clean against Prism, says so with counts, and does not overstate what that means', async () => {
    const { code, stdout, stderr } = await runScript('contract', [])
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^known deviation prism-invalid-json-body: /m)
    expect(stderr).toContain(`${casesFor(model, rules, true).length} cases against Prism, 0 failed.`)
    expect(stderr).toContain('shows that document and mock agree, and nothing about a service')
    expect(code).toBe(0)
  })

  test('works on another document', async () => {
    const { code, stderr } = await runScript('contract', ['--spec', 'test/fixtures/documents/multi-file/openapi.yaml'])
    expect(stderr).toMatch(/\d+ cases against Prism, 0 failed/)
    expect(code).toBe(0)
  })

  test('cannot run on a document that cannot be read', async () => {
    const { code, stderr } = await runScript('contract', ['--spec', 'no-such.yaml'])
    expect(stderr).toContain('there is no such file')
    expect(code).toBe(2)
  })
})

describe('a target that breaks the contract', () => {
  test('that accepts everything is caught by every broken rule and missing token', async () => {
    const target = await serverTarget((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end('{"zones":[],"items":[],"gateway":{}}')
    })
    const { findings, cases, failed } = await runContract(model, target)
    const refusable = casesFor(model, rules, false).filter(({ expectation }) => expectation.kind !== 'accepted')
    expect(findings.map(({ id, caseId }) => [id, caseId])).toEqual(refusable.map(({ id }) => ['unexpected-status', id]))
    expect({ cases, failed }).toEqual({ cases: casesFor(model, rules, false).length, failed: refusable.length })
  })

  test('that answers with a body of the wrong type is described so that it can be repeated', async () => {
    const target = await serverTarget((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end('{"zones":"US-EAST-04A"}')
    })
    const { findings } = await runContract(model, target)
    expect(findings).toContainEqual({
      id: 'invalid-body',
      severity: 'error',
      operationId: 'getGatewayParameters',
      caseId: 'example/getGatewayParameters/valid-request',
      message: 'The body breaks its schema: /zones must be array',
      pointer: '/zones',
      expected: 'must be array',
      got: '"US-EAST-04A"',
      curl: `curl -i -X GET '${target.baseUrl}/v1alpha1/inference/gateways/parameters' -H 'accept: application/json' -H "authorization: Bearer $TOKEN"`,
    })
    expect(JSON.stringify(findings)).not.toContain('contract-token')
  })
})

test('a connection that is dropped is a finding of its case, and the run goes on', async () => {
  const target = await serverTarget((request, response) => {
    if (request.url?.endsWith('/parameters')) request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    response.end('{}')
  })
  const { findings, cases } = await runContract(model, target)
  const dropped = findings.filter(({ id }) => id === 'no-answer')
  expect(dropped.length).toBeGreaterThan(0)
  expect(dropped.length).toBeLessThan(cases)
  expect(dropped[0]).toMatchObject({
    operationId: 'getGatewayParameters',
    severity: 'error',
    curl: expect.stringContaining('/parameters'),
  })
})

test('a target that cannot be reached ends the run with its reason', async () => {
  const target = await serverTarget((_, response) => response.end())
  await target.stop()
  await expect(runContract(model, target)).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/)
})
