import { expect, test } from 'vitest'
import { runStages, type Stage } from '../../src/report/stages.ts'
import { catchOutput } from './catch-output.ts'

/** Stages that take 1.5 s, 15 s, 150 s and so on, by the clock that comes with them. */
function timed(...results: readonly Awaited<ReturnType<Stage['run']>>[]) {
  let now = 1000
  const stages = results.map((result, index): Stage => {
    const run = async () => {
      now += 1500 * 10 ** index
      return result
    }
    return { name: `stage-${index}`, run }
  })
  return { stages, clock: { now: () => now } }
}

test('stages that all pass have a line each with their time, and exit code 0', async () => {
  const output = catchOutput()
  const { stages, clock } = timed({ ok: true, summary: 'fine', details: 'not shown' }, { ok: true, summary: 'too' })
  expect(await runStages(stages, clock)).toBe(0)
  expect(output).toEqual({
    stdout: '',
    stderr: 'ok   stage-0     1.5 s  fine\nok   stage-1    15.0 s  too\nall 2 stages passed in 16.5 s\n',
  })
})

test('stages all run, also after one that found something, whose details are shown; the exit code is then 1', async () => {
  const output = catchOutput()
  const { stages, clock } = timed(
    { ok: false, summary: 'see below', details: 'what it found\n  and where\n\n' },
    { ok: false, summary: 'no more to say' },
    { ok: true, summary: 'fine' },
  )
  expect(await runStages(stages, clock)).toBe(1)
  expect(output).toEqual({
    stdout: 'what it found\n  and where\n',
    stderr: [
      'FAIL stage-0     1.5 s  see below',
      'FAIL stage-1    15.0 s  no more to say',
      'ok   stage-2   150.0 s  fine',
      '2 of 3 stages failed in 166.5 s\n',
    ].join('\n'),
  })
})
