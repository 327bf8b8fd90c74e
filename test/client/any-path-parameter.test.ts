import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidRequestError } from '../../src/client/index.ts'
import { fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

const clock = fakeClock()

test('whatever it is, it is sent as exactly one segment that decodes to it, or refused', async () => {
  const hostile = fc.constantFrom(
    '.',
    '..',
    '/',
    '\\',
    '%',
    '%2e',
    '%2F',
    '%5c',
    '?',
    '#',
    ';',
    ':',
    '@',
    '\t',
    '\n',
    '\0',
    'mine',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.oneof(hostile, fc.string({ maxLength: 2 })), { maxLength: 6 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const { fetch, sent } = stubFetch([reply(200, {})])
      const settled = await Promise.allSettled([petsClient({ fetch, clock }).getPet(value)])
      if (settled[0].status === 'rejected') {
        expect(settled[0].reason).toBeInstanceOf(InvalidRequestError)
        expect(sent).toEqual([])
        return
      }
      const url = new URL(sent[0]?.url ?? '')
      expect([url.origin, url.search, url.hash]).toEqual(['https://pets.example.com', '', ''])
      const segments = url.pathname.split('/').slice(1)
      expect(segments.slice(0, 2)).toEqual(['v1', 'pets'])
      expect(segments.slice(2).map(decodeURIComponent)).toEqual([value])
    }),
    { numRuns: 300 },
  )
})

test('letters, digits and signs of no meaning are never refused', async () => {
  const plain = fc.stringMatching(/^[A-Za-z0-9_~-]{1,40}$/).filter((value) => value !== 'mine')
  await fc.assert(
    fc.asyncProperty(plain, async (value) => {
      const { fetch, sent } = stubFetch([reply(200, {})])
      await petsClient({ fetch, clock }).getPet(value)
      expect(sent.map(({ url }) => url)).toEqual([`https://pets.example.com/v1/pets/${value}`])
    }),
  )
})
