import { expect, test } from 'vitest'
import { masked } from '../../src/contract/credentials.ts'

const token = 'CW-secret'

test.each([
  ['the token', 'seen: CW-secret!', token, 'seen: ***!'],
  ['the token in base64', `seen: ${btoa(token)}`, token, 'seen: ***'],
  ['the token without its last character', 'seen: CW-secre', token, 'seen: ***'],
  ['the token in the other letter case', 'seen: cw-SECRET', token, 'seen: ***'],
  ['the token where the text was cut in it', 'seen: CW-se…', token, 'seen: ***…'],
  ['a text without the token', 'seen: CW-other…', token, 'seen: CW-other…'],
  ['a token of one character', 'seen: it', 'X', 'seen: it'],
])('%s is shown as what a report may hold', (_, text, own, shown) => {
  expect(masked(text, own)).toBe(shown)
})
