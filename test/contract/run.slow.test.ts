import { spawn } from 'node:child_process'
import { readdirSync, watch, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runContract } from '../../src/contract/run.ts'
import type { Target } from '../../src/contract/target.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'
import { mockCases, model } from './our-model.ts'
import { answer, petModel, petPaths } from './pets.ts'

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
    state: 'mock',
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
    expect(stderr).toMatch(
      new RegExp(`^${mockCases.length} cases against Prism in .* s: 0 failed, 0 errors, 0 warnings$`, 'm'),
    )
    expect(stderr).toContain('shows that document and mock agree, and nothing about a service')
    expect(code).toBe(0)
  })

  test('ends with exit code 1 when something is found, and says how to repeat it', async () => {
    const args = ['--spec', 'test/fixtures/documents/all-of/openapi.yaml']
    const { code, stdout, stderr } = await runScript('contract', [...args, '--strict'])
    expect(stdout).toContain('warning undocumented-status  putCat broken-rule/putCat/')
    expect(stdout).toContain("    curl: curl -i -g -X PUT 'http://127.0.0.1:4010/cats'")
    expect(stderr).toContain('To repeat a request: npm run mock')
    expect(code).toBe(1)
    expect((await runScript('contract', args)).code).toBe(0)
  })

  test('works on another document', async () => {
    const { code, stderr } = await runScript('contract', ['--spec', 'test/fixtures/documents/multi-file/openapi.yaml'])
    expect(stderr).toMatch(/\d+ cases against Prism in .* 0 failed/)
    expect(code).toBe(0)
  })

  test('cannot run on a document without operations', async () => {
    const { code, stderr } = await runScript('contract', [
      '--spec',
      'test/fixtures/documents/no-operations/openapi.yaml',
    ])
    expect(stderr).toContain('describes no operation')
    expect(code).toBe(2)
  })

  test('says once that Prism ended, when it ends during the run', async () => {
    // Prism 5.14.2 dies of a request without a required header that holds a list.
    const folder = temporaryFolder()
    const list = { name: 'X-List', in: 'header', required: true, schema: { type: 'array', items: { type: 'string' } } }
    const get = { operationId: 'getIt', parameters: [list], responses: { 204: { description: 'Done' } } }
    const document = { openapi: '3.1.0', info: { title: 'List', version: '1' }, paths: { '/it': { get } } }
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
    const { code, stdout, stderr } = await runScript('contract', ['--spec', join(folder, 'openapi.json')])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('error no-answer  getIt broken-rule/getIt/header-X-List-required')
    expect(stderr).toContain('Prism stopped answering during the run')
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('that is ended by %s takes Prism and its folder along', async (signal, expected) => {
    const TMPDIR = temporaryFolder()
    const appeared = new Promise<void>((resolve) => watch(TMPDIR, () => resolve()))
    const child = spawn(process.execPath, [join(root, 'scripts/contract.ts')], {
      env: { ...process.env, TMPDIR, NODE_DISABLE_COMPILE_CACHE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
    await appeared
    child.kill(signal)
    expect(await closed).toBe(expected)
    expect(readdirSync(TMPDIR)).toEqual([])
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
    const { report } = await runContract(model, target)
    const refusable = mockCases.filter(({ expectation }) => ['refused', 'undocumented'].includes(expectation.kind))
    const caught = new Set(report.findings.map(({ caseId }) => caseId))
    expect(refusable.filter(({ id }) => !caught.has(id))).toEqual([])
    expect(refusable.length).toBeGreaterThan(250)
    expect(report.summary.cases).toBe(mockCases.length)
  })

  test('that answers with a body of the wrong type is described so that it can be repeated', async () => {
    const target = await serverTarget((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end('{"zones":"US-EAST-04A"}')
    })
    const { findings } = (await runContract(model, target)).report
    expect(findings).toContainEqual({
      id: 'invalid-body',
      severity: 'error',
      operationId: 'getGatewayParameters',
      caseId: 'example/getGatewayParameters/valid-request',
      message: 'The body breaks its schema: /zones must be array',
      pointer: '#/zones',
      expected: 'must be array',
      got: '"US-EAST-04A"',
      seed: 1,
      curl: `curl -i -g -X GET '${target.baseUrl}/v1alpha1/inference/gateways/parameters' -H 'accept: application/json' -H "authorization: Bearer $TOKEN"`,
    })
    expect(JSON.stringify(findings)).not.toContain('contract-token')
  })
})

test('a new enum name is a warning: the run says so and stays clean', async () => {
  const target = await serverTarget((request, response) => {
    const isToken = request.headers.authorization !== undefined
    response.writeHead(isToken ? 200 : 401, { 'content-type': 'application/json' })
    response.end(isToken ? '{"zones":[],"gateway":{"status":{"conditions":[{"status":"New"}]}}}' : '{}')
  })
  const { findings } = (await runContract(model, target)).report
  expect(findings.filter(({ id }) => id === 'unknown-enum-name')[0]).toMatchObject({
    severity: 'warning',
    caseId: expect.stringContaining('createGateway'),
    got: '"New"',
  })
})

test('what the run cannot make for itself is not changed either when writes are allowed, and that is said', async () => {
  const requests: string[] = []
  const target = await serverTarget((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  const { '/pets/{petId}': one } = petPaths
  const unknown = { ...petPaths, '/pets/{petId}': { ...one, get: { ...one.get, responses: { '200': answer({}) } } } }
  const { summary } = (await runContract(petModel(unknown), { ...target, state: 'writable' })).report
  expect(requests.filter((line) => line.startsWith('POST /pets')).length).toBeGreaterThan(1)
  expect(requests.filter((line) => line.startsWith('GET /pets/')).length).toBeGreaterThan(0)
  expect(requests.filter((line) => /^(PUT|PATCH|DELETE) \/pets\//.test(line))).toEqual([])
  expect(summary.notes.join('\n')).toMatch(/^\d+ cases of replacePet, deletePet, getPet are left out: no resource /m)
  expect(summary.notes.join('\n')).toMatch(/^What createPet may make is not removed/m)
})

test('a redirect is judged and not followed', async () => {
  const urls: (string | undefined)[] = []
  const target = await serverTarget((request, response) => {
    urls.push(request.url)
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const { findings } = (await runContract(model, target)).report
  expect(findings).toContainEqual(expect.objectContaining({ id: 'valid-request-refused', got: 'status 302' }))
  expect(urls).not.toContain('/elsewhere')
})

test('a connection that is dropped is a finding of its case, and the run goes on', async () => {
  const target = await serverTarget((request, response) => {
    if (request.url?.endsWith('/parameters')) request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    response.end('{}')
  })
  const { findings, summary } = (await runContract(model, target)).report
  const dropped = findings.filter(({ id }) => id === 'no-answer')
  expect(dropped.length).toBeGreaterThan(0)
  expect(dropped.length).toBeLessThan(summary.cases)
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
