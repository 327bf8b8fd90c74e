import { describe, expect, test } from 'vitest'
import type { ParameterDescriptor } from '../../src/client/descriptor.ts'
import { styles } from '../../src/client/styles.ts'

const list = ['blue', 'black', 'brown']
const object = { R: 100, G: 200, B: 150, left: undefined }

type Style = NonNullable<ParameterDescriptor['style']>
type Row = [style: Style, explode: boolean, empty: string, text: string, list: string, object: string]

/** OpenAPI 3.1.1, style examples; the object has a member more, which is undefined. */
const rows: Row[] = [
  ['matrix', false, ';color=', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['matrix', true, ';color=', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
]

const parameter = (style: Style, explode: boolean, more: Partial<ParameterDescriptor> = {}): ParameterDescriptor => ({
  ...{ name: 'color', in: style === 'form' || style.endsWith('d') ? 'query' : 'path', required: true, style, explode },
  ...more,
})

describe('a parameter is written as OpenAPI’s examples show', () => {
  test.each(rows)('%s, explode: %s', (style, explode, ...expected) => {
    const write = (value: unknown) => styles(parameter(style, explode), value)
    expect(['', 'blue', list, object].map(write)).toEqual(expected)
  })

  const inQueries: [Style, boolean, unknown, string][] = [
    ['spaceDelimited', false, list, 'color=blue%20black%20brown'],
    ['pipeDelimited', false, list, 'color=blue|black|brown'],
    ['form', false, [], ''],
    ['form', true, [], ''],
  ]
  test.each(inQueries)('%s, explode: %s: %j', (style, explode, value, expected) => {
    expect(styles(parameter(style, explode, { in: 'query' }), value)).toBe(expected)
  })

  test('deepObject', () => {
    const deep = parameter('deepObject', true, { in: 'query' })
    expect(styles(deep, object)).toBe('color[R]=100&color[G]=200&color[B]=150')
  })
})

test.each([
  ['path', 'blue,black,brown'],
  ['header', 'blue,black,brown'],
  ['query', 'color=blue&color=black&color=brown'],
  ['cookie', 'color=blue&color=black&color=brown'],
] as const)('the default style of a parameter is that of its place: %s', (place, expected) => {
  expect(styles({ name: 'color', in: place }, list)).toBe(expected)
})

test('only form is exploded by default', () => {
  expect(styles({ name: 'color', in: 'path', style: 'label' }, list)).toBe('.blue,black,brown')
  expect(styles({ name: 'color', in: 'query', style: 'form' }, object)).toBe('R=100&G=200&B=150')
})

test('a name and what it holds are encoded in a query and a cookie', () => {
  const spaced = { name: 'a b', in: 'query' } as const
  expect(styles(parameter('form', true, spaced), ['c d'])).toBe('a%20b=c%20d')
  expect(styles(parameter('form', false, spaced), { 'e f': 'c d' })).toBe('a%20b=e%20f,c%20d')
  expect(styles(parameter('deepObject', true, spaced), { 'e f': 'c d' })).toBe('a%20b[e%20f]=c%20d')
  expect(styles(parameter('form', true, { ...spaced, in: 'cookie' }), 'c;d')).toBe('a%20b=c%3Bd')
})

test('reserved characters are kept in a query alone, and only where the document says so', () => {
  const reserved = { allowReserved: true } as const
  expect(styles(parameter('form', true, { in: 'query', ...reserved }), '/?#&+ ')).toBe('color=/?%23%26%2B%20')
  expect(styles(parameter('form', true, { in: 'query', ...reserved }), 'a#b#c&d&e+f+g')).toBe(
    'color=a%23b%23c%26d%26e%2Bf%2Bg',
  )
  expect(styles(parameter('form', true, { in: 'query' }), '/?')).toBe('color=%2F%3F')
  expect(styles(parameter('simple', false, { in: 'path', ...reserved }), '/?')).toBe('%2F%3F')
  expect(styles(parameter('simple', false, { in: 'header' }), 'a/b c')).toBe('a/b c')
})

describe('a date is written as RFC 3339 has it', () => {
  const date = new Date('2026-05-06T09:30:00Z')
  test.each([
    ['alone', date],
    ['in a list', [date]],
    ['in an object', { at: date }],
  ])('%s', (_, value) => {
    expect(styles(parameter('simple', false, { in: 'header' }), value)).toContain('2026-05-06T09:30:00.000Z')
  })
})

describe('what has another media type is written as JSON', () => {
  test.each([[{ a: [{ b: 1 }] }], [[['c']]], ['text'], [null]])('%j', (value) => {
    const json = { mediaType: 'application/json' }
    expect(styles(parameter('form', true, json), value)).toBe(`color=${encodeURIComponent(JSON.stringify(value))}`)
    expect(styles(parameter('simple', false, { in: 'header', ...json }), value)).toBe(JSON.stringify(value))
  })
})

test.each([[[['a']]], [[{ a: 1 }]], [{ a: [1] }], [{ a: { b: 1 } }]])('what is nested has no form: %j', (value) => {
  expect(() => styles(parameter('form', true), value)).toThrow(TypeError)
})

test.each([[[null]], [{ a: null }]])('null in a list or an object is not nested: %j', (value) => {
  expect(styles(parameter('form', false), value)).toMatch(/null$/)
})
