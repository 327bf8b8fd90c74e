import { median, ratios } from '../statistics.ts'
import type { Cell, Entry, Table } from '../table.ts'
import { markdownTable } from './markdown.ts'
import { digits, quantity } from './numbers.ts'

/** The tables of which README shows the first measure, as it calls them. */
const shown: ReadonlyMap<string, string> = new Map([
  ['regenerate', 'all of our document; others make a part'],
  ['github', 'all of GitHub’s, 1,223 operations; likewise'],
  ['validate', 'a verdict on a valid gateway'],
  ['call', 'a call, over a bare `fetch`'],
  ['bundle', 'one call in a bundle'],
  ['contract', 'a contract run, all cases'],
  ['contract-faults', 'found of ten planted faults'],
  ['mock-valid', 'creates that a mock validates'],
  ['docs-page', 'a reader’s page of createGateway'],
])

const mostPeers = 5
const head = ['in one run', 'ours', 'others, as multiples of ours; **bold** where they win']

/** One line for each question: ours, and what the peers come to; all that win, then those that come next. */
export function headlines(tables: readonly Table[]): string {
  const lines = [...shown].flatMap(([name, title]) => {
    const table = tables.find((one) => one.name === name)
    const [measure] = table?.measures ?? []
    const [own, ...others] = table?.entries ?? []
    const [cell] = own?.cells ?? []
    if (!measure || !cell || typeof cell === 'string') return []
    const peers = others.flatMap((entry) => peer(entry, cell, measure.better)).sort((a, b) => a.times - b.times)
    const winners = peers.filter(({ wins }) => wins).length
    const told = peers.slice(0, Math.max(mostPeers, winners)).map(({ text }) => text)
    return [[title, quantity(median(cell), measure.unit), told.join(', ')]]
  })
  return markdownTable([head, ...lines])
}

/** The README with the table of these measurements in the place of the one that it has. */
export function withHeadlines(readme: string, tables: readonly Table[]): string {
  const place = new RegExp(`^\\| ${head[0]} .*\\n(?:\\|.*\\n)+`, 'm')
  if (!place.test(readme)) throw new Error(`README has no table that begins with “${head[0]}”.`)
  return readme.replace(place, () => headlines(tables))
}

function peer({ tool, cells: [cell = ''] }: Entry, own: Exclude<Cell, string>, better: 'less' | 'more') {
  if (typeof cell === 'string' || /\bours\b|^inference-gateways\b/.test(tool)) return []
  const times = median(ratios(cell, own))
  const wins = better === 'less' ? times < 1 : times > 1
  const name = tool.replace(/ v?\d+\.\d+\.\d+.*$/, '')
  const text = `${name} ${digits(times, '×')}`
  return [{ times: better === 'less' ? times : 1 / times, wins, text: wins ? `**${text}**` : text }]
}
