import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDocs } from '../../src/docs/build-docs.ts'
import { isWithoutBrowser, startBrowser } from '../browser.ts'
import { operationNamed } from '../contract/our-model.ts'
import { root } from '../workspace.ts'

const operations = [
  'listGateways',
  'createGateway',
  'getGatewayParameters',
  'getGateway',
  'updateGateway',
  'deleteGateway',
]
const auths = ['coreWeaveAuth', 'weightsAndBiasesAuth']
const routings = ['bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting']

describe.skipIf(isWithoutBrowser)('the page of Redoc, in Chromium', () => {
  const errors: string[] = []
  const foreign: string[] = []
  let browser: { context: BrowserContext; close: () => Promise<void> }
  let page: Page

  beforeAll(async () => {
    const out = join(root, 'dist/docs')
    await buildDocs({ spec: join(root, 'spec/openapi.yaml'), out })
    browser = await startBrowser()
    browser.context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    browser.context.on('weberror', (error) => errors.push(error.error().message))
    browser.context.on('request', (request) => /^https?:/.test(request.url()) && foreign.push(request.url()))
    page = await browser.context.newPage()
    await page.goto(pathToFileURL(join(out, 'redoc.html')).href)
  })

  afterAll(async () => browser?.close())

  const seen = new Map<string, string>()

  /** The text of one operation as the page shows it, with everything in it opened. */
  async function shown(operationId: string): Promise<string> {
    const known = seen.get(operationId)
    if (known !== undefined) return known
    await page.evaluate((hash) => {
      location.hash = hash
    }, `operation/${operationId}`)
    const section = page.locator(`[id$="/${operationId.toLowerCase()}"]`)
    await section.getByText('Responses').waitFor()
    const texts = [await opened(section)]
    for (const status of ['400', 'default']) {
      await section.getByRole('tab', { name: status }).first().click()
      texts.push(await opened(section))
    }
    const text = texts.join('\n')
    seen.set(operationId, text)
    return text
  }

  /** The text once it has a body without anything closed in it: the page may still be at work on it. */
  async function opened(section: Locator): Promise<string> {
    const closed = /^Show( \d+)?( array)? propert(y|ies)$/
    const buttons = section.getByText(closed)
    for (;;) {
      while ((await buttons.count()) > 0) await buttons.first().click()
      const lines = (await section.innerText()).split('\n')
      if (lines.includes('Body') && !lines.some((line) => closed.test(line))) return lines.join('\n')
    }
  }

  test.each(operations)('shows %s with its summary, method and path', async (operationId) => {
    const text = await shown(operationId)
    const { summary, method, path } = operationNamed(operationId)
    expect(text).toContain(summary)
    expect(text).toContain(method.toUpperCase())
    expect(text).toContain(path)
  })

  test.each(['createGateway', 'updateGateway'])(
    'shows both authentications and all routings of %s, and says in words that exactly one of each is due',
    async (operationId) => {
      const text = await shown(operationId)
      for (const member of [...auths, ...routings]) expect(text).toMatch(new RegExp(`^${member}$`, 'm'))
      expect(text).toContain('with exactly one authentication (coreWeaveAuth or weightsAndBiasesAuth)')
      expect(text).toContain('exactly one routing (bodyBasedRouting, headerBasedRouting or pathBasedRouting)')
      for (const member of ['apiKey', 'serverUrl', 'apiType', 'headerName', 'allowedSourceIpRanges'])
        expect(text).toContain(member)
    },
  )

  test.each(operations)('shows no property of type any and no null sample in %s', async (operationId) => {
    const text = await shown(operationId)
    expect(text).not.toMatch(/^any$/im)
    expect(text).not.toMatch(/\bnull\b/)
  })

  test('names what an open enum is known to hold', async () => {
    const text = await shown('getGateway')
    for (const name of ['STATUS_READY', 'API_TYPE_OPENAI', 'STATUS_TRUE', 'Unknown', 'resource_exhausted'])
      expect(text).toContain(name)
  })

  test('raises no console error and asks no other host for anything', () => {
    expect(errors).toEqual([])
    expect(foreign).toEqual([])
  })
})
