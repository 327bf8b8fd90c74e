import { createRequire } from 'node:module'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberFormats, stringFormats } from '../../src/generate/validator-formats.ts'
import * as runtime from '../../src/generate/validator-runtime.js'

const require = createRequire(import.meta.url)
const equal: (a: unknown, b: unknown) => boolean = require('ajv/dist/runtime/equal.js').default
const ucs2length: (text: string) => number = require('ajv/dist/runtime/ucs2length.js').default

type Check = (value: unknown) => boolean

function ajvCheck(format: string): Check {
  const definition = (fullFormats as Record<string, unknown>)[format]
  if (definition instanceof RegExp) return (text) => definition.test(String(text))
  const validate = typeof definition === 'function' ? definition : Reflect.get(Object(definition), 'validate')
  return validate as Check
}

const ours = runtime as unknown as Record<string, Check>

const texts: Record<string, string[]> = {
  date: [
    '2026-05-06',
    '2024-02-29',
    '2023-02-29',
    '1900-02-29',
    '2000-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-05-06',
  ],
  time: [
    '09:30:00Z',
    '09:30:00+02:00',
    '23:59:60Z',
    '22:59:60-01:00',
    '09:30:00',
    '24:00:00Z',
    '09:60:00Z',
    '09:30:61Z',
    '09:30:00+24:00',
  ],
  'date-time': [
    '2026-05-06T09:30:00Z',
    '2026-05-06t09:30:00.123456z',
    '2026-05-06 09:30:00Z',
    '2026-05-06T09:30:00',
    '2026-05-06T09:30Z',
    '2016-12-31T23:59:60Z',
    ...['2026-02-28T00:00:00Z', '2026-02-29T00:00:00Z', '2024-02-29T00:00:00Z', '2026-04-30T00:00:00Z'],
    ...['2026-04-31T00:00:00Z', '2026-12-31T23:59:59Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z'],
    ...['2026-01-00T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z', '2026-01-01T00:00:61Z'],
    ...['2026-05-06T09:30:00.Z', '2026-05-06T09:30:00.5Z', '2026-05-06T09:30:00,5Z', '2026-05-06T09:30:00.5xZ'],
    // RFC 3339, section 5.8.
    ...[
      '1985-04-12T23:20:50.52Z',
      '1996-12-19T16:39:57-08:00',
      '1990-12-31T15:59:60-08:00',
      '1937-01-01T12:00:27.87+00:20',
    ],
    ...['1963-06-19T08:30:06.28123+01:00', '1998-12-31T22:59:60Z', '06/19/1963 08:30:06 PST', '2013-350T01:01:01', ''],
  ],
  uri: [
    'https://example.com',
    'urn:a:b',
    'a:',
    '//example.com',
    'http://[2001:db8::1]:80/p?q#f',
    'http://a b',
    'http://[::1',
    'mailto:a@b.c',
    'http://%zz',
    'x:/y',
    'http://a:80a/',
    ...[
      'https://',
      'https://A-b.c_d~e/f',
      'https://a b',
      'https://a\u00e9',
      'https://a%zz',
      'https://a%41',
      'https:///a//b',
    ],
    ...[
      'https://a,b',
      'https://a:80',
      'https://a@b',
      'HTTPS://a',
      'https://[::1]/',
      'https://a`b',
      'https://a^b',
      'https://a{b',
    ],
    ...Array.from({ length: 128 }, (_, code) => `https://a${String.fromCharCode(code)}b`),
    // RFC 3986, section 1.1.2.
    ...['ftp://ftp.is.co.za/rfc/rfc1808.txt', 'ldap://[2001:db8::7]/c=GB?objectClass?one', 'tel:+1-816-555-1212'],
    ...['mailto:John.Doe@example.com', 'news:comp.infosystems.www.servers.unix', 'telnet://192.0.2.16:80/'],
    ...['urn:oasis:names:specification:docbook:dtd:xml:4.1.2', '\\\\WINDOWS\\fileshare', 'bar,baz:foo', ':// no'],
  ],
  'uri-reference': [
    '',
    'a b',
    '/p"q',
    '//exa"mple.com',
    'http://us"er@example.com',
    '//[v1."]',
    '?q="',
    '#"',
    'a:',
    '//[::1]:80/p?q#f',
    'http://[::1',
    'http://%zz',
    '1a:b',
    ...[
      'https://a.b/c',
      'https://a b',
      'https://a"b',
      'https://a\\b',
      '../g;x=1/./y',
      '//g?y#s',
      '#\\fragment',
      'abc\\def',
    ],
  ],
  byte: ['', 'YQ==', 'YWI=', 'YWJj', 'YQ=', 'Y', 'YQ==\n', 'YW Jj'],
  regex: ['^a$', '[', '\\Z', '(?<a>b)', 'a\\Z'],
}

