import { expect, test } from 'vitest'
import { markdownFence, markdownText } from '../../src/report/markdown-text.ts'

test.each([
  ['a table cell', 'a | b', 'a \\| b'],
  ['code', 'a `b`', 'a \\`b\\`'],
  ['HTML', '<img src=x> &amp;', '&#60;img src=x&#62; &#38;amp;'],
  ['a link', '[a](http://b) https://c', '\\[a\\](http&#58;//b) https&#58;//c'],
  ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['a heading', '# a', '\\# a'],
  ['an empty heading', '#', '\\#'],
  ['a list', '- a', '\\- a'],
  ['a ruler', '---', '\\---'],
  ['a reference', 'see #12', 'see \\#12'],
  ['a numbered list', '1. a', '1\\. a'],
  ['a numbered list of many', '12) a', '12\\) a'],
  ['an empty numbered list', '1.', '1\\.'],
  ['a mention or a formula', '@a $b$', '&#64;a &#36;b&#36;'],
  ['an escape', 'a \\| b', 'a \\\\\\| b'],
  ['a paragraph', 'a\n\n    b', 'a b'],
])('text starts no %s', (_, text, expected) => {
  expect(markdownText(text)).toBe(expected)
})

test.each(["The body's name: must be 3-63 characters (2 sent).", '3.2 s', '#/name', '5-3'])('%s stays', (text) => {
  expect(markdownText(text)).toBe(text)
})

test.each([
  ['plain', '```\nplain\n```'],
  ['a\n```\nb', '````\na\n```\nb\n````'],
  ['`````', '``````\n`````\n``````'],
])('the fence around %j is longer than any inside', (text, expected) => {
  expect(markdownFence(text)).toBe(expected)
})
