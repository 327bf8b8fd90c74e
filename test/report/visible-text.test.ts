import { expect, test } from 'vitest'
import { cutText, oneLine, visibleText } from '../../src/report/visible-text.ts'

test.each([
  ['a control character', 'a\u0000b\u001b[31m', 'a\\u0000b\\u001b[31m'],
  ['a carriage return', 'a\r\nb', 'a\\u000d\nb'],
  ['a lone surrogate', 'a\ud800b\udc00', 'a\\ud800b\\udc00'],
  ['what turns the direction of text', 'a\u202eb\u2066', 'a\\u202eb\\u2066'],
  ['what is no character', 'a\uffffb\u{1fffe}', 'a\\uffffb\\ud83f\\udffe'],
])('%s is written out', (_, text, seen) => {
  expect(visibleText(text)).toBe(seen)
})

test('tabs, line feeds and characters beyond the first plane stay', () => {
  expect(visibleText('a\tb\n😀 é 漢')).toBe('a\tb\n😀 é 漢')
})

test('a text becomes one line', () => {
  expect(oneLine(' a\r\n\t b\u2028c ')).toBe('a b c')
})

test('a text is cut between characters, and says how much is missing', () => {
  expect(cutText('abc', 3)).toBe('abc')
  expect(cutText('abcd', 3)).toBe('abc … (1 more characters)')
  expect(cutText('ab😀', 3)).toBe('ab … (2 more characters)')
  expect(cutText('😀abc', 3)).toBe('😀a … (2 more characters)')
})
