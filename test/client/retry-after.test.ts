import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError, type RetryEvent } from '../../src/client/index.ts'
import { failsAtOnce, failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

const date = 'Wed, 06 May 2026 09:30:00 GMT'

/** The pause before the second attempt after an answer with these headers; the clock is at `date` too. */
async function pauseAfter(headers: Record<string, string>, status = 503): Promise<number> {
  const clock = fakeClock({ random: () => 0.5 })
  const { fetch } = stubFetch([reply(status, {}, headers), reply(200, {})], clock)
  const events: RetryEvent[] = []
  const pets = petsClient({ clock, fetch, onRetry: (event) => events.push(event), deadlineMs: 2 ** 31 - 1 })
  await clock.run(pets.getPet('7'), { upTo: 2_000_000_000 })
  expect(events[0]?.delayMs).toBe(clock.now())
  return clock.now()
}

const waits: [string, string][] = [
  ['seconds', '7'],
  ['a date', 'Wed, 06 May 2026 09:30:07 GMT'],
  ['a date of RFC 850', 'Wednesday, 06-May-26 09:30:07 GMT'],
  ['a date of asctime', 'Wed May  6 09:30:07 2026'],
]

describe('Retry-After', () => {
  test.each(waits)('is waited for: %s', async (_, value) => {
    expect(await pauseAfter({ 'retry-after': value, date })).toBe(7_000)
    expect(await pauseAfter({ 'retry-after': value }, 429)).toBe(7_000)
  })

  test.each(waits.slice(1))('is meant by the clock of the service: %s', async (_, value) => {
    expect(await pauseAfter({ 'retry-after': value, date: 'Wed, 06 May 2026 09:29:50 GMT' })).toBe(17_000)
    expect(await pauseAfter({ 'retry-after': value, date: 'Wednesday, 06-May-26 09:30:05 GMT' })).toBe(2_000)
    expect(await pauseAfter({ 'retry-after': value, date: 'Wed May  6 09:30:01 2026' })).toBe(6_000)
    expect(await pauseAfter({ 'retry-after': value, date: 'yesterday' })).toBe(7_000)
  })

  test('of a date is in UTC, wherever the client is', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      for (const [, value] of waits) expect(await pauseAfter({ 'retry-after': value, date })).toBe(7_000)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('may be longer than the longest pause of the client', async () => {
    expect(await pauseAfter({ 'retry-after': '3600' })).toBe(3_600_000)
  })

  const ignored = [
    ...['', '-1', '+7', '1.5', '1e3', '0x10', '7s', '7, 8', 'soon', 'NaN', 'Infinity'],
    ...['2026-05-06T09:30:07Z', 'Wed, 32 May 2026 09:30:07 GMT', 'Wed, 06 Foo 2026 09:30:07 GMT', '06 May 2026'],
    ...['Wed, 06 May 2026 25:30:07 GMT', 'Wed, 06 May 2026 09:30:07 +0200', 'Wed, 06 May 2026 09:30:07'],
  ]
  test.each(ignored)('that is neither is ignored: "%s"', async (value) => {
    expect(await pauseAfter({ 'retry-after': value, date })).toBe(250)
  })

  const past = [
    '0',
    'Wed, 06 May 2026 09:29:53 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    date,
  ]
  test.each(past)('that has passed leaves the pause as it is: %s', async (value) => {
    expect(await pauseAfter({ 'retry-after': value, date })).toBe(250)
  })

  test('that is shorter than the pause does not shorten it', async () => {
    expect(
      await pauseAfter({ 'retry-after': 'Wed, 06 May 2026 09:30:01 GMT', date: 'Wed, 06 May 2026 09:30:01 GMT' }),
    ).toBe(250)
  })

  test('of any moment is the time between it and the answer’s date, in each form', async () => {
    const earliest = Date.parse('2020-01-01') / 1_000
    const seconds = fc.integer({ min: earliest, max: Date.parse('2040-01-01') / 1_000 })
    const form = fc.constantFrom(...Object.values(forms))
    await fc.assert(
      fc.asyncProperty(seconds, fc.integer({ min: 1, max: 1_000_000 }), form, form, async (from, wait, one, other) => {
        const headers = { date: one(new Date(from * 1_000)), 'retry-after': other(new Date((from + wait) * 1_000)) }
        expect(await pauseAfter(headers)).toBe(wait * 1_000)
      }),
    )
  })
})

/** RFC 9110, section 5.6.7. */
const forms = {
  fixed: (moment: Date) => moment.toUTCString(),
  rfc850: (moment: Date) => {
    const [, day, month, year, time] = parts(moment)
    const weekday = moment.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' })
    return `${weekday}, ${day}-${month}-${year?.slice(2)} ${time} GMT`
  },
  asctime: (moment: Date) => {
    const [weekday, day, month, year, time] = parts(moment)
    return `${weekday?.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`
  },
}

function parts(moment: Date): string[] {
  return moment.toUTCString().split(' ')
}

describe('a Retry-After beyond the deadline', () => {
  const far: [string, number | undefined, RegExp][] = [
    ['120', 120_000, /\b120(,?000)? ?(s|ms|milliseconds)\b/],
    ['Wed, 06 May 2026 09:32:00 GMT', 120_000, /\b120(,?000)? ?(s|ms|milliseconds)\b/],
    ['99999999999999999999', undefined, /./],
    ['9'.repeat(400), undefined, /./],
  ]

  test.each(far)('fails at once with the time that it would have taken: %s', async (value, retryAfterMs, message) => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, { message: 'busy' }, { 'retry-after': value, date })], clock)
    const error = await failsAtOnce(petsClient({ clock, fetch }).getPet('7'))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 503, attempts: 1, message: expect.stringMatching(message) })
    if (retryAfterMs !== undefined) expect(error).toMatchObject({ retryAfterMs })
    expect([sent.length, clock.now(), clock.timers]).toEqual([1, 0, []])
  })

  test('is measured against what is left of it', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}, { 'retry-after': '40' })], clock)
    const call = petsClient({ clock, fetch }).getPet('7')
    expect(await clock.run(failure(call), { upTo: 40_000 })).toMatchObject({ status: 503, attempts: 2 })
    expect([sent.length, clock.now()]).toEqual([2, 40_000])
  })
})

test.each(['7', 'Wed, 06 May 2026 09:30:07 GMT'])('an error that is not repeated tells it too: %s', async (value) => {
  const { fetch } = stubFetch([reply(409, {}, { 'retry-after': value, date })])
  expect(await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))).toMatchObject({ retryAfterMs: 7_000 })
})

test.each(['soon', '-1'])('an error tells none that it does not understand: %s', async (value) => {
  const { fetch } = stubFetch([reply(409, {}, { 'retry-after': value })])
  expect(await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))).toMatchObject({
    retryAfterMs: undefined,
  })
})

test('without a deadline the longest pause is what a timer can hold, and nothing is sent before', async () => {
  const longest = 2 ** 31 - 1
  const clock = fakeClock()
  const { fetch, sent } = stubFetch([reply(503, {}, { 'retry-after': '2592000' }), reply(200, { name: 'Rex' })], clock)
  const call = petsClient({ clock, fetch, deadlineMs: Infinity }).getPet('7')
  await clock.advance(longest - 1)
  expect(clock.timers.map(({ delayMs }) => delayMs)).toEqual([longest])
  expect(sent).toHaveLength(1)
  await clock.advance(1)
  await expect(call).resolves.toEqual({ name: 'Rex' })
})
