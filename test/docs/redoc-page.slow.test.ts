import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readSite } from '../../src/docs/build-docs.ts'
import { redocPage } from '../../src/docs/redoc/redoc-page.ts'
import { temporaryFolder } from '../../src/document/temporary-folder.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { axeViolations } from '../axe.ts'
import { isWithoutBrowser, startBrowser } from '../browser.ts'
import { operationNamed } from '../contract/our-model.ts'
import { expand, type Look, layOutAll, looks, setLook, showOperation } from './redoc-in-browser.ts'
import { fixture, ourSpec } from './reference.ts'

const site = { ...(await readSite({ spec: ourSpec })), lastModified: '2026-05-06' }
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
const desktop: Look = { colorScheme: 'light', width: 1280 }
const phoneAtNight: Look = { colorScheme: 'dark', width: 360 }

describe.skipIf(isWithoutBrowser)('the interactive page, in Chromium', () => {
  const errors: string[] = []
  const requests = new Set<string>()
  let browser: { context: BrowserContext; close: () => Promise<void> }
  const folder = temporaryFolder('redoc-test')
  let html: string
  let page: Page

  beforeAll(async () => {
    html = await redocPage(site)
    browser = await startBrowser()
    browser.context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    browser.context.on('weberror', (error) => errors.push(error.error().message))
    browser.context.on('request', (request) => requests.add(request.url()))
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  /** Opens a page from a file, in a folder whose name needs escaping. */
  async function open({ colorScheme, width }: Look = desktop, text = html): Promise<void> {
    const file = join(folder.path, 'a page#1.html')
    writeFileSync(file, text)
    await page.goto('about:blank')
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await layOutAll(page)
  }

  /** What went wrong since it was last asked, and which URLs were asked for, but those that hold their data. */
  function noticed() {
    const asked = [...requests].filter((url) => !url.startsWith('data:'))
    requests.clear()
    return { errors: errors.splice(0), asked }
  }

  describe('of our document', () => {
    const seen = new Map<string, string>()

    beforeAll(() => open())

    /** The text of one operation as the page shows it, with everything in it opened. */
    async function shown(operationId: string): Promise<string> {
      const known = seen.get(operationId)
      if (known !== undefined) return known
      const section = await showOperation(page, operationId)
      const texts: string[] = []
      for (const status of ['200', '400', 'default']) {
        await section.getByRole('tab', { name: status }).first().click()
        await expand(section)
        texts.push(await section.innerText())
      }
      const text = texts.join('\n')
      seen.set(operationId, text)
      return text
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
  })

  describe('breaks no rule of WCAG 2.2 AA that axe knows', () => {
    const found: string[] = []

    /** Notes what axe finds at the top of the page, where nothing lies half under the bar and the button of the menu. */
    async function judge(view: string, { colorScheme, width }: Look, part?: string): Promise<void> {
      await page.evaluate(() => scrollTo(0, 0))
      const violations = await axeViolations(page, part)
      found.push(...violations.map((line) => `${view}, ${colorScheme}, ${width} px: ${line}`))
    }

    test.each(looks)('when it is opened in $colorScheme at $width pixels', async (look) => {
      await open(look)
      await judge('landing view', look)
      expect(found.splice(0)).toEqual([])
    })

    // The first answer is judged in all looks with the rest, each other in one: its colours and sizes are the same.
    test.each(operations)('in %s, with all properties and each answer opened', async (operationId) => {
      await open()
      const section = await showOperation(page, operationId)
      const answers = `div:has(> div > [id="${await section.getAttribute('id')}/responses"])`
      const tabs = section.getByRole('tab')
      const count = await tabs.count()
      expect(count).toBeGreaterThan(5)
      for (const [first, look] of looks.entries()) {
        await setLook(page, look)
        await expand(section)
        await judge(operationId, look)
        for (let index = first || looks.length; index < count; index += looks.length) {
          await tabs.nth(index).click()
          await expand(section)
          await judge(`answer ${index + 1} of ${operationId}`, look, answers)
        }
      }
      expect(found.splice(0)).toEqual([])
    })

    test.each([desktop, phoneAtNight])('in what opens over it, in $colorScheme at $width pixels', async (look) => {
      await open(look)
      const isNarrow = look.width < 600
      if (isNarrow) {
        await page.getByRole('button', { name: 'Open navigation menu' }).click()
        await page.getByRole('navigation').waitFor()
        await judge('menu', look)
      }
      await page.keyboard.press('Control+K')
      await page.getByTestId('search-dialog').getByRole('textbox').fill('zone')
      await page.getByTestId('search-dialog').getByText('Update a gateway').hover()
      await judge('search', look, '[data-testid="search-dialog"]')
      await page.keyboard.press('Escape')
      if (isNarrow) await page.getByRole('button', { name: 'Close navigation menu' }).click()
      const section = await showOperation(page, 'createGateway')
      await section.getByRole('button', { name: 'Example' }).first().click()
      await section.locator('[aria-label^="Example"][aria-expanded="true"]').waitFor()
      await judge('examples', look)
      await section.getByRole('button', { name: 'View security details' }).click()
      await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
      await judge('security', look)
      expect(found.splice(0)).toEqual([])
    })
  })

  test('takes the colours of the system, also when they change, until the reader chooses', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await open({ colorScheme: 'dark', width: 1280 })
    const dark = await ground()
    await setLook(page, desktop)
    const light = await ground()
    expect([light, dark]).toEqual(['rgb(255, 255, 255)', 'rgb(34, 36, 43)'])
    onTestFinished(() => page.evaluate(() => localStorage.clear()))
    await page.getByRole('button', { name: 'Light or dark colours' }).click()
    expect(await ground()).not.toBe(light)
  })

  test('leads to the other pages and, by keyboard, past the menu to what is shown', async () => {
    await open()
    const bar = page.locator('header.site')
    const hrefs = await bar.getByRole('link').evaluateAll((links) => links.map((one) => one.getAttribute('href')))
    expect(hrefs).toEqual(['#api-content', 'index.html', 'changelog.html'])
    expect(await bar.innerText()).toMatch(/All pages\s+Previous: Changelog\s+Last modified 2026-05-06$/)
    await showOperation(page, 'getGateway')
    const shown = await page.evaluate(() => location.hash)
    await page.getByRole('link', { name: 'Skip to content' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => [document.activeElement?.id, location.hash])).toEqual([shown.slice(2), shown])
  })

  test('is searched by keyboard alone', async () => {
    await open()
    await page.getByRole('button', { name: /^Search Ctrl/ }).press('Enter')
    await page.keyboard.type('allowedSourceIpRanges')
    await page.getByTestId('search-dialog').getByText('Create a gateway').waitFor()
  })

  test('says of a property whether what it holds is shown', async () => {
    await open()
    const section = await showOperation(page, 'createGateway')
    const property = section.locator('[id$="path=weightsandbiasesauth"] > [data-schema-nested-open]')
    await property.getByRole('button', { name: 'Show 4 properties', expanded: false }).click()
    await property.getByRole('button', { expanded: true }).waitFor()
  })

  test('has raised no console error in all of this, and asked for nothing but itself', () => {
    const { errors, asked } = noticed()
    expect(errors).toEqual([])
    expect(asked.filter((url) => !url.endsWith('/a%20page%231.html'))).toEqual([])
  })

  test('works under any path of a server, and asks it for nothing else', async () => {
    const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/redoc.html`
    await page.goto(`${url}#operation/getGateway`)
    await page.getByRole('heading', { name: 'Get a gateway' }).waitFor()
    expect(noticed()).toEqual({ errors: [], asked: [url] })
  })

  test('lets nothing run or load that it does not need itself', async () => {
    await open()
    const refused = await page.evaluate(async () => {
      const directives = new Set<string>()
      document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective))
      const markup = '<img src="https://example.com/a.png"><p style="color: red"><iframe src="about:blank"></iframe>'
      document.body.insertAdjacentHTML('beforeend', markup)
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = 1' }))
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))
      document.body.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' }))
      await fetch('https://example.com/').catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve))
      return [...directives, 'ran' in globalThis].sort()
    })
    const expected = [
      'base-uri',
      'connect-src',
      'img-src',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
      false,
    ]
    expect(refused).toEqual(expected.sort())
    noticed()
  })

  test.each(['no-operations', 'hostile-text'])('shows the document %s too', async (name) => {
    const { bundle, ...rest } = await readSite({ spec: fixture(name) })
    const title = '</title><script>globalThis.ran = 1</script>"\' & {{title}} $& <b>'
    const away =
      '<meta http-equiv="refresh" content="0;url=https://evil.example/"><iframe src="https://evil.example/"></iframe>'
    const description = `<script>globalThis.ran = 1</script><details open ontoggle="globalThis.ran = 1"></details> ${away} ${title}`
    await open(desktop, await redocPage({ ...rest, bundle: { ...bundle, info: { title, version: '1', description } } }))
    expect(await page.title()).toBe(title)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title)
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
    expect(await axeViolations(page)).toEqual([])
    const { errors, asked } = noticed()
    expect(errors).toEqual([])
    expect(asked.filter((url) => !url.endsWith('/a%20page%231.html'))).toEqual([])
  })
})

test('the page is the same each time it is built', async () => {
  expect(await redocPage(site)).toBe(await redocPage(site))
})

test('a document that Redocly cannot show is no page', async () => {
  await expect(redocPage({ ...site, bundle: { title: 'No document' } })).rejects.toThrow(CannotRunError)
})