/** How many texts each format is tried on beside the named ones. */
const nearMisses = 100_000

/** Texts that are one or two characters away from the named ones. */
function mutated(examples: readonly string[]): fc.Arbitrary<string> {
  const character = fc.oneof(
    fc.constantFrom(...'0123456789:-+.TtZz/?#[]@%=aF\n "'),
    fc.string({ minLength: 1, maxLength: 1 }),
  )
  const edit = fc.tuple(fc.nat(40), fc.nat(2), character)
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 2 }))
    .map(([text, edits]) =>
      edits.reduce((current, [at, remove, insert]) => current.slice(0, at) + insert + current.slice(at + remove), text),
    )
}

describe('the formats of the generated validators', () => {
  test.each(Object.entries(stringFormats))('%s gives the verdicts of ajv-formats', (format, name) => {
    const examples = texts[format.replace('iso-', '')] ?? []
    const expected = ajvCheck(format)
    expect(examples.length).toBeGreaterThan(0)
    const check = (text: string) => {
      expect([text, ours[name]?.(text)]).toEqual([text, expected(text)])
    }
    examples.forEach(check)
    fc.assert(fc.property(mutated(examples), check), { seed: 7, numRuns: nearMisses })
    fc.assert(fc.property(fc.string(), check), { seed: 7, numRuns: nearMisses / 10 })
    expect(new Set(examples.map(expected)).size).toBe(2)
  })

  test.each(Object.entries(numberFormats))('%s gives the verdicts of ajv-formats', (format, name) => {
    const expected = ajvCheck(format)
    const numbers = [
      0,
      -1,
      1.5,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 31),
      -(2 ** 31) - 1,
      2 ** 53,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]
    expect(numbers.map((number) => ours[name]?.(number))).toEqual(numbers.map(expected))
  })
})

test('length counts code points as ajv does', () => {
  const count = ours.codePointLength as unknown as (text: string) => number
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(count(text)).toBe(ucs2length(text))
    }),
    { seed: 7 },
  )
  const halves = ['\ud83d', '\ude00', '\ud83d\ud83d\ude00', '\ude00\ud83d', '']
  expect(halves.map(count)).toEqual(halves.map((text) => ucs2length(text)))
})

test('a limit of length is judged as by the length that ajv counts', () => {
  const longer = ours.isLonger as unknown as (text: string, length: number) => boolean
  const shorter = ours.isShorter as unknown as (text: string, length: number) => boolean
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(17), (text, length) => {
      expect(longer(text, length)).toBe(ucs2length(text) > length)
      expect(shorter(text, length)).toBe(ucs2length(text) < length)
    }),
    { seed: 7, numRuns: 5000 },
  )
  const pairs = '\u{1f600}\u{1f600}'
  expect([1, 2, 3].map((length) => longer(pairs, length))).toEqual([true, false, false])
  expect([1, 2, 3].map((length) => shorter(pairs, length))).toEqual([false, false, true])
})

test('equality is that of JSON values, as in ajv', () => {
  const same = ours.deepEqual as unknown as (a: unknown, b: unknown) => boolean
  const value = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(same(a, b)).toBe(equal(a, b))
    }),
    { seed: 7 },
  )
  fc.assert(
    fc.property(value, (a) => {
      expect(same(a, structuredClone(a))).toBe(true)
    }),
    { seed: 7 },
  )
  expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  expect(same([], {})).toBe(false)
})
