import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parsedJson } from '../../src/document/parsed-json.ts'
import { root } from '../workspace.ts'

test.each([
  ['an object', '{"a": [1, {"b": null}], "c\\"d": {"e": "f\\": "}}'],
  ['names that objects inherit', '{"__proto__": {"constructor": 1}, "toString": []}'],
  ['white space around all', '\n { "a" \t: "\\\\" , "b" :\n{} } \n'],
  ['our document', readFileSync(join(root, 'generated/openapi.json'), 'utf8')],
])('%s is what a YAML parser makes of it', (_, text) => {
  expect(JSON.stringify(parsedJson({ body: text }))).toBe(JSON.stringify(parse(text)))
})

test.each([
  ['YAML', 'a: 1'],
  ['YAML in braces', '{a: 1}'],
  ['what breaks off', '{"a": 1'],
  ['a text alone', '"a"'],
  ['a name twice', '{"a": 1, "b": {}, "a": 2}'],
  ['a name twice, written in two ways', '{"a": {"b": 1, "\\u0062": 2}}'],
])('%s is left to the YAML parser', (_, text) => {
  expect(parsedJson({ body: text })).toBeUndefined()
})
