import type { Locator, Page } from 'playwright-core'

/** How a reader has set up a browser. */
export interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
}

/** All there are of two; one leads to the next by one change. */
export const looks: readonly Look[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
]

/** Sets up the browser, and waits until the page has followed. */
export async function setLook(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 800 })
  await page.waitForFunction(
    (scheme) => document.documentElement.className === scheme && document.getAnimations().length === 0,
    colorScheme,
  )
}

/** Lets a browser lay out what is not in view too: until it does, sections are reckoned to lie over each other. */
export function layOutAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important; }')
    document.adoptedStyleSheets.push(sheet)
  })
}

/** The section of an operation, once Redoc has come to it. */
export async function showOperation(page: Page, operationId: string): Promise<Locator> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `operation/${operationId}`)
  const section = page.locator(`[id$="/${operationId.toLowerCase()}"]`)
  await section.getByText('Responses').waitFor()
  return section
}

/**
 * Opens every property in a section, and all in those that have some, until there is a body without anything closed.
 * Redoc fills what is open once it comes into view.
 */
export function expand(section: Locator): Promise<void> {
  return section.evaluate(async (element) => {
    const nested = (isOpen: boolean) => [...element.querySelectorAll(`[data-schema-nested-open="${isOpen}"]`)]
    for (;;) {
      const closed = nested(false)
      const empty = nested(true).find((property) => !property.querySelector('button + *')?.textContent)
      if (closed.length === 0 && !empty && /^Body$/m.test((element as HTMLElement).innerText)) return
      for (const property of closed) property.querySelector('button')?.click()
      empty?.scrollIntoView({ block: 'center' })
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
}
