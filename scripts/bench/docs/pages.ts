import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../row.ts'
import type { Cell, Measure, Table } from '../table.ts'
import type { Built } from './builders.ts'
import type { ReaderPage } from './reader-page.ts'
import { read } from './reading.ts'
import { scriptPage, scriptTools } from './script-pages.ts'

const measures: readonly Measure[] = [
  { label: 'gzip -9', unit: 'KiB', better: 'less' },
  { label: 'raw', unit: 'KiB', better: 'less' },
  { label: 'in view', unit: 'ms', better: 'less' },
  { label: 'other hosts', unit: '', better: 'less' },
  { label: 'broken axe rules', unit: '', better: 'less' },
  { label: 'characters without a script', unit: '', better: 'more' },
]

const notes = [
  'in view: the description of createGateway, in Chromium, from the start of a first visit by a link to the operation',
  'over the loopback; what is asked of other hosts fails at once, so a network would add to each time',
  'axe: the rules of WCAG 2.2, A and AA, on the page as it is loaded',
]

/** What a reader of createGateway loads and gets, of our site and of what others make of the same document. */
export async function pages({ folder, cache, runs }: Bench, built: Built): Promise<Table> {
  const all = [...builtPages(built), ...scriptTools.map((tool) => scriptPage(tool, folder, cache))]
  const there = all.filter(({ missing }) => missing === undefined)
  const cells = await read(there, runs)
  return {
    name: 'docs-page',
    title: 'Docs: what a reader of createGateway loads',
    measures,
    entries: all.map((page) => ({ tool: page.tool, makes: page.makes, cells: cellsOf(page, cells.get(page)) })),
    notes,
  }
}

function builtPages({ site, redoc }: Built): readonly ReaderPage[] {
  const page = (tool: string, makes: string, folder: string, path: string): ReaderPage => {
    const isBuilt = existsSync(join(folder, path.replace(/#.*/, '')))
    return { tool, makes, folder, path, ...(isBuilt ? {} : { missing: 'skipped: it was not built' }) }
  }
  return [
    page('ours', 'a page of its own, with style, script and icon', site, 'operations/createGateway.html'),
    page('redocly build-docs', 'one page; without a script, its overview', redoc, 'index.html#operation/createGateway'),
  ]
}

function cellsOf({ missing = '' }: ReaderPage, read: readonly Cell[] | string = missing): readonly Cell[] {
  return typeof read === 'object' ? read : measures.map((_, index) => (index === 0 ? read : ''))
}
