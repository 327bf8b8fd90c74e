import { describe, expect, test } from 'vitest'
import { differences } from '../../../src/contract/resource/differences.ts'
import type { JsonSchema } from '../../../src/document/model.ts'
import { model } from '../our-model.ts'

const text = { type: 'string' }
const list = { type: 'array', items: text }

/** One member, by its schema: what was sent and what came back are the same. */
const same: [what: string, schema: JsonSchema, sent: unknown, got: unknown][] = [
  ['an equal text', text, 'a', 'a'],
  ['a false that is left out', { type: 'boolean' }, false, undefined],
  ['a zero that is left out', { type: 'integer' }, 0, undefined],
  ['an empty text that is left out', text, '', undefined],
  ['an empty text as null', text, '', null],
  ['nothing as an object of empty values', {}, null, { a: '', b: [] }],
  ['an empty list that is left out', list, [], undefined],
  ['an object of empty values that is left out', { properties: { a: {}, b: {} } }, { a: '', b: { c: [] } }, undefined],
  ['an unspecified name that is left out', text, 'KIND_UNSPECIFIED', undefined],
  ['an unspecified name by its number', text, 'KIND_UNSPECIFIED', 0],
  ['a name by its number', text, 'KIND_A', 1],
  ['a number by its name', { type: 'integer' }, 1, 'KIND_A'],
  ['an identifier in upper case', { type: 'string', format: 'uuid' }, 'ab', 'AB'],
  ['a text whose case does not matter', { type: 'string', 'x-contract': { ignoreCase: true } }, 'ab', 'AB'],
  ['a moment in another zone', { format: 'date-time' }, '2026-01-01T00:00:00Z', '2026-01-01T02:00:00.000+02:00'],
  ['a URL in its other spelling', { format: 'uri' }, 'https://A.example', 'https://a.example/'],
  ['a list in another order', list, ['a', 'b'], ['b', 'a']],
  [
    'a list of objects',
    { items: { properties: { a: text } } },
    [{ a: '1' }, { a: '2' }],
    [{ a: '2', more: 1 }, { a: '1' }],
  ],
  [
    'a list of objects that are filled in alike',
    { items: { properties: { a: text, b: text } } },
    [{ a: '1' }, { b: '2' }],
    [{ a: '1', b: '2' }, { b: '2' }],
  ],
  ['a list with an item twice, which comes back once', list, ['a', 'a'], ['a']],
  ['a list with an item twice', list, ['a', 'b', 'a'], ['a', 'a', 'b']],
  [
    'a list with an item in two spellings, in more of them',
    { items: { 'x-contract': { ignoreCase: true } } },
    ['a', 'A'],
    ['a', 'A', 'a'],
  ],
  ['a list of lists', { items: list }, [['a', 'b'], []], [[], ['b', 'a']]],
  ['a list of texts whose case does not matter', { items: { 'x-contract': { ignoreCase: true } } }, ['a'], ['A']],
  ['a member that is not described', { properties: { a: text } }, { a: 'x', b: 'y' }, { a: 'x' }],
  ['a member that only requests have', { writeOnly: true }, 'key', undefined],
  ['an object with nothing else', { properties: { key: { writeOnly: true } } }, { key: 'a' }, undefined],
  ['a member that only answers have', { readOnly: true }, 'a', 'b'],
  ['a map', { additionalProperties: text }, { a: 'b' }, { a: 'b', more: 'c' }],
  ['a list that is added to', { ...list, 'x-contract': { onUpdate: 'merge' } }, ['a'], ['b', 'a']],
]

