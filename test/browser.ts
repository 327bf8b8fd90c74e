import { existsSync } from 'node:fs'
import { type BrowserContext, chromium } from 'playwright-core'
import { temporaryFolder } from '../src/document/temporary-folder.ts'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is, or undefined. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path))

/** Why browser tests are skipped, for their titles. */
export const skipReason =
  'skipped: no Chromium found; install it (Debian: apt-get install chromium) or set CHROMIUM_PATH'

/** Browser tests are skipped where no Chromium is found, with a line that says how to get it; in CI they fail instead. */
export const isWithoutBrowser = chromiumPath === undefined && process.env.CI !== 'true'

if (isWithoutBrowser) process.stderr.write(`Browser tests ${skipReason}.\n`)

/** A headless Chromium with a fresh profile. Close it when done. */
export async function startBrowser(
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  if (chromiumPath === undefined) throw new Error(skipReason)
  const profile = temporaryFolder('chromium')
  const context = await chromium.launchPersistentContext(profile.path, {
    ...options,
    executablePath: chromiumPath,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
  context.setDefaultTimeout(15_000)
  const close = async () => {
    await context.close()
    profile.remove()
  }
  return { context, close }
}
