import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { isWithoutBrowser, startBrowser } from '../browser.ts'
import { root, temporaryFolder } from '../workspace.ts'

/** Serves a copy of our document, and of what is around it. */
function serving(...options: string[]) {
  const folder = join(temporaryFolder(), 'spec')
  cpSync(join(root, 'spec'), folder, { recursive: true })
  return servingDocument(join(folder, 'openapi.yaml'), ...options)
}

/** `sees` waits until the command has printed a text. */
async function servingDocument(spec: string, ...options: string[]) {
  const args = [join(root, 'scripts/docs.ts'), '--serve', '--port', '0', '--no-redoc', '--spec', spec]
  const child = spawn(process.execPath, [...args, ...options])
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let wake = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
      wake()
    })
  const sees = async (text: RegExp) => {
    for (;;) {
      const found = text.exec(printed)
      if (found) {
        printed = printed.slice(found.index + found[0].length)
        return found[0]
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const base = await sees(/http:\S+\//)
  const edit = (from: string, to: string) => writeFileSync(spec, readFileSync(spec, 'utf8').replaceAll(from, to))
  return { child, ended, spec, base, edit, sees }
}

const sandbox = ['--target', 'sandbox']
const page = async (base: string, path: string) => (await fetch(`${base}${path}`)).text()

test('a change of the document is on the page at once, a broken document changes nothing, and a signal ends it', async () => {
  const { base, edit, sees, child, ended } = await serving(...sandbox)
  expect(await page(base, 'operations/listGateways.html')).toContain('<h1>List gateways</h1>')
  const changes = await fetch(`${base}-/changes`)
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(': hello\n\n')
  edit('summary: List gateways', 'summary: List all gateways')
  expect((await reader?.read())?.value).toBe('data: built\n\n')
  await sees(/Built in \d+ ms/)
  expect(await page(base, 'operations/listGateways.html')).toContain('<h1>List all gateways</h1>')
  edit('operationId: listGateways', 'operationId: [listGateways]')
  await sees(/openapi\.yaml:\d+ /)
  await sees(/The site stays as it was/)
  expect(await page(base, 'operations/listGateways.html')).toContain('<h1>List all gateways</h1>')
  edit('operationId: [listGateways]', 'operationId: listGateways')
  await sees(/Built in \d+ ms/)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

/** `fetch` lets nobody choose these headers. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('it answers this machine alone: no other name, no page of another site, and only to read', async () => {
  const { base } = await serving(...sandbox)
  const host = new URL(base).host
  expect(await statusOf(base, {})).toBe(200)
  expect(await statusOf(base, { host: 'evil.example' })).toBe(403)
  expect(await statusOf(base, { origin: 'https://evil.example' })).toBe(403)
  expect(await statusOf(base, { origin: `http://${host}` })).toBe(200)
  expect(await statusOf(base, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await statusOf(base, {}, 'POST')).toBe(405)
  expect(await statusOf(`${base}no/such/page`, {})).toBe(404)
  expect(await statusOf(`${base}%E0%A4%A`, {})).toBe(404)
  expect((await fetch(`${base}no/such/page`)).headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('requests go to the service that was named, and one that does not answer is told', async () => {
  const { base } = await serving('--target', 'http://127.0.0.1:9')
  const response = await fetch(`${base}-/try/v1alpha1/inference/gateways`)
  expect(response.status).toBe(502)
  expect(await response.text()).toMatch(/^The local service at http:\/\/127\.0\.0\.1:9 does not answer: /)
})

/** A local service of our own. */
async function service(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a service is told nothing of this server and its pages', async () => {
  const target = await service((request, response) => response.end(JSON.stringify(request.headers)))
  const { base } = await serving('--target', target)
  const own = new URL(base)
  const sent = { origin: own.origin, referer: base, cookie: 'a=b', authorization: 'Bearer t', 'x-own': 'kept' }
  const headers = await (await fetch(`${base}-/try/x`, { headers: sent })).json()
  expect(headers).toMatchObject({ authorization: 'Bearer t', 'x-own': 'kept', host: new URL(target).host })
  expect(Object.keys(headers).filter((name) => ['origin', 'referer', 'cookie'].includes(name))).toEqual([])
  expect(await page(base, 'operations/listGateways.html')).toMatch(/content="[^"]*connect-src 'self';/)
})

test('an answer that is broken off breaks off here too', async () => {
  const target = await service((_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('abc', () => response.destroy())
  })
  const { base } = await serving('--target', target)
  await expect(fetch(`${base}-/try/x`).then((response) => response.text())).rejects.toThrow()
})

test('a signal ends it while a service keeps a request waiting, and the moment the address was printed', async () => {
  const asked = Promise.withResolvers<void>()
  const target = await service(() => asked.resolve())
  const { base, child, ended } = await serving('--target', target)
  const waiting = fetch(`${base}-/try/x`)
  await asked.promise
  child.kill('SIGINT')
  await expect(waiting).rejects.toThrow()
  expect(await ended).toBe(0)
  const early = await serving('--target', target)
  early.child.kill('SIGINT')
  expect(await early.ended).toBe(0)
})

const text = { type: 'string' }
const keyed = {
  openapi: '3.1.1',
  info: { title: 'Pets', version: '1.0.0' },
  security: [{ key: [] }],
  paths: {
    '/pets': {
      post: {
        operationId: 'addPet',
        parameters: [
          {
            in: 'query',
            name: 'filter',
            required: true,
            style: 'deepObject',
            schema: { type: 'object', required: ['kind'], properties: { kind: text } },
          },
          { in: 'query', name: 'tags', schema: { type: 'array', items: text } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { type: 'object', required: ['name'], properties: { name: text } } },
          },
        },
        responses: { 200: { description: 'OK' } },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
}

describe.skipIf(isWithoutBrowser)('the panel, in Chromium', () => {
  test('sends what stands in it to the sandbox, keeps the token nowhere, and the page reloads on a change', async () => {
    const { base, edit } = await serving(...sandbox)
    const browser = await startBrowser()
    onTestFinished(browser.close)
    const errors: string[] = []
    const asked: string[] = []
    browser.context.on('console', (message) => errors.push(message.text()))
    browser.context.on('request', (one) => asked.push(one.url()))
    const tab = await browser.context.newPage()
    await tab.goto(`${base}operations/createGateway.html`)
    await tab.getByLabel('Token').fill('CW-SECRET-typed')
    await tab.getByRole('button', { name: 'Send' }).click()
    await tab.locator('.try-it pre', { hasText: '200 OK' }).waitFor()
    const answer = await tab.locator('.try-it pre').innerText()
    expect(answer).toContain('"status": "STATUS_CREATING"')
    await tab.getByRole('textbox', { name: 'Body' }).fill('{')
    await tab.getByRole('button', { name: 'Send' }).click()
    await tab.locator('.try-it pre', { hasText: '400 Bad Request' }).waitFor()
    expect(await axeViolations(tab)).toEqual([])
    expect(
      await tab.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])),
    ).not.toContain('typed')
    edit('summary: Create a gateway', 'summary: Create one gateway')
    await tab.getByRole('heading', { name: 'Create one gateway', level: 1 }).waitFor()
    expect(await tab.getByLabel('Token').inputValue()).not.toContain('typed')
    const id = /"id": "([^"]+)"/.exec(answer)?.[1] ?? ''
    await tab.goto(`${base}operations/getGateway.html`)
    await tab.getByLabel('id (path, required)').fill(id)
    await tab.getByRole('button', { name: 'Send' }).click()
    await tab.locator('.try-it pre', { hasText: '200 OK' }).waitFor()
    expect(errors.filter((text) => !/status of 400/.test(text))).toEqual([])
    expect(asked.filter((url) => !url.startsWith(base))).toEqual([])
  })

  test('sends what another document asks for: its key, its styles, and a body that it has no example of', async () => {
    const asked = Promise.withResolvers<{ url: string; key: unknown; body: string }>()
    const target = await service(async (incoming, response) => {
      const body = (await incoming.setEncoding('utf8').toArray()).join('')
      asked.resolve({ url: incoming.url ?? '', key: incoming.headers['x-key'], body })
      response.end('done')
    })
    const spec = join(temporaryFolder(), 'openapi.json')
    writeFileSync(spec, JSON.stringify(keyed))
    const { base } = await servingDocument(spec, '--target', target)
    const browser = await startBrowser()
    onTestFinished(browser.close)
    const tab = await browser.context.newPage()
    await tab.goto(`${base}operations/addPet.html`)
    await tab.getByLabel('Token').fill('secret')
    await tab.getByLabel('tags (query, as JSON)').fill('["a b","c"]')
    await tab.getByRole('button', { name: 'Send' }).click()
    await tab.locator('.try-it pre', { hasText: '200 OK' }).waitFor()
    expect(await asked.promise).toEqual({
      url: '/pets?filter[kind]=string&tags=a%20b&tags=c',
      key: 'secret',
      body: JSON.stringify({ name: 'string' }, null, 2),
    })
  })
})
