import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { pagesOf, readSite } from '../../src/docs/build-docs.ts'
import { writeSite } from '../../src/docs/write-site.ts'
import { temporaryFolder } from '../../src/document/temporary-folder.ts'
import { axeViolations } from '../axe.ts'
import { isWithoutBrowser, startBrowser } from '../browser.ts'
import { root } from '../workspace.ts'
import { fixture, ourSite } from './reference.ts'
import { factsInHtml } from './told-facts.ts'

const files = await pagesOf(ourSite)
const pages = [...files.keys()].filter((path) => path.endsWith('.html'))
const operationPages = ourSite.operations.map(({ path }) => `${path}.html`)
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 1280].map((width) => ({ colorScheme, width })),
)

interface Browser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

describe.skipIf(isWithoutBrowser)('the reference site, in Chromium', () => {
  const folder = temporaryFolder('site')
  const errors: string[] = []
  const asked: string[] = []
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    await writeSite(folder.path, files)
    browser = await startBrowser()
    browser.context.on('console', (message) => errors.push(message.text()))
    browser.context.on('weberror', (error) => errors.push(error.error().message))
    browser.context.on('request', (request) => asked.push(request.url()))
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  async function open(path: string): Promise<void> {
    await page.goto(pathToFileURL(join(folder.path, path)).href)
  }

  /** How far what stood on the page was moved while it loaded, as Chromium reckons it. */
  function layoutShift(): Promise<number> {
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
  }

  /** What a reader chose is kept by the browser, and would lead into the next test. */
  function forget(): Promise<void> {
    return page.evaluate(() => localStorage.clear())
  }

  /** Opens a page in each look, and leaves the browser as it was. */
  async function inEachLook(path: string, judge: (look: string, width: number) => Promise<void>): Promise<void> {
    onTestFinished(async () => {
      await forget()
      await page.emulateMedia({ colorScheme: 'light' })
    })
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await open(path)
      await judge(`${colorScheme}, ${width} px`, width)
    }
  }

  test.each(pages)('%s passes axe at WCAG 2.2 A and AA, light and dark, on a phone and on a desk', async (path) => {
    errors.length = 0
    asked.length = 0
    await inEachLook(path, async (look, width) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(width)
      const closed = page.locator('main details:not([open]) > summary')
      while ((await closed.count()) > 0) await closed.first().click()
      expect(await axeViolations(page), look).toEqual([])
    })
    expect(errors).toEqual([])
    expect(asked.filter((url) => !url.startsWith(pathToFileURL(folder.path).href))).toEqual([])
  })

  test.each(operationPages)('%s passes axe with each language and what was found', async (path) => {
    await inEachLook(path, async (look) => {
      for (const name of ['curl', 'TypeScript', 'fetch']) {
        await page.getByRole('tab', { name }).click()
        expect(await axeViolations(page, '.samples'), `${name}, ${look}`).toEqual([])
      }
      await page.getByRole('combobox').fill('gateway')
      await page.getByRole('option').nth(3).hover()
      expect(await axeViolations(page, 'body > header'), `search, ${look}`).toEqual([])
    })
  })

  test('axe finds what is wrong: text without contrast, a picture without words', async () => {
    await open('index.html')
    await page.evaluate(() => {
      document.querySelector('h1')?.style.setProperty('color', '#eee')
      document.querySelector('main')?.append(document.createElement('img'))
    })
    expect((await axeViolations(page)).map((line) => line.split(' ')[0]).sort()).toEqual([
      'color-contrast',
      'image-alt',
    ])
  })

  const framed = pages.filter((path) => path !== '404.html')

  test.each(framed)('%s weighs little', async (path) => {
    asked.length = 0
    await open(path)
    const weight = asked.reduce((sum, url) => sum + readFileSync(new URL(url)).byteLength, 0)
    expect(asked.length).toBeGreaterThan(2)
    expect(weight).toBeLessThanOrEqual((path === 'index.html' ? 60 : 100) * 1024)
  })

  test.each(framed)(
    '%s loads without a shift on a slow line, whichever language its reader has chosen',
    async (path) => {
      await open(path)
      // Long enough for the browser to paint a page that does not wait for its script.
      await page.route('**/site.js', async (route) => {
        await setTimeout(100)
        await route.continue()
      })
      onTestFinished(async () => {
        await page.unroute('**/site.js')
        await forget()
      })
      for (const language of ['sample-curl', 'sample-fetch'])
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          await page.evaluate((id) => localStorage.setItem('sample', id), language)
          await open(path)
          expect(await layoutShift(), `${language}, ${width} px`).toBe(0)
        }
    },
  )

  test.each(pages)('the keyboard reaches everything on %s', async (path) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await open(path)
    const isNew = () =>
      page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body || element.hasAttribute('data-reached')) return false
        element.setAttribute('data-reached', '')
        return true
      })
    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => document.activeElement?.textContent)
    expect(first).toBe(path === '404.html' ? 'Inference gateways API' : 'Skip to content')
    while (await isNew()) await page.keyboard.press('Tab')
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
        .filter(
          (element) => element.checkVisibility() && element.tabIndex >= 0 && !element.hasAttribute('data-reached'),
        )
        .map((element) => element.outerHTML),
    )
    expect(missed).toEqual([])
  })

  test('the skip link leads past the navigation', async () => {
    await open('index.html')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('samples are tabs that the arrow keys move through, and the choice is kept on the next page', async () => {
    await open('operations/createGateway.html')
    const shown = () => page.locator('.sample:visible').evaluateAll((all) => all.map(({ id }) => id))
    expect(await shown()).toEqual(['sample-curl'])
    await page.getByRole('tab', { name: 'curl' }).press('ArrowRight')
    expect(await shown()).toEqual(['sample-typescript'])
    await open('operations/getGateway.html')
    expect(await shown()).toEqual(['sample-typescript'])
    await page.getByRole('tab', { name: 'TypeScript' }).press('Home')
    expect(await shown()).toEqual(['sample-curl'])
  })

  test('code is copied by its button', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open('operations/createGateway.html')
    const button = page.getByRole('button', { name: 'Copy the sample for curl' })
    await button.click()
    await button.getByText('Copied').waitFor()
    expect(await page.getByRole('status').innerText()).toBe('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      ourSite.operations.find(({ title }) => title === 'Create a gateway')?.view().samples[0]?.code,
    )
  })

  test('the search finds properties and operations without a server, and leads to them', async () => {
    await open('index.html')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('biases zzz')
    await page.getByRole('option', { name: 'Nothing found' }).waitFor()
    expect(await page.getByRole('status').innerText()).toBe('Nothing found')
    await page.getByRole('combobox').fill('apiKey')
    await page.getByRole('option').filter({ hasText: 'Create a gateway, request' }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#.*apiKey$/)
    expect(await page.locator(':target .name').first().innerText()).toBe('apiKey')
    await page.getByRole('combobox').fill('delete')
    await page.getByRole('option').first().click()
    await page.waitForURL(/deleteGateway\.html$/)
  })

  test('results say where a member stands, are found by that, and say when there are more', async () => {
    await open('operations/getGateway.html')
    const box = page.getByRole('combobox')
    const results = page.getByRole('option', { disabled: false })
    await box.fill('status')
    await results.nth(5).waitFor()
    const texts = await results.allInnerTexts()
    expect(new Set(texts).size).toBe(texts.length)
    await box.fill('status.endpoints')
    await results.filter({ hasText: 'endpoints' }).first().waitFor()
    await box.fill('gateway')
    await page.getByRole('option', { name: /^\d+ more; another word says which$/ }).waitFor()
    expect(await page.getByRole('status').innerText()).toMatch(/^20 found, \d+ more/)
  })

  test('a closed list leads nowhere, and Tab leads on from an open one', async () => {
    await open('operations/getGateway.html')
    const box = page.getByRole('combobox')
    await box.fill('zones')
    await page.getByRole('option').first().waitFor()
    await box.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.pages') !== null)).toBe(true)
    await box.focus()
    await box.press('ArrowDown')
    await page.getByRole('option', { selected: true }).waitFor()
    await box.press('Escape')
    expect(await page.locator('#found li').count()).toBe(0)
    expect(await box.getAttribute('aria-activedescendant')).toBe(null)
  })

  test('Enter waits for the search to be loaded, and a search that was not loaded is tried again', async () => {
    const box = page.getByRole('combobox')
    onTestFinished(() => page.unroute('**/search.js'))
    await page.route('**/search.js', (route) => route.abort())
    await open('index.html')
    await box.fill('updateGateway')
    await page.getByRole('option', { name: 'The search could not be loaded' }).waitFor()
    await page.unroute('**/search.js')
    await page.route('**/search.js', async (route) => {
      await setTimeout(100)
      await route.continue()
    })
    await open('index.html')
    await box.pressSequentially('updateGateway')
    await box.press('Enter')
    await page.waitForURL(/updateGateway\.html$/)
  })

  test('a link to an example opens it, and one to a sample shows its language', async () => {
    onTestFinished(forget)
    await open('operations/createGateway.html')
    const closed = await page.locator('.example:not([open])').last().getAttribute('id')
    const url = page.url()
    await page.goto('about:blank')
    await page.goto(`${url}#${closed}`)
    expect(await page.locator(`[id="${closed}"]`).getAttribute('open')).not.toBe(null)
    await page.evaluate(() => {
      location.hash = 'sample-typescript'
    })
    await page.locator('#sample-typescript').waitFor()
  })

  test('the arrows and ends of the languages move no page, and the chosen one is seen in forced colours', async () => {
    onTestFinished(forget)
    await open('operations/createGateway.html')
    await page.emulateMedia({ forcedColors: 'active' })
    await page.getByRole('tab', { name: 'curl' }).press('End')
    expect(await page.evaluate(() => scrollY)).toBeLessThan(500)
    const grounds = await page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).backgroundColor))
    expect(grounds[0]).toBe(grounds[1])
    expect(grounds[2]).not.toBe(grounds[1])
    await page.emulateMedia({ forcedColors: 'none' })
  })

  test('the words of the table of errors stay whole on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 800 })
    await open('index.html')
    const lines = await page
      .locator('.scroll tbody th code')
      .evaluateAll((codes) => codes.map((code) => code.getClientRects().length))
    expect(lines.length).toBeGreaterThan(5)
    expect(new Set(lines)).toEqual(new Set([1]))
    const table = await page.locator('.scroll').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(table).toBeGreaterThan(0)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('every property has a place of its own that a link leads to', async () => {
    await open('operations/createGateway.html')
    const anchors = await page.locator('.name').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash))
    expect(anchors.length).toBeGreaterThan(50)
    expect(new Set(anchors).size).toBe(anchors.length)
    for (const hash of anchors) {
      await page.evaluate((wanted) => {
        location.hash = wanted
      }, hash)
      expect(await page.locator(':target').count(), hash).toBe(1)
    }
  })

  test('on paper all samples and examples are there, and what only works on a screen is not', async () => {
    await open('operations/createGateway.html')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sample:visible').count()).toBe(3)
    const titles = await page.locator('.sample h3').evaluateAll((all) => all.map((one) => one.clientHeight > 10))
    expect(titles).toEqual([true, true, true])
    expect(await page.locator('.copy:visible, .pages:visible, header:visible').count()).toBe(0)
    expect(await page.locator('.example pre:visible').count()).toBe(await page.locator('.example').count())
    await page.emulateMedia({ media: 'screen' })
  })

  test('screenshots of the overview and of createGateway are kept for who wants to see them', async () => {
    const place = join(root, 'dist/screenshots')
    mkdirSync(place, { recursive: true })
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      for (const [name, path] of [
        ['overview', 'index.html'],
        ['createGateway', 'operations/createGateway.html'],
      ] as const) {
        await open(path)
        const picture = await page.screenshot({ path: join(place, `${name}-${colorScheme}-${width}.png`) })
        expect(picture.byteLength).toBeGreaterThan(10_000)
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe.skipIf(isWithoutBrowser)('the reference site, without scripts', () => {
  const folder = temporaryFolder('site')
  let browser: Browser

  beforeAll(async () => {
    await writeSite(folder.path, files)
    browser = await startBrowser({ javaScriptEnabled: false })
  })

  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  test.each(operationPages)('%s shows the text of every property, status and example', async (path) => {
    const page = await browser.context.newPage()
    await page.goto(pathToFileURL(join(folder.path, path)).href)
    // A disclosure opens by itself, without a script.
    const closed = page.locator('.example:not([open]) > summary')
    while ((await closed.count()) > 0) await closed.first().click()
    const text = await page.locator('main').innerText()
    const squeezed = text.replaceAll(/\s+/g, ' ')
    for (const { path: place } of factsInHtml(files.get(path) ?? ''))
      if (!place.includes('oneOf-')) expect(text).toContain(place.split('.').at(-1))
    const view = ourSite.operations.find((one) => `${one.path}.html` === path)?.view()
    const bodies = [...(view?.body?.contents ?? []), ...(view?.responses.flatMap(({ contents }) => contents) ?? [])]
    const codes = [...bodies.flatMap(({ examples }) => examples), ...(view?.samples ?? [])].map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(8)
    for (const code of codes) expect(squeezed).toContain(code.replaceAll(/\s+/g, ' '))
    expect(await page.locator('.copy:visible, search:visible, .tabs:visible').count()).toBe(0)
    await page.close()
  })
})

describe.skipIf(isWithoutBrowser)('the reference site, under a sub-path', () => {
  let server: Server
  let browser: Browser
  const missing: string[] = []

  beforeAll(async () => {
    const types: Record<string, string> = {
      html: 'text/html',
      css: 'text/css',
      js: 'text/javascript',
      svg: 'image/svg+xml',
    }
    server = createServer((request, response) => {
      const path = /^\/some\/where\/(.*)$/.exec(request.url ?? '')?.[1]
      const text = path === undefined ? undefined : files.get(path)
      if (text === undefined) missing.push(request.url ?? '')
      response.setHeader('content-type', types[path?.split('.').at(-1) ?? ''] ?? 'text/plain')
      response.writeHead(text === undefined ? 404 : 200).end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await startBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    server.closeAllConnections()
    server.close()
  })

  test('finds everything that it asks for, and leads from page to page', async () => {
    const page = await browser.context.newPage()
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`
    await page.goto(`${base}index.html`)
    for (const title of ['List gateways', 'Create a gateway']) {
      await page.getByRole('link', { name: `Next ${title}` }).click()
      expect(await page.locator('h1').innerText()).toBe(title)
    }
    await page.getByRole('combobox').fill('zones')
    await page.getByRole('option').first().click()
    await page.waitForURL(/#/)
    expect(page.url().startsWith(`${base}operations/`)).toBe(true)
    expect(missing).toEqual([])
  })
})

describe.skipIf(isWithoutBrowser)('the site of a document that means harm', () => {
  test('runs nothing, asks nobody and shows the text', async () => {
    const browser = await startBrowser()
    const folder = temporaryFolder('site')
    try {
      const site = await readSite({ spec: fixture('hostile-text'), hasRedoc: false })
      const hostile = await pagesOf(site)
      await writeSite(folder.path, hostile)
      const asked: string[] = []
      const errors: string[] = []
      browser.context.on('request', (request) => asked.push(request.url()))
      browser.context.on('console', (message) => errors.push(message.text()))
      browser.context.on('weberror', (error) => errors.push(error.error().message))
      const page = await browser.context.newPage()
      for (const path of [...hostile.keys()].filter((name) => name.endsWith('.html'))) {
        await page.goto(pathToFileURL(join(folder.path, path)).href)
        expect(await page.evaluate(() => document.querySelectorAll('main script, main img, main iframe').length)).toBe(
          0,
        )
        expect(await axeViolations(page), path).toEqual([])
      }
      expect(errors).toEqual([])
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    } finally {
      await browser.close()
      folder.remove()
    }
  })
})
