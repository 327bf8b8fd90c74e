import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../src/report/finding.ts'
import { gatewaysHandler, type Handler, type SandboxRequest, type SandboxResponse } from '../../src/sandbox/handler.ts'
import { startSandbox } from '../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

const token = 'CW-SECRET-of-the-tests'
const asked = { TESTS_TOKEN: token }
const json = { 'content-type': 'application/json' }
const gateways = '/v1alpha1/inference/gateways'
const example = join(root, 'spec/examples/create-core-weave-auth-body-based-routing.json')
const validCreate = JSON.stringify(JSON.parse(readFileSync(example, 'utf8')).value)

interface Service {
  readonly url: string
  readonly requests: readonly SandboxRequest[]
  readonly stop: () => Promise<void>
  /** What a caller with the token sees. */
  readonly list: () => Promise<{ readonly spec: { readonly id: string; readonly name: string } }[]>
}

/** A sandbox that remembers its requests, perhaps with something round its handler. */
async function service(round: (handler: Handler) => Handler = (handler) => handler): Promise<Service> {
  const store = sqliteStore()
  const requests: SandboxRequest[] = []
  const own = round(gatewaysHandler({ store, token, readyAfterMs: 30 }))
  const handler: Handler = (request) => {
    requests.push(request)
    return own(request)
  }
  const { baseUrl, stop } = await startSandbox({ handler })
  onTestFinished(async () => {
    await stop()
    store.close()
  })
  const list = async () => {
    const response = await fetch(baseUrl + gateways, { headers: { authorization: `Bearer ${token}` } })
    return (await response.json()).items ?? []
  }
  return { url: baseUrl, requests, stop, list }
}

const against = (url: string, ...args: readonly string[]) =>
  runScript('contract', ['--target', url, '--token-env', 'TESTS_TOKEN', ...args], { env: asked })

/** The same, with every finding: the terminal has only some of those that say the same. */
async function reported(url: string, ...args: readonly string[]) {
  const file = join(temporaryFolder(), 'report.json')
  const result = await against(url, ...args, '--report', `json=${file}`)
  const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(readFileSync(file, 'utf8'))
  return { ...result, findings }
}

describe('against the sandbox', () => {
  test('the whole suite is clean, and says what it took for a resource', async () => {
    const { code, stdout, stderr } = await runScript('contract', ['--target', 'sandbox', '--seed', '3'])
    expect(stdout).toBe('')
    const [, cases] = /^(\d+) cases against the sandbox in .* 0 failed, 0 errors, 0 warnings$/m.exec(stderr) ?? []
    expect(Number(cases)).toBeGreaterThanOrEqual(400)
    expect(stderr).toContain(
      'gateways: taken for a resource of createGateway, getGateway, listGateways, updateGateway, deleteGateway',
    )
    expect(stderr).not.toContain('the filter updatedAfter')
    expect(stderr).toContain('--seed 3 repeats this run')
    expect(code).toBe(0)
  })
})

