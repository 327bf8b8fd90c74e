import { getLineColLocation, Source } from '@redocly/openapi-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointerOf } from '../../src/document/json.ts'
import { jsonOffset } from '../../src/document/json-offset.ts'

const document = `
{
  "a\\"b": { "x": [1, "]}\\\\", { "deep": null }], "": true },
  "a/b~c":
    -1.5e3, "list":
    [
      [],
      {},
      "last"
    ]
}`

test('a path leads to the value, or to its name, and as far as there is one', () => {
  const at = (path: string[], ofName = false) => document.slice(jsonOffset(document, path, ofName)).slice(0, 8)
  expect(at([])).toBe('{\n  "a\\"')
  expect(at(['a"b', 'x', '1'])).toBe('"]}\\\\", ')
  expect(at(['a"b', 'x', '2', 'deep'])).toBe('null }],')
  expect(at(['a"b', 'x', '2', 'deep'], true)).toBe('"deep": ')
  expect(at(['a"b', ''])).toBe('true },\n')
  expect(at(['a/b~c'])).toBe('-1.5e3, ')
  expect(at(['a/b~c'], true)).toBe('"a/b~c":')
  expect(at(['list', '2'], true)).toBe('"last"\n ')
  expect(at(['list', '3', 'more'], true)).toBe('"list":\n')
  expect(at(['nothing'])).toBe('{\n  "a\\"')
})

test('the line is the one that Redocly reads off a syntax tree, for names and values, present or not', () => {
  // Redocly takes an empty name at the end of a pointer for the root, and decodes percent signs.
  const name = fc.string({ minLength: 1, maxLength: 4 }).map((text) => text.replaceAll('%', '~'))
  const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null))
  const { object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
    object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  }))
  const way = fc.array(fc.nat(5), { maxLength: 4 })
  let missing = 0
  fc.assert(
    fc.property(object, way, fc.constantFrom(0, 1, 2, '\n'), fc.boolean(), (value, choices, indent, ofName) => {
      const body = JSON.stringify(value, null, indent)
      const tokens = pathIn(value, choices)
      if (tokens.includes('missing')) missing++
      const place = { source: new Source('document.json', body), pointer: pointerOf(tokens), reportOnKey: ofName }
      const line = body.slice(0, jsonOffset(body, tokens, ofName)).split('\n').length
      expect([body, tokens, line]).toEqual([body, tokens, getLineColLocation(place).start.line])
    }),
    { seed: 7, numRuns: 2000 },
  )
  expect(missing).toBeGreaterThan(100)
})

/** A path into a value: each number chooses a member; what there is not is called `missing`. */
function pathIn(value: unknown, [choice, ...rest]: readonly number[]): string[] {
  if (choice === undefined || typeof value !== 'object' || value === null) return []
  const name = Object.keys(value)[choice] ?? 'missing'
  return [name, ...pathIn(Reflect.get(value, name), rest)]
}
