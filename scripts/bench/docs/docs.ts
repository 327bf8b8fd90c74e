import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { githubDocument, withoutGithub } from '../documents.ts'
import { ownCache, processMeasures, toolEntries } from '../processes.ts'
import type { Bench, Row } from '../row.ts'
import type { Entry, Table } from '../table.ts'
import { type Built, redoc, site } from './builders.ts'
import { pages } from './pages.ts'
import { rebuilds } from './rebuilds.ts'
import { scriptTools, versioned } from './script-pages.ts'

/** How long builds take, what a reader of createGateway gets, and how long over a thousand pages take. */
export const docs: Row = {
  name: 'docs',
  packages: ['@redocly/cli'],
  answer: async (bench) => {
    const built = { site: join(bench.folder, 'site'), redoc: join(bench.folder, 'redoc') }
    return [await builds(bench, built), await serving(bench), await pages(bench, built), await github(bench)]
  },
}

async function builds({ runs }: Bench, built: Built): Promise<Table> {
  const entries = await toolEntries([site(ours.spec, built.site), redoc(ours.spec, built.redoc)], runs)
  const withoutBuild = scriptTools.map((tool): Entry => {
    return {
      tool: versioned(tool),
      makes: 'a script that reads the document in the browser',
      cells: ['no build', '', ''],
    }
  })
  const all = [...entries, ...withoutBuild]
  const notes = [ownCache]
  return { name: 'docs', title: 'Docs: our document', measures: processMeasures, entries: all, notes }
}

async function serving({ folder, runs }: Bench): Promise<Table> {
  const saves = await rebuilds(folder, runs)
  return {
    name: 'docs-serve',
    title: 'Docs: from a save to the page, with --serve',
    isOneTool: true,
    measures: [{ label: 'time', unit: 's', better: 'less' }],
    notes: ['Saves in one process, after one that does not count.'],
    entries: [{ tool: 'ours', makes: 'the page that a reader has open is loaded anew', cells: [saves] }],
    targets: [{ what: 'at worst', limit: 1, measured: Math.max(...saves), better: 'less', unit: 's' }],
  }
}

async function github({ folder, cache, runs }: Bench): Promise<Table> {
  const head = { name: 'docs-github', title: 'Docs: GitHub’s REST document', measures: processMeasures }
  const spec = githubDocument(cache)
  if (!spec) return { ...head, entries: [], notes: [withoutGithub] }
  const tools = [site(spec, join(folder, 'github-site')), redoc(spec, join(folder, 'github-redoc'))]
  const entries = await toolEntries(tools, runs)
  const cell = entries[0]?.cells[0]
  const measured = typeof cell === 'object' ? Math.max(...cell) : Number.NaN
  return { ...head, entries, targets: [{ what: 'the site', limit: 60, measured, better: 'less', unit: 's' }] }
}
