import { expect, test } from 'vitest'
import { authorizationSecrets } from '../../src/traffic/find-secrets.ts'
import { secretMarks } from '../../src/traffic/secret-marks.ts'

const secret = 'CW-SECRET-9f8e7d/6c+5b"4a'
const marks = secretMarks([
  { value: secret, sentBy: 2 },
  { value: 'another-secret' },
  { value: 'abc', sentBy: 0 },
  { value: 1234567, sentBy: 0 },
])
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Texts that hold the secret, and what is left of them. */
const rows: [text: string, masked: string][] = [
  [`say ${secret}!`, 'say ***1***!'],
  [JSON.stringify({ a: secret }), '{"a":"***1***"}'],
  [JSON.stringify(JSON.stringify({ a: secret })), String.raw`"{\"a\":\"***1***\"}"`],
  [`/?a=${encodeURIComponent(secret)}`, '/?a=***1***'],
  [`/?a=${encodeURIComponent(secret).toLowerCase()}`, '/?a=***1***'],
  [secret.toUpperCase(), '***1***'],
  [base64(secret), '***1***=='],
  ['1234567 and another-secret', '***4*** and ***2***'],
  ['abc is too short to be looked for', 'abc is too short to be looked for'],
]

test.each(rows)('%s is masked', (text, masked) => {
  expect(marks.mask(text)).toBe(masked)
})

test.each(['', 'x', 'xx', 'xxx', 'contract:'])(
  'base64 that has %j before the secret is masked in its middle',
  (before) => {
    const masked = marks.mask(base64(`${before}${secret} and more`))
    expect(masked).toContain('***1***')
    expect(Buffer.from(masked.replace('***1***', ''), 'base64').toString()).not.toContain('SECRET-9f')
  },
)

test('a report holds no part of what authenticates, and parts of other texts', () => {
  expect(marks.clean('it ends in 9F8E7D/6c, not another-s')).toBe('it ends in ***, not another-s')
})

test('a secret has one mark, and those who judge get it back as it was', () => {
  expect([marks.markOf(secret), marks.markOf('abc')]).toEqual(['***1***', '***3***'])
  const hidden = { '***2***': ['***4***', 'x ***1*** y', '***9***'], b: null }
  expect(marks.unmask(hidden)).toEqual({ 'another-secret': [1234567, `x ${secret} y`, '***9***'], b: null })
})

test('an answer must not hold what was sent before it, if that is long enough to be no chance', () => {
  const answer = '***1*** ***2*** ***3***'
  expect([1, 2, 3].map((index) => marks.sentUntil(index, answer))).toEqual([[], ['***1***'], ['***1***']])
})

const headers: [header: string, secrets: string[]][] = [
  ['Bearer abc', ['abc']],
  ['bearer', []],
  ['  ', []],
  ['a-key-alone', ['a-key-alone']],
  [`Basic ${base64('me:pass:word')}`, [base64('me:pass:word'), 'me:pass:word', 'pass:word']],
  ['Digest username="me", response="6629fae"', ['username="me", response="6629fae"', '6629fae']],
]

test.each(headers)('the secrets of the header %j', (header, secrets) => {
  expect(authorizationSecrets(header)).toEqual(secrets)
})
