import { afterAll, inject, test } from 'vitest'
import { readModel } from '../../document/read-model.ts'
import { errorsOf, type Finding } from '../../report/finding.ts'
import { textReport } from '../../report/text-reporter.ts'
import type { Case } from '../case.ts'
import { coverageFindings } from '../coverage.ts'
import { explained } from '../deviations.ts'
import { findingsOf, type Judging, openRun } from '../open-run.ts'
import { prismDeviations } from '../prism-deviations.ts'
import type { Task } from '../task.ts'
import './provided.ts'

const { index, count } = inject('slice')
const { bundle, seed, waitMs, ...where } = inject('contract')
const deviations = where.state === 'mock' ? prismDeviations : []
const target = { ...where, deviations, stop: async () => {} }
const model = readModel(bundle)
const run = await openRun(model, target, { seed, waitMs, part: `${index}-` })
// A walk has a beginning of its own, which only one slice may make.
const isOwn = ({ id }: Task, place: number) => (id.startsWith('walk/') ? index === 0 : place % count === index)

if (index === 0) await run.plan.begin()

for (const { id, run: send } of run.plan.tasks.filter(isOwn)) {
  // The context's own expect: tests run at the same time, and the global one does not know whose it is.
  test.concurrent(id, async ({ expect }) => {
    await send()
    const errors = errorsAbout(run, id)
    expect(errors, textReport(errors)).toEqual([])
  })
}

test(`what slice ${index + 1} left behind`, async ({ expect }) => {
  await run.plan.aftermath()
  const errors = [...errorsAbout(run, 'aftermath'), ...errorsAbout(run, 'setup')]
  expect(errors, textReport(errors)).toEqual([])
})

if (index === 0) {
  test('every operation, status and rule has a case', ({ expect }) => {
    const errors = errorsOf(coverageFindings(run.context, run.plan.cases, target.state === 'mock'))
    expect(errors, textReport(errors)).toEqual([])
  })
}

afterAll(async () => {
  const left = await run.plan.clear()
  if (left.length > 0)
    throw new Error(`The run could not remove what it created: ${left.map(({ id }) => id).join(', ')}`)
})

/** The errors in the answers to one task. Whether a known deviation is gone only a whole run can say. */
function errorsAbout(judging: Judging, id: string): Finding[] {
  const isAbout = ({ case: one }: { readonly case: Case }) => one.id === id || one.id.startsWith(`${id}/`)
  const exchanges = judging.session.exchanges.filter(isAbout)
  const failures = judging.session.failures.filter(isAbout)
  const { findings } = explained({ exchanges, findings: findingsOf(judging, { exchanges, failures }) }, deviations)
  return errorsOf(findings).filter((finding) => finding.id !== 'known-deviation-gone')
}
