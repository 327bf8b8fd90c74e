import { appendFileSync, cpSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serveDocs } from '../../../src/docs/serve-docs.ts'
import { ours } from '../../../src/generate/options.ts'
import { githubDocument, withoutGithub } from '../documents.ts'
import { ownScript } from '../own-script.ts'
import { processMeasures, type Tool, toolEntries } from '../processes.ts'
import type { Bench, Row } from '../row.ts'
import { median } from '../statistics.ts'
import type { Cell, Entry, Table } from '../table.ts'

/** How long the site takes beside the page of Redoc, what its pages weigh, and how long over a thousand pages take. */
export const docs: Row = {
  name: 'docs',
  answer: async (bench) => [...(await small(bench)), await github(bench)],
}

async function small({ folder, runs }: Bench): Promise<readonly Table[]> {
  const [site, page] = [join(folder, 'site'), join(folder, 'redoc.html')]
  const entries = await toolEntries([building(ours.spec, site), redoc(ours.spec, page)], runs)
  const saves = await rebuilds(folder, runs)
  const files = ['operations/createGateway.html', 'site.css', 'site.js', 'icon.svg'].map((name) => join(site, name))
  const measured = typeof saves.cells[0] === 'object' ? Math.max(...saves.cells[0]) : Number.NaN
  return [
    {
      name: 'docs',
      title: 'Docs: our document',
      measures: processMeasures,
      entries: [...entries, saves],
      targets: [{ what: 'from a save to the page, at worst', limit: 1, measured, better: 'less', unit: 's' }],
    },
    {
      name: 'docs-page',
      title: 'Docs: what a reader of createGateway loads',
      measures: [
        { label: 'gzip -9', unit: 'KiB', better: 'less' },
        { label: 'raw', unit: 'KiB', better: 'less' },
      ],
      entries: [
        weight('ours', 'a page of its own, with style, script and icon', files),
        weight('Redoc', 'one page', [page]),
      ],
    },
  ]
}

function building(spec: string, out: string): Tool {
  const command = [process.execPath, ...ownScript('docs', '--no-redoc', '--spec', spec, '--out', out)]
  return { name: 'ours', makes: 'a page for each operation, Markdown, search, changelog', command, cwd: dirname(out) }
}

/** The page that Redoc makes, with all that it needs inside. */
function redoc(spec: string, page: string): Tool {
  const cli = join(ours.root, 'node_modules/@redocly/cli/bin/cli.js')
  const command = [process.execPath, cli, 'build-docs', spec, '--inlineBundle', '--output', page]
  return { name: 'redocly build-docs', makes: 'one page that needs a script', command, cwd: dirname(page) }
}

async function rebuilds(folder: string, runs: number): Promise<Entry> {
  const place = join(folder, 'served')
  cpSync(dirname(ours.spec), place, { recursive: true })
  const spec = join(place, basename(ours.spec))
  let built = Promise.withResolvers<void>()
  const log = () => built.resolve()
  const target = 'http://127.0.0.1:9'
  const server = await serveDocs({ spec, out: join(folder, 'site'), port: 0, target, hasRedoc: false, log })
  const times: number[] = []
  for (let run = -1; run < runs; run++) {
    built = Promise.withResolvers()
    const before = performance.now()
    appendFileSync(spec, '#\n')
    await built.promise
    if (run >= 0) times.push((performance.now() - before) / 1000)
  }
  await server.stop()
  return { tool: 'ours, --serve', makes: 'from a save to the page', cells: [times, '', ''] }
}

async function github({ folder, cache }: Bench): Promise<Table> {
  const head = { name: 'docs-github', title: 'Docs: GitHub’s REST document, one run', measures: processMeasures }
  const spec = githubDocument(cache)
  if (!spec) return { ...head, entries: [], notes: [withoutGithub] }
  const tools = [building(spec, join(folder, 'github-site')), redoc(spec, join(folder, 'github-redoc.html'))]
  const entries = await toolEntries(tools, 1)
  const measured = seconds(entries[0]?.cells[0])
  return { ...head, entries, targets: [{ what: 'the site', limit: 60, measured, better: 'less', unit: 's' }] }
}

function seconds(cell: Cell | undefined): number {
  return typeof cell === 'object' ? median(cell) : Number.NaN
}

function weight(tool: string, makes: string, files: readonly string[]): Entry {
  const contents = files.map((file) => readFileSync(file))
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0) / 1024
  const packed = contents.map((content) => gzipSync(content, { level: 9 }).length)
  return { tool, makes, cells: [[sum(packed)], [sum(contents.map(({ length }) => length))]] }
}
