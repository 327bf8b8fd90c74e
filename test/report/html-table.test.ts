import { expect, test } from 'vitest'
import { htmlTable } from '../../src/report/html-table.ts'
import { markup } from '../../src/report/markup.ts'

const table = { id: 'pets', caption: 'The pets & their ages', columns: ['Name', 'State', 'Age'] }

test('a table names itself, its columns and its rows, scrolls by keyboard and sets numbers apart', () => {
  const rows = [
    ['Rex', markup`<b>old</b>`, 12],
    ['<Tom>', 'young', 1],
  ] as const
  expect(htmlTable({ ...table, rows }).markup).toBe(
    `<div class="scroll" role="region" aria-labelledby="pets" tabindex="0">
<table>
<caption id="pets">The pets &amp; their ages</caption>
<thead><tr><th scope="col">Name</th><th scope="col">State</th><th scope="col">Age</th></tr></thead>
<tbody>
<tr><th scope="row">Rex</th><td><b>old</b></td><td class="number">12</td></tr>
<tr><th scope="row">&lt;Tom&gt;</th><td>young</td><td class="number">1</td></tr>
</tbody>
</table>
</div>
`,
  )
})

test('a table without rows is a sentence', () => {
  expect(htmlTable({ ...table, rows: [] }).markup).toBe('<p>The pets &amp; their ages: none.</p>\n')
})
