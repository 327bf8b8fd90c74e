import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '../../../src/report/reporters/html.ts'
import { isWithoutBrowser, startBrowser } from '../../browser.ts'
import { hostile, hostileRun, sampleRun } from '../sample-run.ts'

describe.skipIf(isWithoutBrowser)('the page, in Chromium', () => {
  const asked: string[] = []
  const served: string[] = []
  const errors: string[] = []
  const pages: Record<string, string> = { '/plain': html.render(sampleRun), '/hostile': html.render(hostileRun) }
  const server = createServer((request, response) => {
    served.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end(pages[request.url ?? ''] ?? '')
  })
  let browser: { context: BrowserContext; close: () => Promise<void> }
  let page: Page

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await startBrowser()
    browser.context.on('console', (message) => errors.push(message.text()))
    browser.context.on('weberror', (error) => errors.push(error.error().message))
    browser.context.on('request', (request) => asked.push(request.url()))
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    server.closeAllConnections()
    server.close()
  })

  async function open(path: string, waitUntil: 'load' | 'networkidle' = 'load'): Promise<void> {
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil })
  }

  const texts = (selector: string) => page.locator(selector).allInnerTexts()

  test.each(['/plain', '/hostile'])('%s asks for nothing but itself, runs nothing and has its style', async (path) => {
    for (const list of [asked, served, errors]) list.length = 0
    await open(path, 'networkidle')
    expect(asked).toEqual([page.url()])
    expect(served).toEqual([path])
    expect(errors).toEqual([])
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
    expect(await page.locator('script, img, iframe, [onmouseover], main a').count()).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  })

  test('hostile text is shown as what it is', async () => {
    await open('/hostile')
    const got = await page.locator('pre').first().textContent()
    const controls = '\\u0000\\u0008\\u001b[31m\\u007f\\u0085\\u202e\\udfff\\ud800\\ufffe\\u000d\n'
    expect(got).toBe(hostile.replace(/\0.*\r\n/s, () => controls))
  })

  test('has landmarks, one title and headings in order', async () => {
    await open('/plain')
    expect(await page.locator('html[lang=en] > body').locator('> header, > nav[aria-label], > main').count()).toBe(3)
    const levels = (await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))) as number[]
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(await texts('h2')).toEqual(['Summary', 'Findings', 'Slowest cases', 'Coverage'])
    expect(await page.title()).toBe('Contract run against Prism: 1 of 3 cases failed')
  })

  test('names every table, its columns and rows, and what scrolls can be reached by keyboard', async () => {
    await open('/plain')
    const tables = await page.locator('table').evaluateAll((all) =>
      all.map((table) => ({
        caption: table.querySelector('caption')?.textContent?.trim() ?? '',
        unscoped: table.querySelectorAll('thead th:not([scope=col]), tbody th:not([scope=row])').length,
        unnamed: [...table.querySelectorAll('tbody tr')].filter((row) => !row.querySelector('th')).length,
        scroller: table.parentElement?.matches('[role=region][tabindex="0"][aria-labelledby]'),
      })),
    )
    expect(tables).toHaveLength(5)
    for (const table of tables)
      expect(table).toEqual({ caption: expect.stringMatching(/./), unscoped: 0, unnamed: 0, scroller: true })
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-labelledby], nav a')]
        .map((one) => one.getAttribute('aria-labelledby') ?? one.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !document.getElementById(id)),
    )
    expect(lost).toEqual([])
  })

  test.each(['/plain', '/hostile'])('%s fits a screen of 360 pixels: tables scroll by themselves', async (path) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await open(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const scroller = page.locator('.scroll:has(#constraints)')
    expect(await scroller.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true)
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  test.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await open('/plain')
    const ratios = await page.evaluate(contrasts)
    expect(ratios.length).toBeGreaterThan(50)
    expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([])
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(ground === 'rgb(255, 255, 255)').toBe(colorScheme === 'light')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

/** The contrast of every element that has text of its own against the ground that it stands on. Runs in the page. */
function contrasts(): { text: string; ratio: number }[] {
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const groundOf = (element: Element): string => {
    const { backgroundColor } = getComputedStyle(element)
    const isClear = channels(backgroundColor)[3] === 0
    return isClear && element.parentElement ? groundOf(element.parentElement) : backgroundColor
  }
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  return [...document.body.querySelectorAll('*')].filter(hasText).map((element) => {
    const [low = 0, high = 0] = [getComputedStyle(element).color, groundOf(element)]
      .map(luminance)
      .sort((a, b) => a - b)
    return { text: element.textContent ?? '', ratio: (high + 0.05) / (low + 0.05) }
  })
}
