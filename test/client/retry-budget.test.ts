import { describe, expect, test } from 'vitest'
import { fakeClock } from './fake-clock.ts'
import { calls, lost, petsClient, type Reply, reply, stubFetch } from './pets.ts'

/** A client whose service is down, and a way to let many callers call it at once. */
function outage(retry?: { attempts: number }) {
  const clock = fakeClock()
  const { fetch, sent } = stubFetch([reply(503, {})], clock)
  const options = { clock, fetch, ...(retry && { retry }) }
  const pets = petsClient(options)
  const callAtOnce = async (callers: number, on = pets) => {
    const before = sent.length
    const settled = await clock.run(Promise.allSettled(Array.from({ length: callers }, () => calls.getPet(on))))
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(callers)
    return { requests: sent.length - before, settled }
  }
  return { clock, callAtOnce, another: () => petsClient(options) }
}

describe('an outage is not amplified', () => {
  test.each([3, 10])('100 callers at once with up to %i attempts send at most 120 requests', async (attempts) => {
    const { requests } = await outage({ attempts }).callAtOnce(100)
    expect(requests).toBeGreaterThan(100)
    expect(requests).toBeLessThanOrEqual(120)
  })

  test('nor by 100 callers who call again and again', async () => {
    const { callAtOnce } = outage()
    const counts: number[] = []
    for (let round = 0; round < 8; round++) counts.push((await callAtOnce(100)).requests)
    for (const requests of counts) expect(requests).toBeLessThanOrEqual(120)
  })

  test('a call that may not be repeated fails as the service answered', async () => {
    const { settled } = await outage().callAtOnce(100)
    const errors = settled.map((one) => one.status === 'rejected' && one.reason)
    for (const error of errors) expect(error).toMatchObject({ name: 'ApiError', status: 503 })
    const once = errors.filter(({ attempts }) => attempts === 1)
    expect(once.length).toBeGreaterThan(70)
    for (const { message } of once) expect(message).toMatch(/answered 503; not tried again: too many calls/)
  })
})

test('the budget fills again with calls, and not with time: an outage may last', async () => {
  const { clock, callAtOnce } = outage()
  await callAtOnce(100)
  await clock.advance(60 * 60 * 1_000)
  expect((await callAtOnce(1)).requests).toBeLessThanOrEqual(2)
  const { requests } = await callAtOnce(100)
  expect(requests).toBeGreaterThan(101)
  expect(requests).toBeLessThanOrEqual(120)
})

test('what calls have taken that are answered in the end comes back', async () => {
  const clock = fakeClock()
  const { fetch, sent } = stubFetch(Array.from({ length: 200 }, () => [reply(503, {}), reply(200, {})]).flat(), clock)
  const pets = petsClient({ clock, fetch })
  for (let count = 0; count < 100; count++) await clock.run(pets.getPet('7'))
  expect(sent).toHaveLength(200)
})

test('the budget does not grow beyond its size, however long nothing fails', async () => {
  const { clock, callAtOnce } = outage()
  await clock.advance(24 * 60 * 60 * 1_000)
  expect((await callAtOnce(100)).requests).toBeLessThanOrEqual(120)
})

test('each client has a budget of its own', async () => {
  const { callAtOnce, another } = outage()
  await callAtOnce(100)
  expect((await callAtOnce(1, another())).requests).toBe(3)
})

test('the budget holds ten repetitions, and each call adds a tenth of one', async () => {
  const { callAtOnce } = outage({ attempts: 100 })
  expect((await callAtOnce(1)).requests).toBeGreaterThanOrEqual(11)
  const { requests } = await outage({ attempts: 2 }).callAtOnce(200)
  expect(requests).toBeGreaterThanOrEqual(200 + 10)
  expect(requests).toBeLessThanOrEqual(200 + 10 + 20)
})

test('calls fill the budget again, whatever comes of them', async () => {
  const clock = fakeClock()
  let isDown = true
  const fetch = async () => (isDown ? new Response('{}', { status: 503 }) : reply(200, {})())
  const pets = petsClient({ clock, fetch, retry: { attempts: 2, minDelayMs: 0, maxDelayMs: 0 } })
  const attempts = async () => {
    const [settled] = await clock.run(Promise.allSettled([pets.getPet('7')]))
    return settled.status === 'rejected' ? settled.reason.attempts : undefined
  }
  for (let count = 0; count < 20; count++) await attempts()
  expect(await attempts()).toBe(1)
  isDown = false
  for (let count = 0; count < 10; count++) await pets.getPet('7')
  isDown = true
  expect(await attempts()).toBe(2)
})

test('calls that succeed do not use it up', async () => {
  const clock = fakeClock()
  const { fetch } = stubFetch([...Array(500).fill(reply(200, {})), reply(503, {})], clock)
  const pets = petsClient({ clock, fetch })
  for (let count = 0; count < 500; count++) await clock.run(pets.getPet('7'))
  const settled = await clock.run(Promise.allSettled([pets.getPet('7')]))
  expect(settled).toMatchObject([{ status: 'rejected', reason: { attempts: 3 } }])
})

/** How a call ends after its first attempt failed, and whether what that took comes back. */
const ends: [string, Reply, object, boolean][] = [
  ['a success', reply(200, {}), {}, true],
  ['an error that does not pass', reply(404, {}), {}, true],
  ['an outage', reply(503, {}), { retry: { attempts: 2 } }, false],
  ['a lost connection', lost, { retry: { attempts: 2 } }, false],
  ['no answer within the deadline', () => new Promise(() => {}), { timeoutMs: 9_000, deadlineMs: 9_000 }, false],
]
test.each(ends)('of calls that end with %s', async (_, end, options, comesBack) => {
  const clock = fakeClock()
  const { fetch, sent } = stubFetch(
    Array(100)
      .fill([reply(503, {}), end])
      .flat(),
    clock,
  )
  const pets = petsClient({ clock, fetch, ...options })
  const tried: number[] = []
  for (let count = 0; count < 100; count++) {
    const before = sent.length
    await clock.run(Promise.allSettled([pets.getPet('7')]), { upTo: 9_000 })
    tried.push(sent.length - before)
  }
  const retries = tried.filter((attempts) => attempts > 1).length
  if (comesBack) expect(retries).toBe(100)
  else expect(retries).toBeLessThanOrEqual(25)
})
