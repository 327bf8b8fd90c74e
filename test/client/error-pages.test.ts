import { describe, expect, test } from 'vitest'
import { ApiError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

async function messageFor(page: string): Promise<string> {
  const { fetch } = stubFetch([reply(400, page, { 'content-type': 'text/html' })])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect(error).toBeInstanceOf(ApiError)
  expect((error as ApiError).rawBody).toBe(page)
  return (error as ApiError).message
}

const prefix = 'GET /pets/{petId} answered 400'

describe('of a page that is an error', () => {
  const pages: [string, string, string][] = [
    ['the title is told', '<!doctype html><title>502 Bad Gateway</title>', `${prefix}: 502 Bad Gateway`],
    ['a title over several lines is told in one', '<TITLE>\n  Bad\n  Gateway\n</TITLE>', `${prefix}: Bad Gateway`],
    ['a title that begins within the first 2,000 characters', `<${'x'.repeat(1_980)}<title>Bad`, `${prefix}: Bad`],
    ['a title behind them is not told', `<${'x'.repeat(2_000)}<title>Bad</title>`, prefix],
    ['a page without one tells nothing', '<h1>Bad Gateway</h1>', prefix],
  ]
  test.each(pages)('%s', async (_, page, message) => {
    expect(await messageFor(page)).toBe(message)
  })
})

/** Texts that take a search in which every start looks on to the end many seconds. */
const endless: [string, string][] = [
  ['many titles that do not end', `<${'<title'.repeat(80_000)}`],
  ['a title and no end of white space', `<title${' '.repeat(2_000_000)}`],
  ['a title that is the rest', `<title>${'x'.repeat(2_000_000)}`],
  ['white space alone before it', `${' '.repeat(2_000_000)}<title>`],
  ['white space amid it', `<title>a${' \n'.repeat(1_000_000)}b`],
  ['text with no end of white space', `a${' \n'.repeat(1_000_000)}b`],
]
test.each(endless)('a long page holds nothing up: %s', async (_, page) => {
  const startedAt = performance.now()
  expect((await messageFor(page)).length).toBeLessThan(400)
  expect(performance.now() - startedAt).toBeLessThan(2_000)
})
