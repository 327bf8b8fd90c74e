import { describe, expect, test } from 'vitest'
import { InvalidRequestError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { faultServer, json } from './fault-server.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

const clock = fakeClock()

/** A value that no type lets through, as callers of JavaScript pass it. */
const asString = (value: unknown) => value as string

const refused: [string, unknown][] = [
  ['nothing', ''],
  ['a dot', '.'],
  ['two dots', '..'],
  ['an encoded dot', '%2e'],
  ['an encoded dot in capitals', '%2E'],
  ['two encoded dots', '%2e%2E'],
  ['a dot and an encoded one', '.%2e'],
  ['an encoded dot and a dot', '%2E.'],
  ['NUL', '\0'],
  ['a control character amid', 'a\u0007b'],
  ['a tab', 'a\tb'],
  ['a line feed', 'a\nb'],
  ['a line feed at the end', 'a\n'],
  ['two dots and a line feed', '..\n'],
  ['a tab amid two dots', '.\t.'],
  ['DEL', 'a\x7f'],
  ['a control character of the second block', 'a\x85'],
  ['half of a pair', 'a\ud800'],
  ['the other half', '\udc00a'],
  ['the literal sibling', 'mine'],
  ['the literal sibling in an encoded form', 'm%69ne'],
  ['a number', 7],
  ['not a number', Number.NaN],
  ['a big number', 7n],
  ['true', true],
  ['null', null],
  ['undefined', undefined],
  ['an object', { petId: '7' }],
  ['an object that reads as text', { toString: () => '7' }],
  ['a String object', Object('7')],
  ['a list', ['7']],
  ['an empty list', []],
  ['a function', () => '7'],
  ['a symbol', Symbol('7')],
  ['a date', new Date(0)],
]

describe('a path parameter that is not sent as one segment is refused, and nothing is sent', () => {
  test.each(refused)('%s', async (_, value) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const pets = petsClient({ fetch, clock })
    for (const call of [pets.getPet, pets.deletePet]) {
      const error = await failure(call(asString(value)))
      expect(error).toBeInstanceOf(InvalidRequestError)
      expect(error).toMatchObject({ code: 'invalid-request', attempts: 0, message: expect.stringContaining('petId') })
    }
    expect(sent).toEqual([])
  })
})

const accepted = [
  ...['7', '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10', 'a b', 'a+b', 'a:b', 'a@b', 'a;b=c', 'a,b', 'a=b', 'a&b', "a'b"],
  ...['100%', '%zz', 'a/b', 'a\\b', '%2F', 'm%69nes', '../a', '%2e%2e/', '\u00a0', '~}'],
  ...['ü', '€', '😀', '...', '.a', 'a.', '..a', '~', '-', '_', '*', '(a)', 'a?b', 'a#b', 'mines', 'Mine', ' ', 'a|b'],
]

test.each(accepted)('"%s" is sent as one segment that decodes to it', async (value) => {
  const server = await faultServer(json({}))
  await petsClient({ baseUrl: `${server.url}/v1/`, clock }).getPet(value)
  const [target = ''] = server.requests.map((request) => request.target)
  expect(target).toMatch(/^\/v1\/pets\/[^/?#]+$/)
  expect(decodeURIComponent(target.slice('/v1/pets/'.length))).toBe(value)
})
