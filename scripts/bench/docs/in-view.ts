import type { Page } from 'playwright-core'

/** How the description of createGateway begins; no other text has it. */
const awaited = 'Starts a gateway and answers at once'

const longestMs = 60_000

/** Opens a page, and resolves to the milliseconds from the start of that to the first frame with the text in view. */
export async function inView(tab: Page, url: string): Promise<number> {
  await tab.addInitScript(watch, awaited)
  await tab.goto(url, { waitUntil: 'commit' })
  const seen = () => Reflect.get(globalThis, 'inViewMs') as number | undefined
  const found = await tab.waitForFunction(seen, undefined, { timeout: longestMs })
  return (await found.jsonValue()) ?? Number.NaN
}

/** Runs in the page, before the page's own scripts. */
function watch(text: string): void {
  const path = `//body//*[not(self::script)]/text()[contains(., '${text}')]`
  const look = () => {
    const { singleNodeValue } = document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
    const element = singleNodeValue?.parentElement
    const { top = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
    const isSeen = element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && height > 0
    if (isSeen && top >= 0 && top < innerHeight) Reflect.set(globalThis, 'inViewMs', performance.now())
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
