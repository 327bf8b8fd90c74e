import { expect, test } from 'vitest'
import { entryLines } from '../../src/traffic/entry-lines.ts'

test('the lines of entries are found whatever their texts hold', () => {
  const text = [
    '{ "entries": [{}], "log": {',
    '  "creator": { "entries": [{}] }, "pages": [{ "entries": [{}] }],',
    String.raw`  "comment": "\"log\": {\"entries\": [{", "backslash": "\\",`,
    '  "entries": [{ "request": [{}], "url": "]}" },',
    '',
    '    { "a": { "b": [[{}]] } }, {',
    '  }]',
    '}}',
  ].join('\n')
  expect(JSON.parse(text).log.entries).toHaveLength(3)
  expect(entryLines(text)).toEqual([4, 6, 6])
})