const different: [
  what: string,
  schema: JsonSchema,
  sent: unknown,
  got: unknown,
  difference: [string, string, string],
][] = [
  ['another text', text, 'a', 'b', ['#/member', '"a"', '"b"']],
  ['a text that is lost', text, 'a', undefined, ['#/member', '"a"', 'nothing']],
  ['a text that is emptied', text, 'a', '', ['#/member', '"a"', '""']],
  ['a text in upper case', text, 'a', 'A', ['#/member', '"a"', '"A"']],
  ['a false that became true', { type: 'boolean' }, false, true, ['#/member', 'false', 'true']],
  ['a true that is lost', { type: 'boolean' }, true, undefined, ['#/member', 'true', 'nothing']],
  ['nothing that became an object', {}, null, { a: '', b: 'c' }, ['#/member', 'null', '{"a":"","b":"c"}']],
  ['another number', { type: 'integer' }, 1, 2, ['#/member', '1', '2']],
  [
    'an unspecified name that became another',
    text,
    'KIND_UNSPECIFIED',
    'KIND_A',
    ['#/member', '"KIND_UNSPECIFIED"', '"KIND_A"'],
  ],
  [
    'another moment',
    { format: 'date-time' },
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:01Z',
    ['#/member', '"2026-01-01T00:00:00Z"', '"2026-01-01T00:00:01Z"'],
  ],
  [
    'a URL that became none',
    { format: 'uri' },
    'https://a.example',
    '//a',
    ['#/member', '"https://a.example"', '"//a"'],
  ],
  ['an item less', list, ['a', 'b'], ['a'], ['#/member', '["a","b"]', '["a"]']],
  ['an item more', list, ['a'], ['a', 'b'], ['#/member', '["a"]', '["a","b"]']],
  ['an item twice', list, ['a', 'b'], ['a', 'b', 'a'], ['#/member', '["a","b"]', '["a","b","a"]']],
  [
    'an item twice whose case does not matter',
    { items: { 'x-contract': { ignoreCase: true } } },
    ['a'],
    ['a', 'A'],
    ['#/member', '["a"]', '["a","A"]'],
  ],
  [
    'an object twice',
    { items: { properties: { a: text } } },
    [{ a: '1' }],
    [{ a: '1' }, { a: '1' }],
    ['#/member', '[{"a":"1"}]', '[{"a":"1"},{"a":"1"}]'],
  ],
  ['a list that is no list', list, ['a'], 'a', ['#/member', '["a"]', '"a"']],
  ['an object that is none', { properties: { a: text } }, { a: 'x' }, 'x', ['#/member', '{"a":"x"}', '"x"']],
  [
    'a list with another object',
    { items: { properties: { a: text } } },
    [{ a: '1' }],
    [{ a: '2' }],
    ['#/member', '[{"a":"1"}]', '[{"a":"2"}]'],
  ],
  [
    'a member of a member',
    { properties: { a: { properties: { 'b/c': text } } } },
    { a: { 'b/c': 'x' } },
    {},
    ['#/member/a/b~1c', '"x"', 'nothing'],
  ],
  ['an entry of a map', { additionalProperties: text }, { a: 'b' }, { a: 'c' }, ['#/member/a', '"b"', '"c"']],
  [
    'a list that was not added to',
    { ...list, 'x-contract': { onUpdate: 'merge' } },
    ['a'],
    ['b'],
    ['#/member', 'a list with ["a"] too', '["b"]'],
  ],
  [
    'a list that was added to and is none',
    { ...list, 'x-contract': { onUpdate: 'merge' } },
    ['a'],
    undefined,
    ['#/member', 'a list with ["a"] too', 'nothing'],
  ],
]

function found(member: JsonSchema, sent: unknown, got: unknown) {
  return differences(model, { schema: { properties: { member } }, body: { member: sent } }, { member: got })
}

describe('these are the same', () => {
  test.each(same)('%s', (_, schema, sent, got) => expect(found(schema, sent, got)).toEqual([]))
})

describe('these are not', () => {
  test.each(different)('%s', (_, schema, sent, got, [pointer, expected, shown]) =>
    expect(found(schema, sent, got)).toEqual([{ pointer, expected, got: shown }]),
  )
})

const branches = ['a', 'b'].map((name) => ({
  required: [name],
  properties: { a: name === 'a' ? {} : false, b: name === 'b' ? {} : false },
}))
const choice = {
  properties: { a: { properties: { x: text } }, b: {}, c: text, d: { readOnly: true } },
  allOf: [{ oneOf: branches }],
}

const updates: [what: string, replaced: unknown, sent: unknown, got: unknown, pointers: string[]][] = [
  ['the same choice', { a: {} }, { a: {} }, { a: {} }, []],
  ['the other choice', { a: {} }, { b: {} }, { b: {} }, []],
  ['the other choice, the first as null', { a: {} }, { b: {} }, { a: null, b: {} }, []],
  ['a choice that was not there before', { b: {} }, { b: {} }, { a: {}, b: {} }, []],
  ['a member that is none of the choice', { a: {}, c: 'x' }, { a: {} }, { a: {}, c: 'x' }, ['#/c']],
  ['a member that is none of the choice, with another value', { a: {}, c: 'x' }, { a: {} }, { a: {}, c: 'y' }, []],
  ['a first choice that was left', { a: {} }, { b: {} }, { a: {}, b: {} }, ['#/a']],
  ['a choice that is lost though it is empty', undefined, { a: {} }, {}, ['#/a']],
  ['a choice whose contents are lost', undefined, { a: { x: 'y' } }, { a: {} }, ['#/a/x']],
]

test.each(updates)('an update: %s', (_, replaced, body, got, pointers) => {
  expect(differences(model, { schema: choice, body, replaced }, got).map(({ pointer }) => pointer)).toEqual(pointers)
})

test('a list that an update adds to keeps what was there before', () => {
  const schema = { properties: { member: { ...list, 'x-contract': { onUpdate: 'merge' } } } }
  const sent = { schema, body: { member: ['b'] }, replaced: { member: ['a'] } }
  expect(differences(model, sent, { member: ['a', 'b', 'c'] })).toEqual([])
  expect(differences(model, sent, { member: ['b'] })).toEqual([
    { pointer: '#/member', expected: 'a list with ["a"] too', got: '["b"]' },
  ])
  expect(differences(model, { ...sent, replaced: undefined }, { member: ['b'] })).toEqual([])
  expect(differences(model, sent, { member: ['a', 'b', 'a'] })).toEqual([
    { pointer: '#/member', expected: 'a list with "a" once', got: '["a","b","a"]' },
  ])
})
