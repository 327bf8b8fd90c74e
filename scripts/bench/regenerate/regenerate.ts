import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { githubDocument, withoutGithub } from '../documents.ts'
import { processMeasures, toolEntries } from '../processes.ts'
import { quantity } from '../report/numbers.ts'
import type { Bench, Row } from '../row.ts'
import { median, ratios } from '../statistics.ts'
import { type Entry, samples, type Table, type Target } from '../table.ts'
import { compiling } from './compiling.ts'
import { generators } from './generators.ts'
import { importing } from './importing.ts'
import { generating, generatingAgain } from './own.ts'
import { saves } from './saves.ts'

/** What both rows measure beside ours. */
const measured = { peers: 'regenerate', packages: ['openapi-typescript', '@redocly/cli'] }

/** How long it takes to make everything, to see that nothing has changed, and to follow a save. */
export const regenerate: Row = {
  name: 'regenerate',
  ...measured,
  answer: async (bench) => [await small(bench), await unchanged(bench)],
}

/** The same for a document of over 1,000 operations, and what its files cost those who use them. */
export const github: Row = { name: 'github', ...measured, answer: large }

async function small({ folder, runs, modules }: Bench): Promise<Table> {
  const own = generating(ours.spec, join(folder, 'ours'))
  const uncached = { ...own, name: 'ours, compile cache off', env: { NODE_DISABLE_COMPILE_CACHE: '1' } }
  const tools = generators(modules, { spec: ours.spec, folder: join(folder, 'gateways') })
  const cached = tools.map((tool) => ({
    ...tool,
    name: `${tool.name}, cached`,
    env: { NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  }))
  const first = [own, ...tools, uncached]
  const all = await toolEntries([...first, ...cached], runs)
  // What fails is said once.
  const entries = all.filter(({ cells: [time] }, index) => index < first.length || typeof time === 'object')
  return {
    name: 'regenerate',
    title: 'Regenerate: our document, all that each tool can make of it',
    measures: processMeasures,
    entries,
    targets: [timesTypesAlone(entries)],
    notes: [cacheNote(entries)],
  }
}

/** What the cache is worth: the ratio of the target among equals. */
function cacheNote(entries: readonly Entry[]): string {
  const like = (own: string, types: string) => quantity(median(ratios(times(entries, own), times(entries, types))), '×')
  const [both, none] = [
    like('ours', 'openapi-typescript, cached'),
    like('ours, compile cache off', 'openapi-typescript'),
  ]
  return `Ours keeps the engine’s compile cache between runs, and has a larger young generation for its garbage. “Cached” are peers to whom NODE_COMPILE_CACHE gives a cache too: beside openapi-typescript ours is then ${both}, and ${none} where neither has one.`
}

function timesTypesAlone(entries: readonly Entry[]): Target {
  const measured = median(ratios(times(entries, 'ours'), times(entries, 'openapi-typescript')))
  return {
    what: 'time of everything, beside that of openapi-typescript',
    limit: 1.1,
    measured,
    better: 'less',
    unit: '×',
  }
}

async function unchanged({ folder, runs }: Bench): Promise<Table> {
  const out = join(folder, 'unchanged')
  await toolEntries([generatingAgain(ours.spec, out)], 0)
  const again = { ...generatingAgain(ours.spec, out), name: 'ours, nothing changed' }
  const check = {
    ...generatingAgain(ours.spec, out, '--check'),
    name: 'ours, --check',
    makes: 'a comparison with the manifest',
  }
  const full = {
    ...generatingAgain(ours.spec, out, '--check', '--full'),
    name: 'ours, --check --full',
    makes: 'everything, compared',
  }
  const entries = [...(await toolEntries([again, check, full], runs)), await saves(folder, runs)]
  const [first, , , save] = entries
  const target = (what: string, entry: Entry | undefined, limit: number): Target => {
    return { what, limit, measured: median(samples(entry?.cells[0])), better: 'less', unit: 's' }
  }
  return {
    name: 'regenerate-again',
    title: 'Regenerate: where little or nothing has changed',
    isOneTool: true,
    measures: processMeasures,
    entries,
    targets: [target('nothing changed', first, 0.2), target('from a save to the written files', save, 0.15)],
    notes: ['--watch: saves in one process, after some that do not count.'],
  }
}

async function large({ folder, cache, runs, modules }: Bench): Promise<readonly Table[]> {
  const title = 'Regenerate: GitHub’s REST document, over 1,000 operations'
  const head = { name: 'github', title, measures: processMeasures }
  const spec = githubDocument(cache)
  if (!spec) return [{ ...head, entries: [], notes: [withoutGithub] }]
  const out = join(folder, 'github-ours/generated')
  const tools = generators(modules, { spec, folder: join(folder, 'github') })
  const entries = await toolEntries([generating(spec, out), ...tools], runs)
  const zod = times(entries, 'openapi-zod-client')
  const both = times(entries, 'openapi-typescript').map((seconds, run) => seconds + (zod[run] ?? Number.NaN))
  const [import_, compiled] = [await importing(out, runs), await toolEntries([compiling(out)], runs)]
  const made: Table = {
    ...head,
    entries,
    targets: [
      target(
        'time, beside openapi-typescript and openapi-zod-client one after the other',
        1,
        median(ratios(times(entries, 'ours'), both)),
        '×',
      ),
      target('peak memory', 1024, Math.max(...samples(entries[0]?.cells[2])), 'MiB'),
    ],
  }
  const used: Table = {
    name: 'github-used',
    title: 'Regenerate: GitHub’s REST document, what is made of it in use',
    isOneTool: true,
    measures: processMeasures,
    entries: [import_, ...compiled],
    targets: [target('import of one operation’s validators', 0.1, median(samples(import_.cells[0])), 's')],
    notes: ['The import: in a process of its own, without the start of Node.'],
  }
  return [made, used]
}

function times(entries: readonly Entry[], name: string): readonly number[] {
  return samples(entries.find(({ tool }) => tool === name)?.cells[0])
}

function target(what: string, limit: number, measured: number, unit: Target['unit']): Target {
  return { what, limit, measured, better: 'less', unit }
}
