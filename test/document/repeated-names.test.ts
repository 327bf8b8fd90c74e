import { expect, test } from 'vitest'
import { repeatedNames } from '../../src/document/repeated-names.ts'

const rows: [what: string, text: string, pointers: string[]][] = [
  ['no object', '[1,"a","a",null]', []],
  ['a text alone', '"{\\"a\\":1,\\"a\\":1}"', []],
  ['each name once', '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', []],
  ['a value like a name', '{"a":"b","b":"a"}', []],
  ['texts full of signs', '{"a":"},{\\"a\\":[","b":"\\\\"}', []],
  ['a name of an inherited member', '{"constructor":1,"__proto__":2}', []],
  ['the same name behind an object and a list', '{"a":{"x":1},"b":[1,2],"a":3}', ['#/a']],
  ['a name three times', '{"a":1,"a":2,"a":3}', ['#/a', '#/a']],
  ['an inherited name twice', '{"__proto__":1,"__proto__":2}', ['#/__proto__']],
  ['an empty name twice', '{"":1,"":2}', ['#/']],
  ['a name with signs that a pointer escapes', '{"a/~":1,"a/~":2}', ['#/a~1~0']],
  ['a name that is once escaped', String.raw`{"\u0061":1,"a":2}`, ['#/a']],
  ['names with a quotation mark', String.raw`{"\"":1,"\"":2}`, ['#/"']],
  ['objects in lists in lists', '[[{}],[1,{"a":1,"a":2}]]', ['#/1/1/a']],
  ['two objects of one list', '[{"a":1,"a":1},{"b":1,"b":1}]', ['#/0/a', '#/1/b']],
  ['line breaks and spaces', '{ "a" : 1 ,\n\t"a" : [ ] }', ['#/a']],
  ['both levels', '{"a":{"b":1,"b":2},"a":1}', ['#/a/b', '#/a']],
]

test.each(rows)('%s', (_, text, pointers) => {
  expect(repeatedNames(text)).toEqual(pointers)
})

test('a text of many megabytes is no trouble', () => {
  expect(repeatedNames(`{"a":"${'x\\n'.repeat(3_000_000)}","a":1}`)).toEqual(['#/a'])
})
