import type { Table } from '../table.ts'
import { columns } from './columns.ts'
import { verdict } from './numbers.ts'

/** A table for a terminal. */
export function tableText(table: Table): string {
  const { head, lines } = columns(table)
  const rows = [head, ...lines].map((cells) => cells.slice(0, -1))
  const widths = head.slice(0, -1).map((_, index) => Math.max(...rows.map((cells) => (cells[index] ?? '').length)))
  const aligned = rows.map((cells) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
  )
  const told = [...(table.targets ?? []).map(verdict), ...(table.notes ?? [])].map((line) => `  ${line}`)
  return `${[table.title, ...aligned, ...told].join('\n')}\n`
}
