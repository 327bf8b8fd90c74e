import type { BrowserContext } from 'playwright-core'
import type { Cell } from '../table.ts'
import { inTurn } from '../turns.ts'
import { inBrowser, inTab } from './browsing.ts'
import { inView } from './in-view.ts'
import { type PageServer, pageServer } from './page-server.ts'
import type { ReaderPage } from './reader-page.ts'

/** A page that is served, and the milliseconds until its text was in view, a number for each counted visit. */
interface Reading {
  readonly page: ReaderPage
  readonly server: PageServer
  readonly url: string
  readonly times: number[]
}

/** What does not differ from visit to visit. */
interface Facts {
  readonly packed: number
  readonly raw: number
  readonly hosts: number
  readonly rules: number
  readonly characters: number
}

/** What has been read of each page, or why nothing. */
export type Readings = ReadonlyMap<ReaderPage, readonly Cell[] | string>

/**
 * Visits pages in turn. Their cells: KiB packed and unpacked, milliseconds until the text is in view, other hosts,
 * broken rules of axe, characters without a script.
 */
export async function read(pages: readonly ReaderPage[], runs: number): Promise<Readings> {
  const { chromiumPath, skipReason } = await import('../../../test/browser.ts')
  if (chromiumPath === undefined) return new Map(pages.map((page) => [page, skipReason]))
  const readings: Reading[] = []
  try {
    for (const page of pages) readings.push(await served(page))
    const characters = await withoutScript(readings)
    return await inBrowser({ javaScriptEnabled: true }, (context) => visits(context, readings, { characters, runs }))
  } finally {
    for (const { server } of readings) await server.stop()
  }
}

async function served(page: ReaderPage): Promise<Reading> {
  const server = await pageServer(page.folder)
  return { page, server, url: `${server.origin}/${page.path}`, times: [] }
}

/** How many characters of each page are read with JavaScript off. */
function withoutScript(readings: readonly Reading[]): Promise<number[]> {
  return inBrowser({ javaScriptEnabled: false }, async (context) => {
    const counts: number[] = []
    for (const { url } of readings) {
      const text = await inTab(context, async ({ tab }) => {
        await tab.goto(url)
        return await tab.locator('body').innerText()
      })
      counts.push(text.replaceAll(/\s+/g, ' ').trim().length)
    }
    return counts
  })
}

/** The first visit of each page warms up, and tells all but the time. */
async function visits(
  context: BrowserContext,
  readings: readonly Reading[],
  { characters, runs }: { readonly characters: readonly number[]; readonly runs: number },
): Promise<Readings> {
  const told = new Map<Reading, Facts | string>()
  for (const [index, reading] of readings.entries()) {
    const first = await firstVisit(context, reading).catch(reasonOf)
    told.set(reading, typeof first === 'string' ? first : { ...first, characters: characters[index] ?? 0 })
  }
  for (let run = 0; run < runs; run++) {
    for (const [reading, facts] of inTurn([...told], run)) {
      if (typeof facts === 'string') continue
      const visit = inTab(context, ({ tab }) => inView(tab, reading.url))
      await visit.then((time) => reading.times.push(time)).catch((error: Error) => told.set(reading, reasonOf(error)))
    }
  }
  return new Map(
    [...told].map(([{ page, times }, facts]) => [page, typeof facts === 'string' ? facts : cells(facts, times)]),
  )
}

async function firstVisit(context: BrowserContext, { url, server }: Reading): Promise<Omit<Facts, 'characters'>> {
  const { axeViolations } = await import('../../../test/axe.ts')
  return await inTab(context, async ({ tab, hosts }) => {
    await inView(tab, url)
    await tab.waitForLoadState('networkidle')
    const rules = new Set((await axeViolations(tab)).map((line) => line.split(' ')[0]))
    return { ...server.weight(), hosts: hosts.size, rules: rules.size }
  })
}

function reasonOf({ message }: Error): string {
  return `fails: ${message.split('\n')[0]}`
}

function cells({ packed, raw, hosts, rules, characters }: Facts, times: readonly number[]): readonly Cell[] {
  return [[packed], [raw], times, [hosts], [rules], [characters]]
}
