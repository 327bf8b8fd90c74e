import { median } from '../statistics.ts'
import type { Table } from '../table.ts'
import { type Comparison, compared, isOurs } from './comparison.ts'
import { markdownTable } from './markdown.ts'
import { digits, quantity } from './numbers.ts'

/** What README shows: a measure of a table, and what it is called there. */
const shown: readonly (readonly [table: string, measure: number, title: string])[] = [
  ['regenerate', 0, 'all of our document, ours with a compile cache; others make less'],
  ['github', 0, 'all of GitHub’s document; others make less'],
  ['validate', 0, 'a verdict on a valid gateway'],
  ['validate', 1, 'a verdict on an invalid one'],
  ['validate-load', 1, 'validators in a bundle'],
  ['call', 0, 'a call, over a bare `fetch`'],
  ['bundle', 0, 'one call in a bundle, loaded at once'],
  ['bundle', 2, 'the same in one file'],
  ['contract', 0, 'a contract run; others send fewer cases'],
  ['contract-faults', 0, 'found of ten faults, which ours has to find'],
  ['mock-valid', 0, 'creates that a mock validates'],
  ['docs-github', 0, 'the reference of GitHub’s document'],
  ['docs-page', 0, 'a reader’s page of createGateway'],
]

/** So many peers have room; of those that do not win, some are told in any case. */
const [mostPeers, leastOthers] = [6, 2]
const head = ['in one run', 'ours', 'others, as multiples of ours; **bold** where they win']

/** One line for each question: ours, and what the peers come to; all that win, then those that come next. */
export function headlines(tables: readonly Table[]): string {
  const lines = shown.flatMap(([name, index, title]) => {
    const table = tables.find((one) => one.name === name)
    const measure = table?.measures[index]
    const [own, ...others] = table?.entries ?? []
    const cell = own?.cells[index]
    if (!measure || !cell || typeof cell === 'string') return []
    const all = others.flatMap((entry) => {
      const comparison = isOurs(entry) ? undefined : compared(own, entry, table.measures, index)
      return comparison === undefined ? [] : [peer(entry.tool, comparison, measure.better)]
    })
    const peers = withVariants(all).sort((a, b) => a.rank - b.rank)
    const winners = peers.filter(({ wins }) => wins).length
    const told = peers.slice(0, Math.max(mostPeers, winners + leastOthers)).map(({ text }) => text)
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

/** What is told of a tool. */
interface Peer {
  readonly name: string
  /** The less, the better. */
  readonly rank: number
  readonly wins: boolean
  readonly text: string
}

function peer(tool: string, { times, wins }: Comparison, better: 'less' | 'more'): Peer {
  const name = tool.replace(/ v?\d+\.\d+\.\d+.*$/, '')
  const text = `${name} ${digits(times, '×')}`
  return { name, rank: better === 'less' ? times : 1 / times, wins, text: wins ? `**${text}**` : text }
}

/** Each tool with its variants beside it, which have its name and more: `Prism`, and `Prism, silent`. */
function withVariants(peers: readonly Peer[]): Peer[] {
  const isOf = (peer: Peer, base: Peer) => peer.name.startsWith(`${base.name}, `)
  const bases = peers.filter((peer) => !peers.some((base) => isOf(peer, base)))
  return bases.map((base) => {
    const variants = peers.filter((peer) => isOf(peer, base))
    const told = variants.map(({ text }) => text.replace(`${base.name}, `, ''))
    return {
      name: base.name,
      rank: Math.min(base.rank, ...variants.map(({ rank }) => rank)),
      wins: base.wins || variants.some(({ wins }) => wins),
      text: told.length === 0 ? base.text : `${base.text} (${told.join(', ')})`,
    }
  })
}
