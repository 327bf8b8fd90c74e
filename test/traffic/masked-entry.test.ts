import { expect, test } from 'vitest'
import { secretsIn } from '../../src/traffic/find-secrets.ts'
import { judgeTraffic } from '../../src/traffic/judge-traffic.ts'
import { maskedEntry } from '../../src/traffic/masked-entry.ts'
import { harFrom } from '../../src/traffic/read-har.ts'
import { secretMarks } from '../../src/traffic/secret-marks.ts'
import { secretNames } from '../../src/traffic/secret-names.ts'
import { bundle, model } from '../contract/our-model.ts'
import { type Call, entry, harText } from './har.ts'

const names = secretNames(model)

/** What is left of the only entry of a recording. */
function masked(call: Call) {
  const { entries } = harFrom(harText([entry(call)]), 'a.har')
  const marks = secretMarks(entries.flatMap((one) => secretsIn(one, names)))
  const [shown] = entries.map((one) => maskedEntry(one, { marks, names }))
  if (!shown) throw new Error('There is no entry')
  return shown
}

test('a URL loses its user, its fragment and its secrets, however short and however written', () => {
  const url = 'https://me:pw@a.example/x/%50W-long-1?sig=ab&q=a%20b&pass%77ord=PW-long-1&z=PW%2dlong-1&flag#t=1'
  expect(masked({ url }).url).toBe(
    'https://a.example/x/***3***?sig=***2***&q=a%20b&pass%77ord=***3***&z=***3***&flag'.replaceAll(
      /\d(?=\*)/g,
      (number) => numbered(url, number),
    ),
  )
})

/** Marks are numbered in the order in which secrets are found. */
function numbered(url: string, number: string): string {
  const { entries } = harFrom(harText([entry({ url })]), 'a.har')
  const found = [...new Set(entries.flatMap((one) => secretsIn(one, names)).map(({ value }) => value))]
  return String(found.indexOf(number === '2' ? 'ab' : 'PW-long-1') + 1)
}

test('headers and cookies keep what is around their secrets', () => {
  const { request } = masked({
    headers: { Authorization: 'Bearer a1', Cookie: 'sid=b2; theme=dark', 'X-Api-Key': 'c3', Accept: '*/*' },
  })
  expect(request.headers).toEqual({
    authorization: expect.stringMatching(/^Bearer \*\*\*\d\*\*\*$/),
    cookie: expect.stringMatching(/^sid=\*\*\*\d\*\*\*; theme=\*\*\*\d\*\*\*$/),
    'x-api-key': expect.stringMatching(/^\*\*\*\d\*\*\*$/),
    accept: '*/*',
  })
})

test('JSON is written anew only where it hides a secret behind escapes, or holds a short one', () => {
  const texts = ['{ "a" : 1, "a" : 2 }', '{"apiKey": "x1", "n": 1}', String.raw`{"b": "\u0043W-SECRET-9f8e7d6c5b4a"}`]
  const shown = texts.map((text) => masked({ response: { content: { text } } }).response?.body)
  expect(shown.map((body) => body?.kind === 'text' && body.text)).toEqual([
    '{ "a" : 1, "a" : 2 }',
    expect.stringMatching(/^\{"apiKey":"\*\*\*\d\*\*\*","n":1\}$/),
    expect.stringMatching(/^\{"b":"\*\*\*\d\*\*\*"\}$/),
  ])
})

test('a key that is a part of the path is hidden', async () => {
  const withToken = structuredClone(bundle) as typeof bundle & { paths: Record<string, unknown> }
  const own = {
    ...model,
    operations: model.operations.map((one) => ({ ...one, path: one.path.replace('{id}', '{token}') })),
  }
  const { entries } = harFrom(harText([entry({ url: '/key-of-a-path', answer: { odd: 'key-of-a-path' } })]), 'a.har')
  const { remarks } = await judgeTraffic(entries, { bundle: withToken, model: own, server: undefined })
  expect(remarks.map(({ id }) => id)).toContain('secret-returned')
  expect(JSON.stringify(remarks)).not.toContain('key-of-a-path')
})
