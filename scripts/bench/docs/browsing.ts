import type { BrowserContext, Page } from 'playwright-core'

/** A tab, with the hosts that it has asked beside its own. */
interface Tab {
  readonly tab: Page
  readonly hosts: ReadonlySet<string>
}

/** A browser for as long as it is used. Nothing leaves this machine: what is asked of other hosts fails at once. */
export async function inBrowser<T>(
  options: { readonly javaScriptEnabled: boolean },
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { startBrowser } = await import('../../../test/browser.ts')
  const { context, close } = await startBrowser(options)
  try {
    await context.route(isForeign, (route) => route.abort())
    return await use(context)
  } finally {
    await close()
  }
}

/** A tab for as long as it is used. */
export async function inTab<T>(context: BrowserContext, use: (tab: Tab) => Promise<T>): Promise<T> {
  const tab = await context.newPage()
  const hosts = new Set<string>()
  tab.on('request', (request) => {
    const url = new URL(request.url())
    if (isForeign(url)) hosts.add(url.hostname)
  })
  try {
    return await use({ tab, hosts })
  } finally {
    await tab.close()
  }
}

function isForeign({ protocol, hostname }: URL): boolean {
  return protocol.startsWith('http') && hostname !== '127.0.0.1'
}
