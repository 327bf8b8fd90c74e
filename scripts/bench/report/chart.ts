import { median } from '../statistics.ts'
import type { Table } from '../table.ts'
import { quantity } from './numbers.ts'

const width = 720
const lineHeight = 24
const labelWidth = 250
const valueWidth = 90

/** The first measure as bars, ours in another colour; as plain SVG that needs no script and reads in both colour schemes. */
export function chart({ title, measures, entries }: Table): string {
  const [measure] = measures
  const bars = entries.flatMap(({ tool, cells: [cell] }, index) =>
    cell === undefined || typeof cell === 'string' ? [] : [{ tool, value: median(cell), isOurs: index === 0 }],
  )
  const longest = Math.max(...bars.map(({ value }) => value))
  const height = (bars.length + 1) * lineHeight + 8
  const lines = bars.map(({ tool, value, isOurs }, index) => {
    const y = (index + 1) * lineHeight
    const length = Math.max(1, Math.round(((width - labelWidth - valueWidth) * Math.max(0, value)) / longest))
    return [
      `<text x="${labelWidth - 8}" y="${y + 16}" text-anchor="end">${escaped(tool)}</text>`,
      `<rect x="${labelWidth}" y="${y + 3}" width="${length}" height="${lineHeight - 6}"${isOurs ? ' class="ours"' : ''}/>`,
      `<text x="${labelWidth + length + 6}" y="${y + 16}">${escaped(quantity(value, measure?.unit ?? ''))}</text>`,
    ].join('\n')
  })
  const better = measure?.better === 'more' ? 'more is better' : 'less is better'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(`${title}: ${measure?.label}, ${better}`)}</title>
<style>text{font:13px system-ui,sans-serif;fill:#333}rect{fill:#9aa5b1}.ours{fill:#1f6feb}@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#6b7682}}</style>
<text x="8" y="16">${escaped(`${measure?.label}, ${better}`)}</text>
${lines.join('\n')}
</svg>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
