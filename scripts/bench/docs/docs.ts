import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serveDocs } from '../../src/docs/serve-docs.ts'
import { ours } from '../../src/generate/options.ts'
import { githubDocument } from './documents.ts'
import { type Contender, interleaved, median, ratio, summary } from './measure.ts'
import type { Row } from './row.ts'

/** The most that GitHub's document may take, in seconds. */
const githubBudget = 60

/** How long the site takes beside the page of Redoc alone, what its pages weigh, and how long over a thousand pages take. */
export const docs: Row = {
  name: 'docs',
  answer: async ({ runs, folder, cache }) => {
    const site = join(folder, 'site')
    const [own = [], peer = []] = await interleaved([building(ours.spec, site), redoc(folder)], runs)
    return [
      `our document, the site without redoc.html: ${summary(own)}`,
      `redocly build-docs, its one page: ${summary(peer)}`,
      `ratio, pair by pair: ${ratio(own, peer)}`,
      `overview: ${weight(site, 'index.html')}; createGateway: ${weight(site, 'operations/createGateway.html')}`,
      `Redoc’s page: ${sizes([readFileSync(join(folder, 'redoc', 'index.html'))])}`,
      await rebuilds(folder, runs),
      ...(await github(folder, cache)),
    ]
  },
}

/** The most that a served page may take from a save to its new text, in seconds. */
const rebuildBudget = 1

async function rebuilds(folder: string, runs: number): Promise<string> {
  const place = join(folder, 'served')
  cpSync(dirname(ours.spec), place, { recursive: true })
  const spec = join(place, basename(ours.spec))
  let built = Promise.withResolvers<void>()
  const log = () => built.resolve()
  const target = 'http://127.0.0.1:9'
  const server = await serveDocs({ spec, out: join(folder, 'site'), port: 0, target, hasRedoc: false, log })
  const times: number[] = []
  // One more, to warm up.
  for (let run = 0; run <= runs; run++) {
    built = Promise.withResolvers()
    const before = performance.now()
    appendFileSync(spec, '#\n')
    await built.promise
    times.push((performance.now() - before) / 1000)
  }
  await server.stop()
  const [, ...counted] = times
  const isKept = Math.max(...counted) < rebuildBudget
  return `served, from a save to the page: ${median(counted).toFixed(2)} s, budget ${rebuildBudget} s: ${isKept ? 'kept' : 'exceeded'}`
}

async function github(folder: string, cache: string): Promise<string[]> {
  const spec = githubDocument(cache)
  if (!spec) return ['GitHub’s REST document: skipped, @octokit/openapi could not be fetched from the registry']
  const out = join(folder, 'github-site')
  // A warm-up would double a minute's work.
  const [runs = []] = await interleaved([building(spec, out)], 1)
  const pages = readdirSync(join(out, 'operations')).filter((name) => name.endsWith('.html')).length
  const isKept = runs.every(({ seconds }) => seconds < githubBudget)
  return [
    `GitHub’s REST document, ${pages} pages: ${summary(runs)}, budget ${githubBudget} s: ${isKept ? 'kept' : 'exceeded'}`,
  ]
}

function building(spec: string, out: string): Contender {
  const command = [process.execPath, join(ours.root, 'scripts/docs.ts'), '--no-redoc', '--spec', spec, '--out', out]
  return { name: 'docs', command, cwd: dirname(out) }
}

/** The page that Redoc makes, with all that it needs inside. */
function redoc(folder: string): Contender {
  const place = join(folder, 'redoc')
  mkdirSync(place, { recursive: true })
  const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')
  const command = [
    process.execPath,
    cli,
    'build-docs',
    ours.spec,
    '--inlineBundle',
    '--output',
    join(place, 'index.html'),
  ]
  return { name: 'redocly build-docs', command, cwd: place, env: { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } }
}

/** What a reader's browser fetches for a page. */
function weight(site: string, page: string): string {
  return sizes([page, 'site.css', 'site.js', 'icon.svg'].map((name) => readFileSync(join(site, name))))
}

function sizes(files: readonly Buffer[]): string {
  const whole = files.reduce((sum, file) => sum + file.length, 0)
  const packed = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)
  return `${kilobytes(whole)}, ${kilobytes(packed)} in gzip`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
