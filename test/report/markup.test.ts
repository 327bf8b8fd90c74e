import { expect, test } from 'vitest'
import { markup } from '../../src/report/markup.ts'

test('what is put into markup is text, in an element and in an attribute', () => {
  const { markup: text } = markup`<p title="${`"'`}">${'<b>&\u0000'}</p>`
  expect(text).toBe(`<p title="&quot;'">&lt;b&gt;&amp;\\u0000</p>`)
})

test('numbers, markup and lists of markup stand as they are', () => {
  expect(markup`<ul>${[1, 2].map((one) => markup`<li>${one}</li>`)}</ul>${markup`<hr>`}`.markup).toBe(
    '<ul><li>1</li><li>2</li></ul><hr>',
  )
})
