import { type Markup, markup } from './markup.ts'

type Cell = string | number | Markup

/** The first cell names its row. */
type Row = readonly [name: Cell, ...cells: Cell[]]

export interface HtmlTable {
  /** Unique in the page. */
  readonly id: string
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** A table that scrolls by itself where it is too wide, also by keyboard. */
export function htmlTable({ id, caption, columns, rows }: HtmlTable): Markup {
  if (rows.length === 0) return markup`<p>${caption}: none.</p>\n`
  return markup`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(rowHtml)}</tbody>
</table>
</div>
`
}

function rowHtml([name, ...cells]: Row): Markup {
  return markup`<tr><th scope="row">${name}</th>${cells.map(cellHtml)}</tr>\n`
}

function cellHtml(cell: Cell): Markup {
  return typeof cell === 'number' ? markup`<td class="number">${cell}</td>` : markup`<td>${cell}</td>`
}
