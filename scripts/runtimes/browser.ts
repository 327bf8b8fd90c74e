import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundled } from './bundled.ts'
import { checksIn, versionIn } from './program-output.ts'
import type { Bench, Outcome, Row } from './row.ts'

/** Chromium, on a page whose policy lets it run its own script and call the service, and nothing else. */
export const browser: Row = { name: 'chromium', isOwn: true, run }

async function run(bench: Bench): Promise<Outcome> {
  // Not before it is needed: it looks for Chromium, and says so where there is none.
  const { chromiumPath, isWithoutBrowser, skipReason, startBrowser } = await import('../../test/browser.ts')
  if (isWithoutBrowser) return { skipped: skipReason.replace('skipped: ', '') }
  if (chromiumPath === undefined) throw new Error(skipReason)
  const page = await serving(readFileSync(await bundled(bench, 'in-page.js')), new URL(bench.baseUrl).origin)
  const { context, close } = await startBrowser()
  try {
    const tab = await context.newPage()
    await tab.goto(`${page.url}/?service=${encodeURIComponent(bench.baseUrl)}`)
    const text = await tab.evaluate(() => (globalThis as unknown as { outcome: Promise<string> }).outcome)
    const checks = checksIn(text)
    if (checks === undefined) throw new Error(`the page says: ${text}`)
    return { version: versionIn(context.browser()?.version() ?? ''), checks }
  } finally {
    await close()
    page.stop()
  }
}

async function serving(code: Uint8Array, service: string): Promise<{ url: string; stop: () => void }> {
  const policy = `default-src 'none'; script-src 'self'; connect-src ${service}`
  const server = createServer(({ url }, response) => {
    const isScript = url === '/in-page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    response.end(
      isScript ? code : '<!doctype html><title>program</title><script type="module" src="/in-page.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() }
}
