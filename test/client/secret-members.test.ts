import { describe, expect, test } from 'vitest'
import { createSecrets, secretMembers } from '../../src/client/secrets.ts'

const several = () => createSecrets(secretMembers(['apiKey', 'p.w', 'say "it"']))

describe('members that only requests have', () => {
  test('are found in a text by each of their names, however often', () => {
    const text = JSON.stringify([
      { apiKey: 'first-secret' },
      { apiKey: 'second "secret"' },
      { 'p.w': 'a', 'say "it"': 'b' },
    ])
    expect(JSON.parse(several().text(text))).toEqual([
      { apiKey: '[redacted]' },
      { apiKey: '[redacted]' },
      { 'p.w': '[redacted]', 'say "it"': '[redacted]' },
    ])
  })

  test('are told from members that are only like them', () => {
    const text = JSON.stringify({ pXw: 'kept', apiKeys: 'kept', note: 'apiKey: kept' })
    expect(several().text(text)).toBe(text)
    expect(several().data(text)).toEqual(JSON.parse(text))
  })

  test('are marked in an error and left out of data, whatever they hold but nothing', () => {
    const text = JSON.stringify({ a: { apiKey: ['x'] }, b: { apiKey: 7 }, c: { apiKey: null }, name: 'Rex' })
    expect(several().errorBody(text).body).toEqual({
      a: { apiKey: '[redacted]' },
      b: { apiKey: '[redacted]' },
      c: { apiKey: null },
      name: 'Rex',
    })
    expect(several().data(text)).toEqual({ a: {}, b: {}, c: { apiKey: null }, name: 'Rex' })
  })

  test('are none where the document has none: answers with escapes are read as they are', () => {
    const text = '{"apiKey":"a\\nb"}'
    expect(createSecrets(secretMembers([])).data(text)).toEqual({ apiKey: 'a\nb' })
    expect(createSecrets().errorBody(text).body).toEqual({ apiKey: 'a\nb' })
  })
})

test('a text of five characters is no secret, and what is no text is none', () => {
  const secrets = createSecrets()
  for (const value of ['abcde', undefined, null, 1234567, { length: 9 }]) secrets.add(value)
  expect(secrets.text('abcde 1234567 undefined null')).toBe('abcde 1234567 undefined null')
})

test('a plain secret is found in data that shows it, and in data that hides it behind escapes', () => {
  const secrets = createSecrets()
  secrets.add('CW-SECRET-of-a-test')
  expect(secrets.data('{"a":"is CW-SECRET-of-a-test"}')).toEqual({ a: 'is [redacted]' })
  expect(secrets.data('{"a":"is \\u0043W-SECRET-of-a-test"}')).toEqual({ a: 'is [redacted]' })
})
