import { expect, test } from 'vitest'
import { canonical } from '../../src/document/canonical.ts'

test('members are sorted at every depth, lists keep their order', () => {
  const value = { b: [{ d: 1, c: 2 }, 'x', 'a'], a: null }
  expect(JSON.stringify(canonical(value))).toBe('{"a":null,"b":[{"c":2,"d":1},"x","a"]}')
})

test('what readers are shown keeps the order in which it was written', () => {
  const value = { value: { b: 1, a: 2 }, example: { b: 1, a: 2 }, examples: [{ b: 1, a: 2 }], default: { b: 1, a: 2 } }
  expect(JSON.stringify(canonical(value))).toBe(
    '{"default":{"b":1,"a":2},"example":{"b":1,"a":2},"examples":[{"b":1,"a":2}],"value":{"b":1,"a":2}}',
  )
})

test('a property that is called like a keyword is sorted like any other', () => {
  const value = { properties: { example: { type: 'object', properties: { b: {}, a: {} } } } }
  expect(JSON.stringify(canonical(value))).toBe(
    '{"properties":{"example":{"properties":{"a":{},"b":{}},"type":"object"}}}',
  )
})

test.each(['responses', 'headers', 'parameters', 'requestBodies', 'examples'])(
  'a member of %s that is called like a keyword is sorted like any other',
  (map) => {
    const value = { [map]: { default: { description: 'd', content: {} }, example: { b: 1, a: 2 } } }
    expect(JSON.stringify(canonical(value))).toBe(
      `{"${map}":{"default":{"content":{},"description":"d"},"example":{"a":2,"b":1}}}`,
    )
  },
)

test('a property that is called like a map of names is a schema like any other', () => {
  const value = { properties: { properties: { example: { b: 1, a: 2 }, properties: { default: { b: {}, a: {} } } } } }
  expect(JSON.stringify(canonical(value))).toBe(
    '{"properties":{"properties":{"example":{"b":1,"a":2},"properties":{"default":{"a":{},"b":{}}}}}}',
  )
})

test('a member called __proto__ stays a member', () => {
  const value = JSON.parse('{"__proto__": {"b": 1, "a": 2}}')
  expect(JSON.stringify(canonical(value))).toBe('{"__proto__":{"a":2,"b":1}}')
})