describe('a service behind a URL', () => {
  test('is read and not changed: nothing is sent that a service could act on', async () => {
    const { url, requests, list } = await service()
    const { code, stdout, stderr } = await against(url)
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/The target is not changed: \d+ cases .* are left out; --allow-writes runs them/)
    const acting = requests.filter(({ method, body, headers, url: path }) => {
      const isAuthorized = headers.authorization?.replace(/^bearer/i, 'Bearer') === `Bearer ${token}`
      if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false
      return isAuthorized ? body.length === 0 || isJson(body) : path === gateways
    })
    expect(acting).toEqual([])
    expect(requests.length).toBeGreaterThan(30)
    expect(await list()).toEqual([])
  })

  test.each([
    ['the first of two JSON values', (text: string) => text.slice(0, text.length / 2)],
    ['a value without its end', (text: string) => `${text}}`],
    ['nothing for a whole request', (text: string) => (text.trim() === '' ? validCreate : text)],
    ['single quotes for double ones', (text: string) => (text.includes("'") ? validCreate : text)],
  ])('is not changed either where it takes %s', async (_, leniently) => {
    const { url, list } = await service((handler) => (request) => {
      const read = [request.body, new TextEncoder().encode(leniently(new TextDecoder().decode(request.body)))]
      const headers = { ...request.headers, ...(request.method === 'POST' && json) }
      return handler({ ...request, headers, body: read.find(isJson) ?? request.body })
    })
    await against(url)
    expect(await list()).toEqual([])
  })

  test('with one operation that never answers is judged all the same, and that operation is found', async () => {
    const { url } = await service(
      (handler) => (request) => (request.method === 'PATCH' ? new Promise(() => {}) : handler(request)),
    )
    const { code, stdout, stderr } = await against(url, '--allow-writes', '--timeout', '0.3', '--wait', '1')
    expect(stdout).toContain('error no-answer  updateGateway')
    expect(stderr).toMatch(/^\d+ cases against /m)
    expect(code).toBe(1)
  })

  test('whose gateways fail is said to, but not that their removal does not end', async () => {
    const { url } = await service((handler) => async (request) => {
      const response = await handler(request)
      const body = String(response.body).replaceAll(/"STATUS_\w+"/g, '"STATUS_FAILED"')
      return { ...response, body }
    })
    const { code, stdout } = await against(url, '--allow-writes', '--wait', '1')
    expect(stdout).toContain('It has failed')
    expect(stdout).not.toContain('is not gone in time')
    expect(code).toBe(1)
  })

  test('is left as it was when writes are allowed, and what is created there is called contract-…', async () => {
    const created: { readonly spec: { readonly name: string } }[] = []
    const { url, requests, list } = await service((handler) => async (request) => {
      const response = await handler(request)
      if (request.method === 'POST' && response.status === 200) created.push(JSON.parse(String(response.body)).gateway)
      return response
    })
    const { code, stdout } = await against(url, '--allow-writes', '--seed', '5')
    expect([code, stdout]).toEqual([0, ''])
    const names = created.map(({ spec: { name } }) => name)
    expect(names.length).toBeGreaterThan(100)
    // A name of one character has no room for more.
    expect(names.filter((name) => name.length > 1 && !name.startsWith('contract-00000005-'))).toEqual([])
    expect((await list()).filter(({ spec }) => !isDeleting(spec, requests))).toEqual([])
  })

  test.each([
    ['says of each create that it failed', (response: SandboxResponse) => ({ ...response, status: 500 })],
    ['answers creates with what cannot be read', (response: SandboxResponse) => ({ ...response, body: '{"gateway"' })],
    ['says of each create that it was refused', (response: SandboxResponse) => ({ ...response, status: 400 })],
  ])('that %s and stores it is cleared up all the same', async (_, edit) => {
    const { url, requests, list } = await service((handler) => async (request) => {
      const response = await handler(request)
      return request.method === 'POST' && response.status === 200 ? edit(response) : response
    })
    const { code } = await against(url, '--allow-writes', '--wait', '0.5')
    expect(code).toBe(1)
    expect(requests.filter(({ method }) => method === 'DELETE').length).toBeGreaterThan(50)
    expect((await list()).filter(({ spec }) => !isDeleting(spec, requests))).toEqual([])
  })

  test('that is not understood at all is told what may be left in it', async () => {
    const { url } = await service((handler) => async (request) => {
      const response = await handler(request)
      return { ...response, body: `\ufeff${response.body}` }
    })
    const { code, stderr } = await against(url, '--allow-writes', '--wait', '0.1', '--seed', '5')
    const what = 'creates had no answer that can be read, and the list shows none; what they made may be there'
    expect(stderr).toMatch(new RegExp(`^note: gateways: \\d+ ${what}, called contract-00000005-…$`, 'm'))
    expect(code).toBe(1)
  })

  test('that fails at some creates is told so for the cases that wanted them, and nothing else', async () => {
    const { url } = await service((handler) => (request) => {
      const { id = '' } = Object(isJson(request.body) ? JSON.parse(new TextDecoder().decode(request.body)) : {})
      const isUnlucky = request.method === 'POST' && /[0-3]$/.test(id)
      return isUnlucky ? { status: 503, headers: json, body: '{"code":14,"message":"Not now"}' } : handler(request)
    })
    const { code, stdout, findings } = await reported(url, '--allow-writes', '--seed', '5')
    const found = findings.map(({ id, operationId }) => `${id} ${operationId}`)
    expect(new Set(found)).toEqual(new Set(['server-error createGateway']))
    expect(findings.map(({ caseId }) => caseId)).toContainEqual(expect.stringContaining('updateGateway'))
    expect(stdout.match(/^error server-error {2}createGateway /gm)).toHaveLength(3)
    expect(stdout).toContain(
      `\n  … and ${found.length - 3} more like it in 1 operation; --report json=FILE has them all\n`,
    )
    expect(code).toBe(1)
  })

  test('that allows only some gateways at a time gets room, and is found to keep the contract', async () => {
    let most = 0
    const { url, list, requests } = await service((handler) => async (request) => {
      const there = request.method === 'POST' ? await count(handler, request) : 0
      most = Math.max(most, there)
      return there < 8
        ? handler(request)
        : { status: 429, headers: { ...json, 'retry-after': '1' }, body: '{"code":8,"message":"Too many"}' }
    })
    const { code, stdout, stderr } = await against(url, '--allow-writes', '--seed', '5')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/^\d{3} cases against .* 0 failed, 0 errors, 0 warnings$/m)
    expect(most).toBe(8)
    expect((await list()).filter(({ spec }) => !isDeleting(spec, requests))).toEqual([])
  })

  test.each([
    ['moves by itself', 'moved by itself', (reads: number) => Date.now() + 1000 * reads],
    ['is the same for all', 'does not show which was the last', () => 0],
  ])('whose updatedAt %s is told that its filter could not be tried', async (_, reason, moment) => {
    let reads = 0
    const { url } = await service((handler) => async (request) => {
      const response = await handler(request)
      const updatedAt = new Date(moment(++reads)).toISOString()
      return { ...response, body: String(response.body).replaceAll(/(?<="updatedAt":")[^"]+/g, updatedAt) }
    })
    const { stderr } = await against(url, '--allow-writes', '--wait', '1')
    expect(stderr).toContain(
      `note: gateways: the filter updatedAfter was not tried between two updates: updatedAt ${reason}\n`,
    )
  })

  test('whose delete does nothing is told what is left in it', async () => {
    const { url, list } = await service((handler) => async (request) => {
      const isDelete = request.method === 'DELETE'
      return handler(isDelete ? { ...request, method: 'GET' } : request)
    })
    const { code, stdout } = await against(url, '--allow-writes', '--wait', '0.5')
    const left = [...stdout.matchAll(/leaves it there: (\S+)$/gm)].map(([, id]) => id)
    const there = (await list()).map(({ spec }) => spec.id)
    expect(left.length).toBeGreaterThan(10)
    expect(stdout).toMatch(/curl: curl -i -g -X DELETE \S+\/[\da-f-]{36}' .*-H "authorization: Bearer \$TOKEN"/)
    expect(left.toSorted()).toEqual(there.toSorted())
    expect(code).toBe(1)
  })

  test('that is gone half-way is told what is left in it, with the reason', async () => {
    const created: string[] = []
    let stop = async () => {}
    const own = await service((handler) => async (request) => {
      const response = await handler(request)
      if (request.method === 'POST' && response.status < 300)
        created.push(JSON.parse(String(response.body)).gateway.spec.id.toLowerCase())
      if (created.length === 30) await stop()
      return response
    })
    stop = own.stop
    const { code, stdout, stderr } = await against(own.url, '--allow-writes', '--wait', '0.5')
    const left = [...stderr.matchAll(/leaves it there: (\S+)$/gm)].map(([, id]) => id)
    expect(left.length).toBeGreaterThan(10)
    expect(left.filter((id) => !created.includes(id ?? ''))).toEqual([])
    expect(stderr).toMatch(/stopped answering|cannot be reached/)
    expect([code, stdout]).toEqual([2, ''])
  })

  test.each([
    ['is cleared up also when the run is interrupted', false],
    ['that refuses deletes is told what is left in it also when the run is interrupted', true],
  ])('%s', async (_, refusesDeletes) => {
    let seen = () => {}
    const some = new Promise<void>((resolve) => {
      seen = resolve
    })
    let creates = 0
    const { url, requests, list } = await service((handler) => (request) => {
      if (request.method === 'POST' && ++creates === 20) seen()
      const isRefused = refusesDeletes && request.method === 'DELETE'
      return isRefused ? { status: 403, headers: json, body: '{"code":7,"message":"No"}' } : handler(request)
    })
    const args = [
      join(root, 'scripts/contract.ts'),
      '--target',
      url,
      '--token-env',
      'TESTS_TOKEN',
      '--allow-writes',
      '--wait',
      '0.2',
    ]
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...asked },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
    await some
    child.kill('SIGINT')
    expect(await closed).toBe(130)
    expect(said).toContain('The run was interrupted.')
    const left = [...said.matchAll(/leaves it there: (\S+)$/gm)].map(([, id]) => id)
    const there = await list()
    if (refusesDeletes) expect(left.toSorted()).toEqual(there.map(({ spec }) => spec.id).toSorted())
    else expect([left, there.filter(({ spec }) => !isDeleting(spec, requests))]).toEqual([[], []])
  })

  test('is sent the same requests again for the same seed', async () => {
    const sent = async () => {
      const { url, requests } = await service()
      await against(url, '--allow-writes', '--seed', '11')
      // What is cleared up has identifiers that the service chose.
      const writes = requests.filter(({ method }) => method !== 'GET' && method !== 'DELETE')
      return writes.map(({ method, url: path, body }) => `${method} ${path} ${new TextDecoder().decode(body)}`).sort()
    }
    const [once, again] = [await sent(), await sent()]
    expect(new Set(again)).toEqual(new Set(once))
  })

  test('never sees its token shown: not in findings, not in reports', async () => {
    const { url } = await service((handler) => async (request) => {
      const { authorization = '' } = request.headers
      const response = await handler(request)
      // Cut in the middle of the token, where a report shortens what it got.
      const body = JSON.stringify({ code: 16, message: `${authorization} ${'.'.repeat(140)} ${authorization}` })
      return { ...response, status: 418, headers: { ...json, 'x-seen': authorization }, body }
    })
    const folder = temporaryFolder()
    const reports = ['json', 'junit', 'markdown', 'html'].flatMap((format) => [
      '--report',
      `${format}=${join(folder, format)}`,
    ])
    const { code, stdout, stderr } = await against(url, '--allow-writes', '--wait', '0.1', ...reports)
    expect(code).toBe(1)
    expect(stdout).toContain('$TOKEN')
    const written = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    expect(written).toHaveLength(4)
    const almost = [token, token.slice(0, -1), token.slice(0, 8), 'cw-secret-OF-THE-TESTS']
    for (const text of [stdout, stderr, ...written]) for (const one of almost) expect(text).not.toContain(one)
  })

  test('whose answer is refused to every reader ends the run with that', async () => {
    const { url } = await service()
    const { code, stderr } = await runScript('contract', ['--target', url])
    expect(stderr).toContain(`needs a token; name its variable with --token-env (status 401 for GET ${gateways})`)
    expect(code).toBe(2)
  })

  test.each([
    [
      'answers with a redirect to https://api.test/login, and none is followed',
      { status: 308, headers: { location: 'https://api.test/login?token=x' }, body: '' },
    ],
    [
      'answers with a redirect, and none is followed; give --target the base URL that needs none',
      { status: 302, headers: {}, body: '' },
    ],
    ["has nothing at the document's paths", { status: 404, headers: json, body: '{"code":5,"message":"Not Found"}' }],
    ['asks for patience', { status: 429, headers: json, body: '{"code":8,"message":"Too many"}' }],
    ['is not there behind its proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad</h1>' }],
    ['answers with nothing', { status: 204, headers: {}, body: '' }],
    ['answers with nothing; give --target the base URL', { status: 200, headers: json, body: '' }],
    [
      'answers with text/html, as a login',
      { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>Hi</h1>' },
    ],
    [
      'answers with text/html, as a login or another site does',
      { status: 500, headers: { 'content-type': 'text/html' }, body: '<p>No</p>' },
    ],
    ['answers with text/plain, as a login', { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Hello' }],
  ])('that %s for every reader ends the run with that', async (reason, answer) => {
    const { url, requests } = await service(() => async () => answer)
    const { code, stdout, stderr } = await against(url, '--allow-writes', '--wait', '0.1')
    expect(stderr).toMatch(new RegExp(`\n\\S+ ${reason}.*[(]status ${answer.status} for GET ${gateways}[)][.]\n$`))
    expect(stderr).not.toContain('token=')
    expect([code, stdout]).toEqual([2, ''])
    expect(requests.every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true)
  })

  test.each([
    ['fails with a text', { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Failed' }],
    ['refuses with a text', { status: 400, headers: { 'content-type': 'text/plain' }, body: 'No' }],
    ['calls its JSON a text', { status: 200, headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['says nothing of its media type', { status: 200, headers: {}, body: 'Hello' }],
  ])('that %s for every reader is judged', async (_, answer) => {
    const { url } = await service(() => async () => answer)
    const { code, stdout } = await against(url)
    expect(stdout).toMatch(/^error \S+ {2}getGatewayParameters/m)
    expect(code).toBe(1)
  })

  test('that has one of its reads is judged by all', async () => {
    const { url } = await service((handler) => async (request) => {
      const response = await handler(request)
      return request.url === gateways && request.method === 'GET' ? { ...response, status: 404 } : response
    })
    const { code, stdout } = await against(url)
    expect(stdout).toContain('error valid-request-refused  listGateways')
    expect(code).toBe(1)
  })

  test('that never answers ends the run with the reason', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await against(`http://127.0.0.1:${port}`, '--timeout', '0.2')
    expect(stderr).toContain('no whole answer within 0.2 s')
    expect(code).toBe(2)
  })

  test('that is not there ends the run with the reason', async () => {
    const { code, stdout, stderr } = await against('http://127.0.0.1:1')
    expect(stderr).toContain('http://127.0.0.1:1 cannot be reached')
    expect([code, stdout]).toEqual([2, ''])
  })
})

test('a random body that is refused is shrunk to what the service does not like', async () => {
  const { url } = await service((handler) => (request) => {
    const body = new TextDecoder().decode(request.body)
    if (!body.includes('enableUsageReports')) return handler(request)
    return { status: 400, headers: json, body: '{"code":3,"message":"No"}' }
  })
  const { findings } = await reported(url, '--allow-writes', '--seed', '2')
  const random = findings.filter(({ caseId = '' }) => caseId.startsWith('random/createGateway/'))
  expect(random).toHaveLength(1)
  const sent = JSON.parse(/--data-raw '(.*)'$/.exec(random[0]?.curl ?? '')?.[1] ?? '')
  expect(sent.weightsAndBiasesAuth).toHaveProperty('enableUsageReports', false)
  expect(sent.weightsAndBiasesAuth).not.toHaveProperty('enableRateLimiting')
  expect(sent).not.toHaveProperty('endpointConfiguration')
})

test.each([
  [['--target', 'nowhere'], 'use prism, sandbox or a URL'],
  [['--target', 'ftp://host'], 'use prism, sandbox or a URL'],
  [['--target', 'http://user@host'], 'must not hold a user'],
  [['--target', 'http://host?a=b'], 'has no query'],
  [['--target', 'sandbox', '--allow-writes'], '--allow-writes is for a URL'],
  [['--token-env', 'HOME'], '--token-env is for a URL'],
  [['--target', 'http://host', '--token-env', 'NO_SUCH_VARIABLE'], 'there is no such variable'],
  [['--wait', 'long'], '--wait long is no time'],
  [['--timeout', '0'], '--timeout 0 is no time'],
  [['--seed', '-1'], 'seed'],
  [['--seed', '1.5'], '--seed 1.5 is no seed'],
  [['--report', 'pdf=a.pdf'], 'pdf'],
])('%j cannot run, and says why', async (args, reason) => {
  const { code, stdout, stderr } = await runScript('contract', args)
  expect(stderr).toContain(reason)
  expect([code, stdout]).toEqual([2, ''])
})

/** So many gateways are there. */
async function count(handler: Handler, { headers, body }: SandboxRequest): Promise<number> {
  const authorization = `Bearer ${token}`
  const listed = await handler({ method: 'GET', url: gateways, headers: { ...headers, authorization }, body })
  return (JSON.parse(String(listed.body)).items ?? []).length
}

function isJson(body: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(body))
    return true
  } catch {
    return false
  }
}

/** Whether it was asked for to be deleted; the sandbox takes a moment. */
function isDeleting({ id }: { readonly id: string }, requests: readonly SandboxRequest[]): boolean {
  return requests.some(({ method, url }) => method === 'DELETE' && url.toLowerCase().endsWith(id))
}
