import type { Measured, Table } from '../table.ts'
import { columns } from './columns.ts'
import { verdict } from './numbers.ts'

/** All tables with their charts. */
export function markdown({ machine, tables }: Measured): string {
  const intro = [
    '# This project beside its peers',
    [
      `Node ${machine.node} on ${machine.platform}, ${machine.cpus}. Each figure is the median of several runs after a warm-up,`,
      'in which the tools take turns; in brackets the least and the most. A run is a whole process, where a table does not say',
      'otherwise. “× ours” is the median of the ratios, round by round; **bold** is what a peer does better than ours; the last',
      'column says what it makes. `npm run bench` repeats it.',
    ].join('\n'),
  ].join('\n\n')
  return `${intro}\n\n${tables.map(section).join('\n')}`
}

function section(table: Table): string {
  const { head, lines } = columns(table, (text) => `**${text}**`)
  const told = [...(table.targets ?? []).map(verdict), ...(table.notes ?? [])]
  return [
    `## ${table.title}\n`,
    `![${table.title}: ${table.measures[0]?.label}](${table.name}.svg)\n`,
    markdownTable([head, ...lines]),
    ...told.map((line) => `- ${line}`),
    '',
  ].join('\n')
}

/** Lines of cells, the first of which is the head. */
export function markdownTable([head = [], ...lines]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return `${line(head)}${line(head.map(() => '---'))}${lines.map(line).join('')}`
}
